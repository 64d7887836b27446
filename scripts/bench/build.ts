import { appendFile, mkdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { keptName, previewName, removeKept } from '#build/keeping/kept-file.ts';
import { engineDir } from '#io/machine/engine.ts';
import { makeTemporaryFolder } from '#io/machine/temporary-folder.ts';
import { layOutContent, makeArticles, writeArticles } from './articles.ts';
import type { BenchStep, BuildBench } from './build-report.ts';
import { hugoVersion, layOutHugo } from './hugo.ts';
import { type Measured, measure, measureStart } from './measure.ts';
import { layOutStarlight, starlightVersion } from './starlight.ts';

const node = process.execPath;
const script = (name: string) => join(engineDir, 'scripts', `${name}.ts`);
const pagefind = join(engineDir, 'node_modules/pagefind/lib/runner/bin.cjs');

/**
 * Measures all steps once per run, one after the other, on the same articles.
 *
 * @param onProgress gets what is measured now, and how much of it is done, from 0 to 1
 */
export async function benchBuild(
  count: number,
  runs: number,
  withStarlight: boolean,
  onProgress: (doing: string, done?: number) => void,
): Promise<BuildBench> {
  const { path: folder, remove } = await makeTemporaryFolder();
  const at = (name: string) => join(folder, name);
  try {
    onProgress('Making the articles and installing what to compare with');
    const articles = makeArticles(count);
    const hugo = await hugoVersion();
    const hugoStep = `Hugo ${hugo} + Pagefind`;
    await layOutContent(at('ours'), articles);
    await writeArticles(at('markdown'), articles, 'md');
    if (hugo) await layOutHugo(at('hugo'), articles);
    if (withStarlight) await layOutStarlight(at('starlight'), articles);
    await mkdir(at('work'));

    const ours = (name: string, ...words: string[]) => measure(node, [script(name), ...words], folder);
    const build = (...words: string[]) => ours('build', '--content', at('ours'), '--out', at('dist'), ...words);
    const index = (site: string, out: string) =>
      measure(node, [pagefind, '--site', site, '--output-path', out, '--quiet'], at('work'));
    const starlight = () => measure(node, [at('starlight/node_modules/astro/bin/astro.mjs'), 'build'], at('starlight'));

    const steps: BenchStep[] = [];
    const record = async (name: string, run: () => Promise<Measured>) => {
      const step = steps.find((known) => known.name === name) ?? { name, measured: [] };
      if (step.measured.length === 0) steps.push(step);
      onProgress(`Run ${now} of ${runs}: ${name}`, measured / (runs * perRun));
      step.measured.push(await run());
      measured++;
    };
    const perRun = 6 + (hugo ? 1 : 0) + (withStarlight ? 2 : 0);
    let [now, measured] = [0, 0];
    for (let run = 0; run < runs; run++) {
      now = run + 1;
      const clear = (...names: string[]) =>
        Promise.all(names.map((name) => rm(at(name), { recursive: true, force: true })));
      await clear('dist', 'hugo/public', 'index', 'imported', 'starlight/dist', 'starlight/.astro');
      await clear('starlight/node_modules/.astro');
      await record('Ohje, whole build', () => build('--fresh'));
      if (hugo)
        await record(hugoStep, async () => {
          const pages = await measure('hugo', ['--quiet'], at('hugo'));
          return both(pages, await index(at('hugo/public'), at('hugo/public/pagefind')));
        });
      await record('Pagefind alone, on the pages of Ohje', () => index(at('dist'), at('index')));
      if (withStarlight) await record(`Starlight ${starlightVersion}, whole build`, starlight);

      const change = `\nOne more word: change${run}.\n`;
      await appendFile(at('ours/articles/en/s00/a0.mdx'), change);
      await record('Ohje, after an edit', () => build());
      if (withStarlight) {
        await appendFile(at('starlight/src/content/docs/s00/a0.mdx'), change);
        await record(`Starlight ${starlightVersion}, after an edit`, starlight);
      }
      await record('Ohje, check', () => ours('check', '--content', at('ours')));
      await record('Ohje, import from Markdown', () =>
        ours('import', 'markdown', at('markdown'), '--into', at('imported')),
      );
      const port = await freePort();
      await record('Ohje, dev server to the first article', () =>
        measureStart(
          [script('dev'), '--content', at('ours'), '--port', String(port)],
          engineDir,
          `http://localhost:${port}/en/s00/a0/`,
        ),
      );
    }
    return { articles: count, steps, ...(hugo && { hugoStep }) };
  } finally {
    // What builds and previews keep for the next one lies elsewhere.
    for (const name of [keptName(at('ours'), { audience: 'public' }), previewName(at('ours'))]) await removeKept(name);
    await remove();
  }
}

function both(first: Measured, second: Measured): Measured {
  const peaks = [first.megabytes, second.megabytes].filter((peak) => peak !== undefined);
  return {
    seconds: first.seconds + second.seconds,
    megabytes: peaks.length > 0 ? Math.max(...peaks) : undefined,
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
