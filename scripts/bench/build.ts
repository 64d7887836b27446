import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { engineDir } from '#io/machine/engine.ts';
import { layOutContent, type MadeArticle, makeArticles, writeArticles } from './articles.ts';
import { installPeers } from './install.ts';

const run = promisify(execFile);
const peer = { '@astrojs/starlight': '0.42.0', astro: '7.3.4' };

interface BuildResult {
  name: string;
  seconds: number;
  /** Peak memory of the main process. */
  megabytes: number;
}

/** Builds the same articles with Ohje and with Starlight: a first build, then one after a change of one word. */
export async function benchBuild(count: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ohje-bench-'));
  try {
    const articles = await makeArticles(count);
    const ours = join(folder, 'ours');
    const theirs = join(folder, 'starlight');
    await layOutContent(ours, articles);
    await layOutStarlight(theirs, articles);
    const buildOurs = () =>
      measure([join(engineDir, 'scripts/build.ts'), '--content', ours, '--out', join(folder, 'dist')], engineDir);
    const buildTheirs = () => measure([join(theirs, 'node_modules/astro/bin/astro.mjs'), 'build'], theirs);
    const rows: BuildResult[] = [
      { name: 'Ohje, first build', ...(await buildOurs()) },
      { name: 'Starlight, first build', ...(await buildTheirs()) },
    ];
    for (const file of [join(ours, 'articles/en/s00/a0.mdx'), join(theirs, 'src/content/docs/s00/a0.mdx')])
      await writeFile(file, `${await readFile(file, 'utf8')}\nOne more word.\n`);
    rows.push({ name: 'Ohje, one word changed', ...(await buildOurs()) });
    rows.push({ name: 'Starlight, one word changed', ...(await buildTheirs()) });
    return table(count, rows);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function layOutStarlight(folder: string, articles: readonly MadeArticle[]): Promise<void> {
  await writeArticles(join(folder, 'src/content/docs'), articles);
  await writeFile(
    join(folder, 'src/content.config.ts'),
    "import { defineCollection } from 'astro:content';\nimport { docsLoader } from '@astrojs/starlight/loaders';\nimport { docsSchema } from '@astrojs/starlight/schema';\nexport const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n",
  );
  await writeFile(
    join(folder, 'astro.config.mjs'),
    "import starlight from '@astrojs/starlight';\nimport { defineConfig } from 'astro/config';\nexport default defineConfig({ integrations: [starlight({ title: 'Bench' })] });\n",
  );
  await installPeers(folder, peer);
}

async function measure(words: readonly string[], cwd: string): Promise<Omit<BuildResult, 'name'>> {
  const report = join(cwd, '.peak-memory');
  const note = `process.on('exit',()=>require('fs').writeFileSync(${JSON.stringify(report)},String(process.resourceUsage().maxRSS)))`;
  const began = performance.now();
  await run(
    process.execPath,
    [
      '--import',
      `data:text/javascript,import{createRequire}from'node:module';const require=createRequire('file:///');${encodeURIComponent(note)}`,
      ...words,
    ],
    {
      cwd,
      maxBuffer: 256 * 1024 * 1024,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    },
  );
  const seconds = (performance.now() - began) / 1000;
  const megabytes = Number(await readFile(report, 'utf8')) / 1024;
  await rm(report);
  return { seconds, megabytes };
}

function table(count: number, rows: readonly BuildResult[]): string {
  const lines = rows.map(
    ({ name, seconds, megabytes }) =>
      `${name.padEnd(30)}${seconds.toFixed(1).padStart(8)} s${megabytes.toFixed(0).padStart(8)} MB`,
  );
  const ratio = (a: number, b: number) => ((rows[b]?.seconds ?? 0) / (rows[a]?.seconds ?? 1)).toFixed(1);
  return `${count.toLocaleString('en')} articles, with search\n\n${lines.join('\n')}\n\nStarlight takes ${ratio(0, 1)} times as long for the first build, and ${ratio(2, 3)} times as long after a change of one word.\n`;
}
