/** Dates as bibliographies write them, to CSL's date parts. */

export type Issued = { readonly 'date-parts': readonly (readonly number[])[] };

const DATE = /(?<![\d.])(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?!\d)/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads `2010`, `2010-05`, `2010-05-12`, a range with `/`, and the marks around a year that is not sure (`c. 2010`,
 * `[2010]`, `2010~`). Undefined where no year of four digits is found ("in press").
 */
export function readDate(text: string): Issued | undefined {
  const [first = '', second = ''] = text.split('/');
  const start = dateParts(first);
  if (start === undefined) return undefined;
  const end = dateParts(second);
  return { 'date-parts': end === undefined ? [start] : [start, end] };
}

/** A date of a year and, where they can be read, month and day. */
export function composeDate(year: string, month = '', day = ''): Issued | undefined {
  const date = readDate(year);
  const parts = date?.['date-parts'][0];
  if (date === undefined || parts?.length !== 1) return date;
  const monthNumber = readMonth(month);
  if (monthNumber === undefined) return date;
  const dayNumber = Number(day);
  const withDay = /^\d{1,2}$/.test(day) && dayNumber >= 1 && dayNumber <= 31;
  return { 'date-parts': [[...parts, monthNumber, ...(withDay ? [dayNumber] : [])]] };
}

/** BibTeX's macro for a month, 1 to 12. */
export function monthMacro(month: number): string | undefined {
  return MONTHS[month - 1];
}

/** The predefined `@string` macros of BibTeX's styles: `jan` to `dec`. */
export const MONTH_MACROS: ReadonlyMap<string, string> = new Map(
  MONTHS.map((name) => [name, name]),
);

function readMonth(text: string): number | undefined {
  const number = /^\s*(\d{1,2})\s*$/.exec(text)?.[1];
  const named = /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i.exec(text)?.[0].toLowerCase();
  const month = named === undefined ? Number(number) : MONTHS.indexOf(named) + 1;
  return month >= 1 && month <= 12 ? month : undefined;
}

function dateParts(text: string): number[] | undefined {
  const match = DATE.exec(text);
  if (match === null) return undefined;
  const [, year, month, day] = match;
  const parts = [Number(year)];
  if (month !== undefined && Number(month) >= 1 && Number(month) <= 12) {
    parts.push(Number(month));
    if (day !== undefined && Number(day) >= 1 && Number(day) <= 31) parts.push(Number(day));
  }
  return parts;
}
