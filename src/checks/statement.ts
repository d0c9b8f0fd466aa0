import type { Reference } from '../evidence/types';
import type { Reading } from '../language/types';

/** A statement on its way through the checker. */
export interface Subject {
  readonly text: string;
  readonly reading: Reading;
  /** References of the packs that it cites or names. */
  readonly cited: readonly Reference[];
  /** Its neighbours in the paragraph: what they say may turn it round ("… is a myth."). */
  readonly before?: Reading;
  readonly after?: Reading;
  /** Features of the sentences before it in its paragraph. */
  readonly contextFeatures?: ReadonlySet<string>;
}
