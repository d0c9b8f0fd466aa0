import type { Question } from './messages';

/**
 * Questions to the extension, one at a time: what is typed while an answer is under way is asked next, and only the last
 * of it, so that a slow answer neither piles up others nor comes after a newer one.
 */
export class Asking {
  private id = 0;
  private isWaiting = false;
  private next: Question | undefined;
  private current: Question | undefined;

  constructor(private readonly send: (id: number, question: Question) => void) {}

  /** The answer to this question is wanted, and to none before. */
  ask(question: Question): void {
    if (this.isWaiting) {
      this.next = question;
      return;
    }
    this.isWaiting = true;
    this.current = question;
    this.send(++this.id, question);
  }

  /** Whether an answer is under way. */
  get isBusy(): boolean {
    return this.isWaiting;
  }

  /** @returns the question, where the answer is still wanted */
  answered(id: number): Question | undefined {
    if (id !== this.id || !this.isWaiting) return undefined;
    this.isWaiting = false;
    const { next, current } = this;
    this.next = undefined;
    if (!next) return current;
    this.ask(next);
    return undefined;
  }
}
