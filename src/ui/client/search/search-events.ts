import type { Answer } from '#search/ask.ts';
import type { AnswerState } from '#search/confidence.ts';
import { storageKey } from '../../storage-key.ts';
import { emitEvent } from '../emit-event.ts';
import { readStored, store } from '../storage.ts';
import { redact } from './redact.ts';

// A reader who stops this long has read the answers.
const SETTLED_MS = 1000;

/** The details of the events on `document`; questions are redacted. */
export interface SearchEvents {
  /** @property confident whether the state is `answer` */
  'ohje:search': { question: string; locale: string; results: number; state: AnswerState; confident: boolean };
  'ohje:search-miss': SearchEvents['ohje:search'];
  /** @property position counted from 1 */
  'ohje:search-choose': { question: string; locale: string; article: string; position: number };
}

export interface SearchLog {
  /** A question has an answer; it counts when the reader pauses there. */
  answered(question: string, answer: Answer): void;
  /** The reader continues to type, so the last answer was not read. */
  dropped(): void;
  /** The reader chose a result, pressed Enter or leaves. */
  settled(): void;
  chosen(question: string, article: string, position: number): void;
}

/**
 * Sends each search, once it has settled, to listeners on `document`, and to the company's own collector if one is set.
 */
export function searchLog({ locale, log }: { locale: string; log?: string | undefined }): SearchLog {
  let pending: SearchEvents['ohje:search'] | undefined;
  let timer = 0;
  const tell = <Name extends keyof SearchEvents>(name: Name, detail: SearchEvents[Name]) =>
    emitEvent(name, detail, log);
  const dropped = () => {
    clearTimeout(timer);
    pending = undefined;
  };
  const settled = () => {
    const search = pending;
    dropped();
    if (!search || !isNew(`${locale} ${search.question}`)) return;
    tell('ohje:search', search);
    if (search.state !== 'answer') tell('ohje:search-miss', search);
  };
  addEventListener('pagehide', settled);
  return {
    answered(question, { state, confident, results }) {
      dropped();
      pending = { question: redact(question), locale, results: results.length, state, confident };
      timer = window.setTimeout(settled, SETTLED_MS);
    },
    dropped,
    settled,
    chosen(question, article, position) {
      settled();
      tell('ohje:search-choose', { question: redact(question), locale, article, position });
    },
  };
}

let last = '';
const key = storageKey('last-search');
const inTab = () => sessionStorage;

/** Whether another question came before, on this page or on the previous page in the same tab. */
function isNew(question: string): boolean {
  const different = question !== (readStored(key, inTab) ?? last);
  store(key, question, inTab);
  last = question;
  return different;
}
