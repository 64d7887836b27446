import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { digest } from '#kb/values/digest.ts';
import type { Index } from '#search/search-index.ts';
import { type FoundArticles, findArticles } from '../../search/ask-known.ts';
import { openBuiltIndex } from '../../search/open-index.ts';
import { remembered } from '../../search/remembered.ts';
import { rememberingIndex } from '../../search/remembering-index.ts';

/** A question in a language. */
export interface LocalQuestion {
  locale: string;
  question: string;
}

/** Searches built sites for many questions. */
export interface Asker {
  /** @returns for each question what each site finds */
  ask(questions: readonly LocalQuestion[]): Promise<FoundArticles[][]>;
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
  return askOnce(expected < FEW || threads < 2 ? askHere(dists) : askInThreads(dists, threads));
}

/** So many answers are remembered: those to the texts that come again and again, such as those of forms. */
const MOST_REMEMBERED = 20_000;

/** Asks the same text once, if it didn't come too long ago. */
function askOnce({ ask, close }: Asker): Asker {
  const known = new Map<string, Promise<FoundArticles[]>>();
  return {
    ask(questions) {
      const fresh: LocalQuestion[] = [];
      const { promise: asked, resolve, reject } = Promise.withResolvers<FoundArticles[][]>();
      const answers = questions.map((one) =>
        remembered(known, keyOf(one), MOST_REMEMBERED, () => {
          const place = fresh.push(one) - 1;
          return asked.then((all) => all[place] ?? []);
        }),
      );
      ask(fresh).then(resolve, reject);
      return Promise.all(answers);
    },
    close,
  };
}

/** Short, however long the text is. The search ignores spaces and line breaks. */
function keyOf({ locale, question }: LocalQuestion): string {
  return `${locale} ${digest(question.replace(/\s+/g, ' ').trim())}`;
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
      const parts: Promise<FoundArticles[][]>[] = [];
      for (let start = 0; start < questions.length; start += AT_ONCE)
        parts.push(give(questions.slice(start, start + AT_ONCE)));
      return (await Promise.all(parts)).flat();
    },
    close: () => Promise.all(workers.map(({ worker }) => worker.terminate())),
  };
}

function answersOf(worker: Worker, questions: readonly LocalQuestion[]): Promise<FoundArticles[][]> {
  return new Promise((resolve, reject) => {
    const ended = (code: number) => reject(new Error(`A thread ended with ${code}.`));
    worker.once('error', reject);
    worker.once('exit', ended);
    worker.once('message', (answers: FoundArticles[][]) => {
      worker.off('error', reject);
      worker.off('exit', ended);
      resolve(answers);
    });
    worker.postMessage(questions);
  });
}

const NOTHING: FoundArticles = { results: [], state: 'nothing' };

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
      const answers: FoundArticles[][] = [];
      for (const { locale, question } of questions) {
        const own: FoundArticles[] = [];
        for (const index of await indexesOf(locale)) own.push(index ? await findArticles(index, question) : NOTHING);
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
