// What esbuild is told besides its settings.
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Some of VS Code's packages show their entry for Node to Node's bundles alone. It lies beside the one for all hosts. */
export const entriesForNode = {
  name: 'entries-for-node',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^vscode-[a-z-]+\/node$/ }, async ({ path, kind, resolveDir }) => {
      const common = await resolve(path.replace(/\/node$/, ''), { kind, resolveDir });
      return { ...common, path: join(dirname(common.path), '..', 'node', 'main.js') };
    });
  },
};

/**
 * The trees' nodes stand in the order in which they are walked, so the numbers of their children can be told and need
 * not ship.
 */
export const shorterTrees = {
  name: 'shorter-trees',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]data[\\/]model[\\/]checker\.json$/ }, async ({ path }) => {
      const models = JSON.parse(await readFile(path, 'utf8'));
      const short = mapModels(models, (tree) => tree.map((node) => node.slice(0, 2)));
      const isSame = JSON.stringify(mapModels(short, withChildren)) === JSON.stringify(models);
      if (!isSame) return { contents: JSON.stringify(models), loader: 'json' };
      return {
        contents: `${mapModels}${withChildren}export default mapModels(${JSON.stringify(short)}, withChildren);`,
        loader: 'js',
      };
    });
  },
};

// These two are also shipped, as they stand.

function mapModels({ disagrees, kinds }, change) {
  const model = (one) => ({ ...one, trees: one.trees.map(change) });
  return {
    disagrees: model(disagrees),
    kinds: Object.fromEntries(Object.entries(kinds).map(([name, one]) => [name, model(one)])),
  };
}

function withChildren(nodes) {
  const tree = nodes.map((node) => [...node]);
  let at = 0;
  const walk = () => {
    const node = tree[at++];
    if (node.length === 1) return;
    node.push(at);
    walk();
    node.push(at);
    walk();
  };
  walk();
  return tree;
}

/** Markdown is read here and never written, but its extensions bring the writer along. */
export const withoutMarkdownWriter = {
  name: 'without-markdown-writer',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^mdast-util-to-markdown$/ }, () => ({
      path: 'mdast-util-to-markdown',
      namespace: 'left-out',
    }));
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({
      contents: 'export const defaultHandlers = {}; export function toMarkdown() {}',
    }));
  },
};
