import { coverageOf as coverage, type Coverage } from '../report/coverage';
import type { Checked } from './manuscripts';

/** What of the loaded evidence an open manuscript cites. */
export function coverageOf({ read, evidence, findings }: Checked): Coverage {
  const { manuscript, lines, shelf } = read;
  return coverage({ manuscript, lines, library: shelf.library, evidence, findings });
}
