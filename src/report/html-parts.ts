import { escapeHtml, safeUrl } from './plain';
import type { ReportedReference } from './types';

/** A link, or the words alone where the address is none that may be followed. */
export function link(text: string, url: string | undefined): string {
  const address = safeUrl(url);
  return address === undefined
    ? escapeHtml(text)
    : `<a href="${address.replace(/&/g, '&amp;')}" rel="noreferrer">${escapeHtml(text)}</a>`;
}

/** "[25] Huang XP, Sun Z. Title. Circulation. 2010;122(23):2419-29. doi:10.…" */
export function referenceHtml({ number, text, url, doi }: ReportedReference): string {
  const before = number === undefined ? '' : `[${number}] `;
  const after = doi === undefined ? '' : ` ${link(`doi:${doi}`, url)}`;
  return `${before}${escapeHtml(text)}${after}`;
}
