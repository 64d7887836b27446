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

/** Learns from the texts of one language while the caller does something else. */
export interface Learner {
  learn(lesson: Lesson): Promise<Learned>;
  close(): Promise<unknown>;
}

/** Fewer texts are learned from before a thread has started. */
const FEW = 2000;

/** @param texts how many there will be */
export function openLearner(texts: number): Learner {
  if (texts < FEW || availableParallelism() < 2) return { learn: learnHere, close: async () => {} };
  const worker = new Worker(fileURLToPath(import.meta.url), {
    workerData: { ohjeLearns: true },
    // Without it, the thread takes 100 MB more, and is hardly faster.
    resourceLimits: { maxYoungGenerationSizeMb: 24 },
  });
  return {
    learn: (lesson) =>
      new Promise((resolve, reject) => {
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
