import type { PackManifest } from '../evidence/types';

/** Where the pages of the rules stand. */
const BASE = 'https://github.com/caveat-lint/caveat/blob/main/docs';

/** The page of a rule, for LSP's `codeDescription` and SARIF's `helpUri`. */
export function ruleDocsUrl(ruleId: string): string {
  return `${BASE}/rules/${ruleId}.md`;
}

/** The place of a claim in the readable form of its pack; undefined where the pack names no page on the web. */
export function claimDocsUrl(manifest: PackManifest, claimId: string): string | undefined {
  const { page } = manifest;
  return page?.startsWith('https://') ? `${page}#${encodeURIComponent(claimId)}` : undefined;
}
