import type { Reference } from '../../evidence/types';
import { medical, type MedicalStyle } from './vancouver';

const AMA: MedicalStyle = { maxAuthors: 6, firstOfMore: 3, doiPrefix: 'doi:' };

/** AMA, 11th edition, as plain text: "Huang XP, Sun Z. Title. Circulation. 2010;122(23):2419-2429. doi:10.…". */
export function ama(reference: Reference): string {
  return medical(reference, AMA, (page) => page.replace(/\s*[-\u2010-\u2015]+\s*/g, '-'));
}
