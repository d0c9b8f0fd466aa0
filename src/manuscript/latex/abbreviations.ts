/** A command of glossaries, acronym or acro that prints an abbreviation. */
const command =
  /^(?:gls|Gls|GLS)(?:pl|text|plural|first|name|xtrshort|xtrlong|xtrfull|entryshort|entrylong)?$|^[aA]c(?:p|s|sp|l|lp|f|fp|fi|r|rshort|rlong|rfull)?$/;

export function isAbbreviation(name: string): boolean {
  return command.test(name);
}

/**
 * What it prints. That is the short form even at its first use, where it prints both: the short one is what the reader
 * of most of the manuscript sees.
 */
export function abbreviationText(
  name: string,
  key: string,
  known: { readonly short: string; readonly long: string } | undefined,
): string {
  const isLong = /^ac(?:l|lp|rlong)$|long$/i.test(name);
  const isPlural = /pl$|plural$|^[aA]c(?:s|l|f)?p$/.test(name);
  return `${(isLong ? known?.long : known?.short) ?? key}${isPlural ? 's' : ''}`;
}
