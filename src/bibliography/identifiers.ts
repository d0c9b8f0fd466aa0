/** Identifiers as people paste them, in the form CSL wants. */

/** Longer than any DOI or its address. */
const MAX_LENGTH = 500;

/** `10.1000/xyz` out of `https://doi.org/10.1000/xyz`, `doi:10.1000/xyz`…; undefined where there is no DOI. */
export function bareDoi(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed.length > MAX_LENGTH || !trimmed.includes('10.')) return undefined;
  const match = /^(?:https?:\/\/(?:[\w-]+\.)*doi\.[\w./-]*?\/|doi:?\s*)?(10\.\d{4,9}\/\S+)$/i.exec(
    trimmed,
  );
  const doi = match?.[1];
  if (doi === undefined) return undefined;
  // From an address it comes percent-encoded.
  return /^http/i.test(trimmed) && doi.includes('%') ? decode(doi) : doi;
}

/** Digits of a PubMed id, written alone or after `PMID:`. */
export function barePmid(text: string): string | undefined {
  return /^\s*(?:PMID:?\s*)?(\d{1,9})\s*$/i.exec(text)?.[1];
}

/** A PubMed id that a note mentions: exporters put it there for want of a field. */
export function pmidInNote(note: string): string | undefined {
  return /\bPMID:?\s*(\d{1,9})\b/i.exec(note)?.[1];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
