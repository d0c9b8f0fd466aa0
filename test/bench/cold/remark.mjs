// The floor: Markdown parsed and nothing done with it.
import { performance } from 'node:perf_hooks';
import { readFileSync } from 'node:fs';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const text = readFileSync(process.argv[2], 'utf8');
const processor = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(remarkFrontmatter);
const began = performance.now();
const tree = processor.parse(text);
process.stdout.write(
  JSON.stringify({ lint: performance.now() - began, messages: tree.children.length }),
);
