import { lemma } from './words';

/** A word, a number or a punctuation mark of a statement's text. */
export interface Token {
  readonly text: string;
  /** Stem for words, the text itself for the rest. */
  readonly stem: string;
  readonly kind: 'word' | 'number' | 'punctuation' | 'placeholder';
  /** Offsets into the statement's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Capitals only (a plural s aside), two letters or more: an abbreviation. */
  readonly isAbbreviation: boolean;
  /** Hyphened to the word before. */
  readonly joined: boolean;
}

const TOKEN =
  /⟦\w+⟧|\p{L}(?:\.\p{L})+\b\.?|\d+(?:[.,]\d+)*(?:\^[-−]?\d+)?(?![\p{L}\d])|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’]\p{L}+)?|[\p{L}\p{N}]+|[^\s]/gu;
const ABBREVIATION = /^[\p{Lu}\p{N}]{2,}s?$/u;

/** Cuts a statement's text into tokens; linear in its length. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let hyphen = false;
  for (const match of text.matchAll(TOKEN)) {
    const raw = match[0];
    const start = match.index;
    const end = start + raw.length;
    if (isHyphen(raw) && joins(text.charAt(start - 1), text.charAt(end))) {
      hyphen = true;
      continue;
    }
    for (const token of splitContraction(raw, start)) {
      tokens.push(makeToken(token, hyphen));
      hyphen = false;
    }
  }
  return tokens;
}

function isHyphen(text: string): boolean {
  return text === '-' || text === '‐' || text === '‑' || text === '/';
}

interface Part {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** "UC-MSC", "IL-6", "PaO2/FiO2", but neither a dash between spaces nor the range "4-6". */
function joins(before: string, after: string): boolean {
  return (
    /[\p{L}\p{N}]/u.test(before) &&
    /[\p{L}\p{N}]/u.test(after) &&
    !(/\d/.test(before) && /\d/.test(after))
  );
}

/** `don't` is `do` + `n't`, so that the negation can be found; a possessive s is dropped. */
function splitContraction(raw: string, start: number): Part[] {
  const end = start + raw.length;
  if (raw.includes('.') && /^\p{L}\./u.test(raw))
    return [{ text: raw.replace(/\./g, ''), start, end }];
  const apostrophe = raw.search(/['’]/);
  if (apostrophe <= 0) return [{ text: raw, start, end }];
  if (/n['’]t$/i.test(raw)) {
    const stemEnd = apostrophe - 1;
    const verb = raw.toLowerCase() === "can't" ? 'can' : raw.slice(0, stemEnd);
    return [
      { text: verb, start, end: start + stemEnd },
      { text: "n't", start: start + stemEnd, end },
    ];
  }
  return [{ text: raw.slice(0, apostrophe), start, end: start + apostrophe }];
}

function makeToken({ text, start, end }: Part, joined: boolean): Token {
  const { stem, kind, isAbbreviation } = formOf(text);
  return { text, stem, kind, start, end, isAbbreviation, joined };
}

/** What a token is wherever it stands. */
type Form = Pick<Token, 'stem' | 'kind' | 'isAbbreviation'>;

const forms = new Map<string, Form>();
/** As for lemmas: manuscripts repeat their words. */
const FORMS_LIMIT = 20_000;

/** A pure function with a memo. */
function formOf(text: string): Form {
  const known = forms.get(text);
  if (known) return known;
  const kind = kindOf(text);
  const form: Form = {
    stem: kind === 'word' ? (text === "n't" ? "n't" : lemma(text)) : text,
    kind,
    isAbbreviation: kind === 'word' && text.length <= 12 && ABBREVIATION.test(text),
  };
  if (forms.size >= FORMS_LIMIT) forms.clear();
  forms.set(text, form);
  return form;
}

function kindOf(text: string): Token['kind'] {
  const first = text.charAt(0);
  if (first === '⟦') return 'placeholder';
  if (/\p{N}/u.test(first)) return /[\p{L}]/u.test(text) ? 'word' : 'number';
  if (/[\p{L}\p{M}]/u.test(first)) return 'word';
  return 'punctuation';
}
