import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { engineKey } from '#build/keeping/engine-key.ts';
import { keep, previewName, readKept } from '#build/keeping/kept-file.ts';
import { checkContent } from '#io/check-content.ts';
import { compileOnce, type KnownArticles } from '#io/compile-once.ts';
import { askThread } from '#io/machine/ask-thread.ts';
import { engineDir } from '#io/machine/engine.ts';
import type { Article } from '#kb/content/article.ts';
import type { Site } from '#kb/content/site.ts';
import type { Finding } from '#kb/findings/finding.ts';
import { measureCoverage, popularTopics } from '#kb/tickets/worklist/coverage.ts';
import { risingTopics } from '#kb/tickets/worklist/rising-topics.ts';
import { digest } from '#kb/values/digest.ts';
import type { CompileArticle } from '#markdown/compile.ts';

/** What a check of the content says. */
export interface Checked {
  findings: Finding[];
  /** `undefined` if site.yaml is missing or invalid. */
  site: Site | undefined;
  /** All articles that can be read, if they were asked for. */
  articles: Article[];
  /** Topic ids, the most asked first. */
  popular: string[];
  /** Ids of topics that recur and rise. */
  rising: string[];
}

/** Checks the content in a thread of its own, so pages don't wait for it. */
export interface CheckThread {
  /**
   * The same as `npm run check`, but what did not change since the last time is not compiled again.
   *
   * @throws if it could not be done, for example because a file vanished while it was read
   */
  check(withArticles: boolean): Promise<Checked>;
  stop(): Promise<unknown>;
}

const STOP = 'stop';

interface Task {
  /** `YYYY-MM-DD` */
  today: string;
  withArticles: boolean;
}

/** @param contentDir absolute */
export function startCheckThread(contentDir: string, theme: string | undefined, today: () => string): CheckThread {
  const thread = new Worker(fileURLToPath(import.meta.url), { workerData: { ohjeCheck: { contentDir, theme } } });
  const ended = once(thread, 'exit').catch(() => {});
  let last: Promise<unknown> = Promise.resolve();
  return {
    check(withArticles) {
      const asked = last.then(async () => {
        const task: Task = { today: today(), withArticles };
        const answer = await askThread<Checked | { failed: string }>(thread, task);
        if ('failed' in answer) throw new Error(answer.failed);
        return answer;
      });
      last = asked.catch(() => {});
      return asked;
    },
    async stop() {
      // To terminate it while it compresses what it keeps can crash Node.
      thread.postMessage(STOP);
      await ended;
    },
  };
}

// The same file is what the thread runs.
if (parentPort && workerData?.ohjeCheck) {
  const port = parentPort;
  const { contentDir, theme } = workerData.ohjeCheck as { contentDir: string; theme: string | undefined };
  const opened = openKnown(`${previewName(contentDir, theme)}.checked`);
  port.on('message', async (asked: Task | typeof STOP) => {
    if (asked === STOP) process.exit();
    const { today, withArticles } = asked;
    try {
      const { compileArticle, keepOnce } = await opened;
      const articles: Article[] = [];
      const { findings, library, sources } = await checkContent(contentDir, theme, {}, today, {
        compileArticle(...article) {
          const compiled = compileArticle(...article);
          if (withArticles && compiled.article) articles.push(compiled.article);
          return compiled;
        },
      });
      const coverage = library && measureCoverage(library, sources);
      port.postMessage({
        findings,
        site: library?.site,
        articles,
        popular: coverage ? popularTopics(coverage) : [],
        rising: coverage ? risingTopics(coverage, today) : [],
      } satisfies Checked);
      await keepOnce();
    } catch (error) {
      port.postMessage({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
}

/** Articles as the last preview compiled them, so the next one is ready sooner. What this one compiles is kept once. */
async function openKnown(file: string): Promise<{ compileArticle: CompileArticle; keepOnce(): Promise<void> }> {
  const [known, engine] = await Promise.all([readKept(file) as Promise<KnownArticles>, engineKey(engineDir)]);
  const compileKnown = compileOnce(known);
  let isKept = false;
  return {
    compileArticle(article, scope, around) {
      return compileKnown(article, scope, digest(engine, around));
    },
    async keepOnce() {
      if (!isKept) await keep(file, known, known);
      isKept = true;
    },
  };
}
