import { reportHtml } from './html';
import { reportMarkdown } from './markdown-report';
import type { Report } from './types';

/** How a report can be written. A new format is a file beside this one and a line here. */
export const REPORT_FORMATS = {
  html: reportHtml,
  markdown: reportMarkdown,
} as const satisfies Readonly<Record<string, (report: Report) => string>>;

export type ReportFormat = keyof typeof REPORT_FORMATS;
