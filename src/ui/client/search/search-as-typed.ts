import type { Find } from './open-index.ts';
import type { SearchLog } from './search-events.ts';
import { newSearch, nextSearch, type SearchEvent, type SearchState } from './search-state.ts';

// Long enough not to search letter by letter, short enough to feel immediate.
const PAUSE_MS = 120;
// A question that failed is sent again by itself, less and less often.
const AGAIN_MS = 2000;
const RARELY_MS = 30_000;

/** A field, or several that are searched for as one. */
export interface SearchField {
  readonly value: string;
  /** Has `composing` while an input method composes a word. */
  readonly dataset?: DOMStringMap;
  addEventListener(type: 'input' | 'compositionend', listener: (event: Event) => void): void;
}

interface Options {
  find: Find;
  /** Draws the state; called whenever it changes. */
  show(state: SearchState): void;
  /** The reader continues to type. */
  typed?(): void;
  log?: SearchLog;
  /** How long typing has to pause, in milliseconds. */
  pause?: number;
}

/** A search that follows what is typed into a field. */
export interface LiveSearch {
  readonly state: SearchState;
  /** The question sent last. */
  readonly sent: string | undefined;
  /** Searches at once, unless this question has been sent already. */
  now(): Promise<void>;
}

export function searchAsTyped(field: SearchField, { find, show, typed, log, pause = PAUSE_MS }: Options): LiveSearch {
  let search = newSearch;
  let timer = 0;
  let again = 0;
  let failures = 0;
  // Half a character, such as a part of an emoji, has no place in an address.
  const question = () => field.value.trim().toWellFormed();
  /** @returns whether it changed anything */
  const happen = (event: SearchEvent): boolean => {
    const before = search;
    search = nextSearch(search, event);
    if (search.state !== before.state) show(search.state);
    return search !== before;
  };
  const now = async () => {
    clearTimeout(timer);
    clearTimeout(again);
    if (field.dataset?.composing !== undefined) return;
    const sent = question();
    if (sent === search.sent) return;
    happen({ kind: 'sent', question: sent });
    if (sent === '') return log?.dropped();
    try {
      const answer = await find(sent, (best) =>
        happen({ kind: 'answered', question: sent, answer: best, isPartial: true }),
      );
      failures = 0;
      if (happen({ kind: 'answered', question: sent, answer }) && sent === question()) log?.answered(sent, answer);
    } catch {
      if (happen({ kind: 'failed', question: sent }))
        again = window.setTimeout(now, Math.min(AGAIN_MS * 2 ** failures++, RARELY_MS));
    }
  };
  addEventListener('online', () => {
    if (search.state.kind === 'failed') void now();
  });
  const changed = (event: Event) => {
    clearTimeout(timer);
    // A word that an input method still composes isn't a question yet.
    if ((event as InputEvent).isComposing) return;
    if (question() !== search.sent) {
      typed?.();
      log?.dropped();
    }
    timer = window.setTimeout(now, pause);
  };
  field.addEventListener('input', changed);
  field.addEventListener('compositionend', changed);
  return {
    get state() {
      return search.state;
    },
    get sent() {
      return search.sent;
    },
    now,
  };
}
