import type { Reference } from '../evidence/types';
import type { Reading } from '../language/types';

/** A statement on its way through the checker. */
export interface Subject {
  readonly text: string;
  readonly reading: Reading;
  /** References of the packs that it cites or names. */
  readonly cited: readonly Reference[];
  /** The next sentence takes it back ("This is a myth."). */
  readonly isRebutted?: boolean;
  /** It stands in a longer paragraph, where a sentence is far less often wrong than one that is written alone. */
  readonly isInProse?: boolean;
  /** Features of the sentences before it in its paragraph. */
  readonly contextFeatures?: ReadonlySet<string>;
}
