import type { CardAction } from './messages';

/** What a key does while a card has the focus. */
export type CardKey =
  | { readonly kind: 'move'; readonly by: number }
  | { readonly kind: 'end'; readonly last: boolean }
  | { readonly kind: 'search' }
  | { readonly kind: 'act'; readonly action: CardAction };

const PAGE = 5;

/** Of a keyboard event. */
export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/**
 * Reads a key. Arrows and Page keys move from card to card, Enter opens the evidence, with Ctrl or Cmd it inserts the
 * citation; letters do what they stand for, where the focus is on the card itself.
 */
export function cardKey(event: Pressed, isOnCard: boolean): CardKey | undefined {
  const { key, altKey } = event;
  const isCommand = event.ctrlKey || event.metaKey;
  if (altKey) return undefined;
  if (isCommand) return key === 'Enter' ? { kind: 'act', action: 'insertCitation' } : undefined;
  switch (key) {
    case 'ArrowDown':
      return { kind: 'move', by: 1 };
    case 'ArrowUp':
      return { kind: 'move', by: -1 };
    case 'PageDown':
      return { kind: 'move', by: PAGE };
    case 'PageUp':
      return { kind: 'move', by: -PAGE };
    case 'Home':
      return { kind: 'end', last: false };
    case 'End':
      return { kind: 'end', last: true };
    case '/':
    case 'Escape':
      return { kind: 'search' };
  }
  if (!isOnCard) return undefined;
  const action = LETTERS[key.length === 1 ? key.toLowerCase() : key];
  return action && { kind: 'act', action };
}

const LETTERS: Readonly<Record<string, CardAction>> = {
  Enter: 'openPage',
  i: 'insertCitation',
  c: 'copyCitation',
  r: 'copyReference',
  d: 'openDoi',
  m: 'findMentions',
};
