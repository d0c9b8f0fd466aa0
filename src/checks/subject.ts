import type { Pack } from '../evidence/types';

/** The subject has to show this often, so that one stray word does not start the checker. */
const MIN_HITS = 2;
/** Only so much of a text is looked at: the test must stay cheap on any file. */
const LOOK_AT = 200_000;

/** A cheap test of whether a text is on the subject of the packs, before any other work on it. */
export function ruleOfSubject(packs: readonly Pack[]): (text: string) => boolean {
  const words = new Set(
    packs.flatMap((pack) => pack.manifest.subject).map((word) => word.toLowerCase()),
  );
  const single = [...words].filter((word) => !word.includes(' '));
  const phrases = [...words].filter((word) => word.includes(' '));
  return (text) => {
    const head = text.slice(0, LOOK_AT).toLowerCase();
    const isShort = head.length < 1000;
    let hits = 0;
    const needed = isShort ? 1 : MIN_HITS;
    for (const word of [...single, ...phrases]) {
      let at = head.indexOf(word);
      while (at >= 0) {
        if (isWord(head, at, word.length) && ++hits >= needed) return true;
        at = head.indexOf(word, at + word.length);
      }
    }
    return false;
  };
}

function isWord(text: string, at: number, length: number): boolean {
  return (
    !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + length))
  );
}
