import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { WriteMarkdown } from './twin-maker.ts';

// Enough to keep the process busy. More would only wait in its memory.
const AT_ONCE = 32;

/** Writes articles as Markdown in a process of its own, which starts with the first one. */
export interface MarkdownBeside {
  /** Takes the HTML in UTF-8. */
  write: WriteMarkdown<Buffer>;
  close(): void;
}

type Asked = Parameters<WriteMarkdown<Uint8Array>>;
/** In the order in which it was asked. */
type Answer = { markdown: string } | { failed: Error };

export function markdownBeside(): MarkdownBeside {
  const waiting: { asked: Asked; answer: PromiseWithResolvers<string> }[] = [];
  let sent = 0;
  let child: ChildProcess | undefined;
  const sendNext = () => {
    for (; sent < AT_ONCE && sent < waiting.length; sent++)
      // A process that ended has said why.
      child?.send(waiting[sent]?.asked ?? [], () => {});
  };
  const start = () => {
    const started = fork(fileURLToPath(import.meta.url), { serialization: 'advanced', execArgv: process.execArgv });
    const fail = (error: Error) => {
      for (const { answer } of waiting.splice(0)) answer.reject(error);
    };
    started.on('error', fail);
    started.on('exit', (code, signal) => fail(new Error(`Writing Markdown ended early (${signal ?? code}).`)));
    started.on('message', (message: Answer) => {
      const first = waiting.shift();
      sent--;
      sendNext();
      if ('failed' in message) first?.answer.reject(message.failed);
      else first?.answer.resolve(message.markdown);
    });
    return started;
  };
  return {
    write(...asked) {
      child ??= start();
      const answer = Promise.withResolvers<string>();
      waiting.push({ asked, answer });
      sendNext();
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
  const loading = import('#markdown/twin/article-markdown.ts');
  process.on('message', async ([html, page, note]: Asked) => {
    const { articleMarkdown } = await loading;
    let answer: Answer;
    try {
      answer = { markdown: articleMarkdown(Buffer.from(html).toString(), page, note) };
    } catch (error) {
      answer = { failed: error instanceof Error ? error : new Error(String(error)) };
    }
    process.send?.(answer);
  });
  // Whoever started it is gone.
  process.on('disconnect', () => process.exit());
}
