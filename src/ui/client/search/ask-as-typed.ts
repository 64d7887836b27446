import type { Answer } from '#search/ask.ts';

// Long enough that a word being typed is not asked letter by letter, short enough to feel immediate.
const PAUSE_MS = 120;

export interface Asker {
  ask(question: string): Promise<Answer>;
  /** The reader goes on writing. */
  typed(): void;
  waiting(): void;
  answered(question: string, answer: Answer): void;
  emptied(): void;
  failed(): void;
}

/** A field, or several that are asked as one. */
export interface Written {
  readonly value: string;
  addEventListener(type: 'input', listener: () => void): void;
}

/**
 * Asks what stands in a field whenever typing pauses.
 *
 * @param pause how long, in milliseconds
 * @returns asks at once, if it has not been asked already
 */
export function askAsTyped(input: Written, asker: Asker, pause = PAUSE_MS): () => Promise<void> {
  let asked: string | undefined;
  let timer = 0;
  const now = async () => {
    clearTimeout(timer);
    const question = input.value.trim();
    if (question === asked) return;
    asked = question;
    if (question === '') return asker.emptied();
    asker.waiting();
    try {
      const answer = await asker.ask(question);
      // A slower answer to an earlier question must not replace a later one.
      if (asked === question) asker.answered(question, answer);
    } catch {
      if (asked !== question) return;
      asked = undefined;
      asker.failed();
    }
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    if (input.value.trim() !== asked) asker.typed();
    timer = window.setTimeout(now, pause);
  });
  return now;
}
