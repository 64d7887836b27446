import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { Body, BodyAnswers, BodyFacts, WrittenBody } from '#intake/articles/bodies/body.ts';
import { bodyDesk } from '#intake/articles/bodies/body-desk.ts';
import { askThread } from '../machine/ask-thread.ts';

/** Reads the bodies of an import, keeps them, and writes them, in as many threads as it's worth. */
export interface Bodies {
  /** @param onProgress called now and then with the share that is done, from 0 to 1 */
  read(bodies: readonly Body[], onProgress: (done: number) => void): Promise<BodyFacts[]>;
  /** Writes the bodies that were read, once, in the same order. */
  write(answers: readonly BodyAnswers[], onProgress: (done: number) => void): Promise<WrittenBody[]>;
  close(): Promise<unknown>;
}

/** Each thread holds a share of the articles and its own copy of the program. */
const MOST_THREADS = 4;
/** In characters: less text is done before threads have started. */
const FEW = 2_000_000;
/** In MB: with more, threads keep several times as much that they don't need any more. */
const YOUNG = 16;
/** How many bodies a thread is given at a time. */
const AT_ONCE = 20;

/**
 * @param characters of the texts that bodies come from
 * @param threads how many threads to use; the result is the same with any number
 */
export function openBodies(
  characters: number,
  threads = characters < FEW ? 1 : Math.min(MOST_THREADS, availableParallelism()),
): Bodies {
  return threads < 2 ? bodiesHere() : bodiesInThreads(threads);
}

function bodiesHere(): Bodies {
  const desk = bodyDesk();
  let paths: string[] = [];
  return {
    async read(bodies, onProgress) {
      paths = bodies.map(({ path }) => path);
      return bodies.map((body, index) => {
        onProgress(index / bodies.length);
        return desk.read(body);
      });
    },
    async write(answers, onProgress) {
      return answers.map((one, index) => {
        onProgress(index / answers.length);
        return desk.write(paths[index] ?? '', one);
      });
    },
    close: async () => {},
  };
}

/** What a thread is asked to do with some bodies. */
type Task = { read: readonly Body[] } | { write: readonly (readonly [path: string, answers: BodyAnswers])[] };

function bodiesInThreads(count: number): Bodies {
  const threads = Array.from(
    { length: count },
    () =>
      new Worker(fileURLToPath(import.meta.url), {
        workerData: { ohjeBodies: true },
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
      }),
  );
  // A body is written in the thread that has read it.
  const owners = new Map<Worker, number[]>(threads.map((thread) => [thread, []]));
  let read: readonly Body[] = [];

  return {
    async read(bodies, onProgress) {
      read = bodies;
      const facts: BodyFacts[] = new Array(bodies.length);
      let next = 0;
      let done = 0;
      const work = async (thread: Worker) => {
        while (next < bodies.length) {
          const start = next;
          next = Math.min(bodies.length, start + AT_ONCE);
          const some = bodies.slice(start, next);
          for (const [at, one] of (await askThread<BodyFacts[]>(thread, { read: some } satisfies Task)).entries()) {
            facts[start + at] = one;
            owners.get(thread)?.push(start + at);
          }
          done += some.length;
          onProgress(done / bodies.length);
        }
      };
      await Promise.all(threads.map(work));
      return facts;
    },
    async write(answers, onProgress) {
      const written: WrittenBody[] = new Array(answers.length);
      let done = 0;
      const work = async (thread: Worker) => {
        const own = owners.get(thread) ?? [];
        for (let start = 0; start < own.length; start += AT_ONCE) {
          const some = own.slice(start, start + AT_ONCE);
          const write = some.map((at) => [read[at]?.path ?? '', answers[at] as BodyAnswers] as const);
          for (const [at, one] of (await askThread<WrittenBody[]>(thread, { write } satisfies Task)).entries())
            written[some[at] as number] = one;
          done += some.length;
          onProgress(done / answers.length);
        }
      };
      await Promise.all(threads.map(work));
      return written;
    },
    close: () => Promise.all(threads.map((thread) => thread.terminate())),
  };
}

// The same file is what a thread runs.
if (parentPort && workerData?.ohjeBodies) {
  const port = parentPort;
  const desk = bodyDesk();
  port.on('message', (task: Task) => {
    port.postMessage('read' in task ? task.read.map(desk.read) : task.write.map((one) => desk.write(...one)));
  });
}
