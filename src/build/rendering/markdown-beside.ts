import { type ChildProcess, fork } from 'node:child_process';
import { constants, getPriority, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { WriteMarkdown } from './twin-maker.ts';

// Together, they take a fraction of the time. Two keep the process busy: more would only wait in its memory.
const PER_MESSAGE = 16;
const MESSAGES = 2;
/** How much lower its priority is. */
const LATER = 10;

/** Writes articles as Markdown in a process of its own, which starts with the first one. */
export interface MarkdownBeside {
  /** Takes the HTML in UTF-8. */
  write: WriteMarkdown<Buffer>;
  close(): void;
}

type Asked = Parameters<WriteMarkdown<Uint8Array>>;
/** In the order in which they were asked. */
type Answer = { markdown: string } | { failed: Error };

export function markdownBeside(): MarkdownBeside {
  const waiting: { asked: Asked; answer: PromiseWithResolvers<string> }[] = [];
  const sent: (typeof waiting)[] = [];
  let child: ChildProcess | undefined;
  const sendNext = () => {
    while (sent.length < MESSAGES && waiting.length > 0) {
      const batch = waiting.splice(0, PER_MESSAGE);
      sent.push(batch);
      // A process that ended has said why.
      child?.send(
        batch.map(({ asked }) => asked),
        () => {},
      );
    }
  };
  const start = () => {
    const started = fork(fileURLToPath(import.meta.url), { serialization: 'advanced', execArgv: process.execArgv });
    const fail = (error: Error) => {
      for (const { answer } of [...sent.splice(0).flat(), ...waiting.splice(0)]) answer.reject(error);
    };
    started.on('error', fail);
    started.on('exit', (code, signal) => fail(new Error(`Writing Markdown ended early (${signal ?? code}).`)));
    started.on('message', (answers: Answer[]) => {
      const batch = sent.shift() ?? [];
      sendNext();
      for (const [at, message] of answers.entries())
        if ('failed' in message) batch[at]?.answer.reject(message.failed);
        else batch[at]?.answer.resolve(message.markdown);
    });
    return started;
  };
  return {
    write(...asked) {
      child ??= start();
      const answer = Promise.withResolvers<string>();
      if (waiting.push({ asked, answer }) === 1) setImmediate(sendNext);
      return answer.promise;
    },
    close() {
      child?.removeAllListeners('exit');
      child?.kill();
    },
  };
}

// The same file is what the process runs.
if (import.meta.main && process.send) {
  // Nothing but the end of the build waits for it; rendering and indexing have more to do after that.
  setPriority(Math.min(getPriority() + LATER, constants.priority.PRIORITY_LOW));
  const loading = import('#markdown/twin/article-markdown.ts');
  process.on('message', async (batch: Asked[]) => {
    const { articleMarkdown } = await loading;
    const answers = batch.map(([html, page, note]): Answer => {
      try {
        return { markdown: articleMarkdown(Buffer.from(html).toString(), page, note) };
      } catch (error) {
        return { failed: error instanceof Error ? error : new Error(String(error)) };
      }
    });
    process.send?.(answers);
  });
  // Whoever started it is gone.
  process.on('disconnect', () => process.exit());
}
