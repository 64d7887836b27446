import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { type LearnWordsOptions, learnWords, type TicketText } from '#intake/tickets/words/learn-words.ts';
import { analysisFor } from '#search/analysis.ts';

/** The texts of one language, with what `learnWords` needs to know. */
export interface Lesson {
  locale: string;
  tickets: readonly TicketText[];
  options: Omit<LearnWordsOptions, 'analysis'>;
}

type Learned = ReturnType<typeof learnWords>;

/** Learns from the texts of languages in two threads, in the order in which they are given. */
export interface Learner {
  /**
   * Begins in a thread beside the caller's.
   *
   * @returns when called, learns in the caller's thread too, until all is learned: the words by language and topic.
   * Between languages it tells the share that is learned; if that throws, so does it.
   */
  begin(lessons: readonly Lesson[]): (onLearned?: (share: number) => void) => Promise<Map<string, Learned>>;
  close(): Promise<unknown>;
}

/** Fewer texts are learned from before a thread has started. */
const FEW = 2000;

interface Task {
  lesson: Lesson;
  learned: PromiseWithResolvers<Learned>;
}

/** @param texts how many there will be */
export function openLearner(texts: number): Learner {
  const worker = texts < FEW || availableParallelism() < 2 ? undefined : startWorker();
  const waiting: Task[] = [];
  let isBusy = false;
  const take = async ({ lesson, learned }: Task, learn: (lesson: Lesson) => Promise<Learned>) =>
    learn(lesson).then(learned.resolve, learned.reject);
  const workBeside = async () => {
    if (!worker || isBusy) return;
    isBusy = true;
    for (let task = waiting.shift(); task; task = waiting.shift()) await take(task, worker.learn);
    isBusy = false;
  };
  return {
    begin(lessons) {
      const tasks = lessons.map((lesson) => ({ lesson, learned: Promise.withResolvers<Learned>() }));
      // Whoever asks for the words learns of a failure; no one may ask.
      for (const { learned } of tasks) learned.promise.catch(() => {});
      waiting.push(...tasks);
      void workBeside();
      return async (onLearned) => {
        for (let task = waiting[0]; task && tasks.includes(task); task = waiting[0]) {
          waiting.shift();
          await take(task, learnHere);
          onLearned?.((tasks.indexOf(task) + 1) / tasks.length);
        }
        return new Map(
          await Promise.all(tasks.map(async ({ lesson, learned }) => [lesson.locale, await learned.promise] as const)),
        );
      };
    },
    close: async () => worker?.close(),
  };
}

function startWorker() {
  const worker = new Worker(fileURLToPath(import.meta.url), {
    workerData: { ohjeLearns: true },
    // Without it, the thread takes 100 MB more, and is hardly faster.
    resourceLimits: { maxYoungGenerationSizeMb: 24 },
  });
  return {
    learn: (lesson: Lesson) =>
      new Promise<Learned>((resolve, reject) => {
        worker.once('error', reject);
        worker.once('message', (learned: Learned) => {
          worker.off('error', reject);
          resolve(learned);
        });
        worker.postMessage(lesson);
      }),
    close: () => worker.terminate(),
  };
}

async function learnHere({ locale, tickets, options }: Lesson): Promise<Learned> {
  return learnWords(tickets, { ...options, analysis: await analysisFor(locale) });
}

// The same file is what a thread runs.
if (parentPort && workerData?.ohjeLearns === true) {
  const port = parentPort;
  port.on('message', async (lesson: Lesson) => port.postMessage(await learnHere(lesson)));
}
