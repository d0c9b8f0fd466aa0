/** A link label as CommonMark compares it: without regard to case and to runs of white space. */
export function labelOf(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase();
}

const longestLabel = 999;

/** What stands in brackets in a piece of source, as normalised labels: all links that it might refer to. */
export function bracketedLabels(source: string): ReadonlySet<string> {
  const labels = new Set<string>();
  let open = -1;
  for (let i = 0; i < source.length; i++) {
    const char = source[i];
    if (char === '\\') i++;
    else if (char === '[') open = i;
    else if (char === ']' && open >= 0) {
      if (i - open <= longestLabel) labels.add(labelOf(source.slice(open + 1, i)));
      open = -1;
    }
  }
  return labels;
}

/** Definitions of the labels that a piece uses, wherever they were made, to be put before it. */
export function borrowedDefinitions(source: string, defined: ReadonlySet<string>): string {
  if (defined.size === 0) return '';
  const used = [...bracketedLabels(source)].filter((label) => label !== '' && defined.has(label));
  return used.map((label) => `[${label}]: #\n\n`).join('');
}
