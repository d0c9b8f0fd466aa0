import { pandocKeyAt } from '../manuscript/typed-key';
import type { ManuscriptReader } from '../manuscript/types';

/** For formats that nobody reads: nothing is found in the text, but keys can still be completed in it. */
export const unread: ManuscriptReader = {
  format: 'markdown',
  languageIds: [],
  extensions: [],
  read: (source) => ({
    format: 'markdown',
    source,
    blocks: [],
    citations: [],
    suppressions: [],
    bibliographies: [],
  }),
  cite: (keys) => keys.map((key) => `@${key}`).join('; '),
  comment: (text) => text,
  keyAt: pandocKeyAt,
  keyTriggers: ['@'],
};
