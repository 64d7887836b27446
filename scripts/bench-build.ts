import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { engineDir } from '#io/engine.ts';
import { listFiles } from '#io/files.ts';

const run = promisify(execFile);
const peer = { '@astrojs/starlight': '0.42.0', astro: '7.3.4' };

interface Measured {
  name: string;
  seconds: number;
  /** Of the largest process. */
  megabytes: number;
}

/** Builds the same articles here and with Starlight, first from nothing and then with one word changed. */
export async function benchBuild(count: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ohje-bench-'));
  try {
    const articles = await makeArticles(count);
    const ours = join(folder, 'ours');
    const theirs = join(folder, 'starlight');
    await layOutOurs(ours, articles);
    await layOutStarlight(theirs, articles);
    const buildOurs = () =>
      measure([join(engineDir, 'scripts/build.ts'), '--content', ours, '--out', join(folder, 'dist')], engineDir);
    const buildTheirs = () => measure([join(theirs, 'node_modules/astro/bin/astro.mjs'), 'build'], theirs);
    const rows: Measured[] = [
      { name: 'Ohje, from nothing', ...(await buildOurs()) },
      { name: 'Starlight, from nothing', ...(await buildTheirs()) },
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

interface Article {
  path: string;
  title: string;
  body: string;
}

/** Articles of the length and shape of the sample's own, put together from its paragraphs; always the same ones. */
async function makeArticles(count: number): Promise<Article[]> {
  const sample = join(engineDir, 'content/articles/en');
  const paragraphs: string[] = [];
  for (const file of await listFiles(sample)) {
    if (!file.endsWith('.mdx')) continue;
    const text = (await readFile(join(sample, file), 'utf8')).split('\n---\n')[1] ?? '';
    paragraphs.push(...text.split(/\n\n+/).filter((block) => block.length > 80 && !/[<{#|[\]]|^\s*[-\d]/.test(block)));
  }
  const random = randomFrom(1);
  const pick = () => paragraphs[Math.floor(random() * paragraphs.length)] ?? '';
  const words = (text: string) =>
    text
      .replace(/[^\p{L} ]/gu, '')
      .split(' ')
      .filter(Boolean)
      .slice(0, 5)
      .join(' ');
  return Array.from({ length: count }, (_, index) => ({
    path: `s${String(index % 40).padStart(2, '0')}/a${index}`,
    title: `${words(pick())} ${index}`,
    body: Array.from(
      { length: 5 },
      () => `## ${words(pick())}\n\n${pick()}\n\n${pick()}\n\n- ${words(pick())}\n- ${words(pick())}`,
    ).join('\n\n'),
  }));
}

// mulberry32 by Tommy Ettinger (public domain): small, and the same everywhere.
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

async function layOutOurs(folder: string, articles: readonly Article[]): Promise<void> {
  await writeAll(join(folder, 'articles/en'), articles);
  await writeFile(join(folder, 'site.yaml'), 'name: Bench\nlocales: [en]\ndefaultLocale: en\ntheme: plain\n');
}

async function layOutStarlight(folder: string, articles: readonly Article[]): Promise<void> {
  await writeAll(join(folder, 'src/content/docs'), articles);
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies: peer }));
  await writeFile(
    join(folder, 'src/content.config.ts'),
    "import { defineCollection } from 'astro:content';\nimport { docsLoader } from '@astrojs/starlight/loaders';\nimport { docsSchema } from '@astrojs/starlight/schema';\nexport const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n",
  );
  await writeFile(
    join(folder, 'astro.config.mjs'),
    "import starlight from '@astrojs/starlight';\nimport { defineConfig } from 'astro/config';\nexport default defineConfig({ integrations: [starlight({ title: 'Bench' })] });\n",
  );
  await run('npm', ['install', '--no-audit', '--no-fund'], { cwd: folder, shell: process.platform === 'win32' });
}

async function writeAll(folder: string, articles: readonly Article[]): Promise<void> {
  for (const { path, title, body } of articles) {
    const file = join(folder, `${path}.mdx`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `---\ntitle: ${JSON.stringify(title)}\n---\n\n${body}\n`);
  }
}

async function measure(words: readonly string[], cwd: string): Promise<Omit<Measured, 'name'>> {
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

function table(count: number, rows: readonly Measured[]): string {
  const lines = rows.map(
    ({ name, seconds, megabytes }) =>
      `${name.padEnd(30)}${seconds.toFixed(1).padStart(8)} s${megabytes.toFixed(0).padStart(8)} MB`,
  );
  const ratio = (a: number, b: number) => ((rows[b]?.seconds ?? 0) / (rows[a]?.seconds ?? 1)).toFixed(1);
  return `${count.toLocaleString('en')} articles, with search\n\n${lines.join('\n')}\n\nStarlight takes ${ratio(0, 1)} times as long from nothing, and ${ratio(2, 3)} times after one word.\n`;
}
