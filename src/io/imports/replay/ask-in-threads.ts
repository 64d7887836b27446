import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { Index } from '#search/search-index.ts';
import { askKnown, type KnownAnswer } from '../../search/ask-known.ts';
import { openBuiltIndex } from '../../search/open-index.ts';
import { rememberingIndex } from '../../search/remembering-index.ts';

/** A question in a language, and the ids of the articles that answer it. */
export interface LocalQuestion {
  locale: string;
  question: string;
  right: readonly string[];
}

/** Searches built sites for many questions. */
export interface Asker {
  /** @returns for each question the answer of each site */
  ask(questions: readonly LocalQuestion[]): Promise<KnownAnswer[][]>;
  close(): Promise<unknown>;
}

/** More threads need more memory, and the one that reads the tickets can't keep up with them. */
const MOST_THREADS = 4;
/** Fewer questions are answered before a thread has started. */
const FEW = 2000;

/**
 * @param dists the folders of built sites
 * @param expected how many questions there will be
 */
export function openAsker(dists: readonly string[], expected: number): Asker {
  const threads = Math.min(MOST_THREADS, availableParallelism());
  return expected < FEW || threads < 2 ? askHere(dists) : askInThreads(dists, threads);
}

/** How many questions a thread is given at a time. */
const AT_ONCE = 100;

function askInThreads(dists: readonly string[], threads: number): Asker {
  const workers = Array.from({ length: threads }, () => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: { ohjeAsks: dists } });
    return { worker, busy: Promise.resolve() as Promise<unknown> };
  });
  let next = 0;
  const give = (questions: readonly LocalQuestion[]) => {
    const one = workers[next++ % workers.length];
    if (!one) throw new Error('No thread could be started.');
    const answered = one.busy.then(() => answersOf(one.worker, questions));
    one.busy = answered.catch(() => {});
    return answered;
  };
  return {
    async ask(questions) {
      const parts: Promise<KnownAnswer[][]>[] = [];
      for (let start = 0; start < questions.length; start += AT_ONCE)
        parts.push(give(questions.slice(start, start + AT_ONCE)));
      return (await Promise.all(parts)).flat();
    },
    close: () => Promise.all(workers.map(({ worker }) => worker.terminate())),
  };
}

function answersOf(worker: Worker, questions: readonly LocalQuestion[]): Promise<KnownAnswer[][]> {
  return new Promise((resolve, reject) => {
    const ended = (code: number) => reject(new Error(`A thread ended with ${code}.`));
    worker.once('error', reject);
    worker.once('exit', ended);
    worker.once('message', (answers: KnownAnswer[][]) => {
      worker.off('error', reject);
      worker.off('exit', ended);
      resolve(answers);
    });
    worker.postMessage(questions);
  });
}

const NOTHING: KnownAnswer = { kind: 'nothing', rank: undefined, results: [], confident: false };

function askHere(dists: readonly string[]): Asker {
  const sites = Promise.all(dists.map(openBuiltIndex));
  const opened = new Map<string, Promise<(Index | undefined)[]>>();
  const indexesOf = (locale: string) => {
    const known = opened.get(locale) ?? sites.then((all) => Promise.all(all.map((site) => site?.open(locale))));
    const ready = opened.get(locale) ?? known.then((all) => all.map((index) => index && rememberingIndex(index)));
    opened.set(locale, ready);
    return ready;
  };
  return {
    async ask(questions) {
      const answers: KnownAnswer[][] = [];
      for (const { locale, question, right } of questions) {
        const known = { question, right: new Set(right) };
        const own: KnownAnswer[] = [];
        for (const index of await indexesOf(locale)) own.push(index ? await askKnown(index, known) : NOTHING);
        answers.push(own);
      }
      return answers;
    },
    close: async () => {},
  };
}

// The same file is what a thread runs.
const dists: unknown = workerData?.ohjeAsks;
if (parentPort && Array.isArray(dists)) {
  const port = parentPort;
  const asker = askHere(dists);
  port.on('message', async (questions: LocalQuestion[]) => port.postMessage(await asker.ask(questions)));
}
