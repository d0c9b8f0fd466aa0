// Runs inside the page: where a piece of text stands. It must not use anything outside of itself.

/** The little of the DOM that is used; the project's own code is typed for workers, without it. */
export interface PageElement {
  readonly ownerDocument: {
    createTreeWalker(root: PageElement, what: number): { nextNode(): PageNode | null };
    createRange(): PageRange;
  };
}

interface PageNode {
  readonly textContent: string | null;
}

interface PageRange {
  setStart(node: PageNode, offset: number): void;
  setEnd(node: PageNode, offset: number): void;
  getBoundingClientRect(): { x: number; y: number; width: number; height: number };
}

/**
 * The middle of a text within a line of the editor, in the page's pixels.
 *
 * The line's spans follow the syntax, so the text is looked up across them.
 */
export function placeInLine(
  element: PageElement,
  wanted: string,
): { x: number; y: number } | undefined {
  const SHOW_TEXT = 4;
  const walker = element.ownerDocument.createTreeWalker(element, SHOW_TEXT);
  const nodes: { node: PageNode; from: number }[] = [];
  let all = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push({ node, from: all.length });
    all += node.textContent ?? '';
  }
  const start = all.replace(/\u00a0/g, ' ').indexOf(wanted);
  const middle = start + Math.floor(wanted.length / 2);
  const hit = nodes.findLast(({ from }) => from <= middle);
  if (start < 0 || !hit) return undefined;
  const range = element.ownerDocument.createRange();
  range.setStart(hit.node, middle - hit.from);
  range.setEnd(hit.node, middle - hit.from + 1);
  const { x, y, width, height } = range.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}
