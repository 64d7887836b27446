import type { Worker } from 'node:worker_threads';

/**
 * Gives a thread a task and waits for its answer. It must have answered the one before.
 *
 * @throws if the thread fails or ends
 */
export function askThread<Answer>(thread: Worker, task: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ended = (code: number) => settle(() => reject(new Error(`A thread ended with ${code}.`)));
    const settle = (done: () => void) => {
      thread.off('error', failed);
      thread.off('exit', ended);
      thread.off('message', answered);
      done();
    };
    const failed = (error: unknown) => settle(() => reject(error));
    const answered = (answer: Answer) => settle(() => resolve(answer));
    thread.on('error', failed);
    thread.on('exit', ended);
    thread.on('message', answered);
    thread.postMessage(task);
  });
}
