/** Where the pages of the rules stand. */
const BASE = 'https://github.com/caveat-lint/caveat/blob/main/docs';

/** The page of a rule, for LSP's `codeDescription` and SARIF's `helpUri`. */
export function ruleDocsUrl(ruleId: string): string {
  return `${BASE}/rules/${ruleId}.md`;
}

/** The place of a claim in the readable form of its pack. */
export function claimDocsUrl(packId: string, claimId: string): string {
  return `${BASE}/evidence/${packId}.md#${claimId}`;
}
