import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFile, cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptFolder, keptName, removeKept } from '#build/keeping/kept-file.ts';
import { engineDir } from '#io/machine/engine.ts';
import { listFiles } from '#io/machine/files.ts';
import { mulberry32 } from '../../scripts/shared/random.ts';
import { type Ran, run, runAlone } from '../run.ts';
import { type SmallSite, smallSite } from './small-site.ts';

// More of them by hand: OHJE_BUILDS=40 OHJE_SEED=7 npx vitest run tests/site/kept-pages.test.ts
const BUILDS = Number(process.env.OHJE_BUILDS ?? 3);
const SEED = Number(process.env.OHJE_SEED ?? 1);
/** How many edits are made before each build. */
const PER_BUILD = 5;

const kept = join(keptFolder, 'pages');

let site: SmallSite;
let files: string[];
let ours: string[] = [];

beforeAll(async () => {
  site = await smallSite();
  await cp(join(engineDir, 'themes/plain'), join(site.folder, 'themes/plain'), { recursive: true });
  await mkdir(join(site.folder, 'themes/plain/parts'), { recursive: true });
  await writeFile(
    footer(),
    "---\nimport Footer from '#ui/parts/Footer.astro';\nconst { view } = Astro.props;\n---\n<Footer view={view} />\n",
  );
  git('init', '--quiet');
  commit('2026-10-01');
  expect(await site.build()).toMatchObject({ code: 0, stderr: '' });
  const name = `${keptName(site.content, { audience: 'public' })}.`;
  ours = (await readdir(kept)).filter((file) => file.startsWith(name)).map((file) => join(kept, file));
});
afterAll(async () => {
  for (const file of ours) await rm(file, { force: true });
  await site?.remove();
});

const bundle = () => ours.find((file) => file.endsWith('.bundle')) ?? '';
const footer = () => join(site.folder, 'themes/plain/parts/Footer.astro');
const at = (...path: string[]) => join(site.content, ...path);

describe('a build that keeps pages of the one before', () => {
  it(`is the same as a whole build after random edits before each of ${BUILDS} builds (seed ${SEED})`, async () => {
    expect(ours.map((file) => file.replace(/^.*\./, '')).sort()).toEqual([
      'bundle',
      'index',
      'pages',
      'texts',
      'twins',
    ]);
    const random = mulberry32(SEED);
    const { edit, names } = editor(random);
    const made: string[] = [];
    for (let done = 0; done < BUILDS; done++) {
      // What only texts say changes nothing that is compiled.
      const texts = done % 2 === 0;
      const compiled = await stat(bundle());
      for (let more = 0; more < PER_BUILD; more++) made.push(await edit(texts ? textEdits : names));
      await expectSame(made.join('\n'));
      if (texts) expect((await stat(bundle())).ino, made.join('\n')).toBe(compiled.ino);
    }
  });

  it('is the same while another one runs', async () => {
    await appendFile(at('articles/en/cards/freeze.mdx'), '\nTwo builds.\n');
    const words = ['--content', site.content, '--today', today];
    const outs = ['one', 'two'].map((name) => join(site.folder, name));
    const both = await Promise.all(outs.map((out) => runAlone('build', [...words, '--out', out])));
    for (const ran of both) expect(ran).toMatchObject({ code: 0, stderr: '' });
    await expectSame('two at once');
    for (const out of outs) expect(await contentOf(out)).toEqual(files);
  });

  it('renders again what it kept damaged', async () => {
    for (const file of ours) {
      const bytes = await readFile(file);
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
      await writeFile(file, bytes);
    }
    await expectSame('damaged');
  });
});

function git(...words: string[]): void {
  const who = ['-c', 'user.name=Ohje', '-c', 'user.email=ohje@example.com'];
  execFileSync('git', [...who, ...words], { cwd: site.content, stdio: 'pipe' });
}

/** @param day `YYYY-MM-DD` */
function commit(day: string): void {
  process.env.GIT_COMMITTER_DATE = `${day}T12:00:00Z`;
  git('add', '--all');
  git('commit', '--quiet', '--allow-empty', '--message', day);
}

/** @param words of the command */
function build(...words: string[]): Promise<Ran> {
  return site.build('--today', today, ...words);
}
let today = '2026-11-15';

async function expectSame(edits: string): Promise<void> {
  expect(await build(), edits).toMatchObject({ code: 0, stderr: '' });
  files = await contentOf(site.out);
  // Elsewhere, nothing is kept.
  const whole = join(site.folder, 'whole');
  await mkdir(whole);
  for (const name of ['content', 'components', 'themes'])
    await cp(join(site.folder, name), join(whole, name), { recursive: true });
  const words = ['--content', join(whole, 'content'), '--out', join(whole, 'dist'), '--today', today];
  expect(await run('build', words), edits).toMatchObject({ code: 0, stderr: '' });
  const all = await contentOf(join(whole, 'dist'));
  await removeKept(keptName(join(whole, 'content'), { audience: 'public' }));
  await rm(whole, { recursive: true });
  expect(files, edits).toEqual(all);
}

async function contentOf(folder: string): Promise<string[]> {
  const all = await listFiles(folder);
  return Promise.all(
    all.map(
      async (path) =>
        `${path} ${createHash('sha256')
          .update(await readFile(join(folder, path)))
          .digest('hex')}`,
    ),
  );
}

/** The edits after which nothing is compiled again. */
const textEdits = [
  'word',
  'title',
  'add',
  'remove',
  'rename',
  'translate',
  'topic',
  'notice',
  'counts',
  'commit',
  'day',
];

/** Makes random changes that a company could make. */
function editor(random: () => number): { names: string[]; edit(names: readonly string[]): Promise<string> } {
  const any = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const articles = ['en/cards/freeze', 'en/cards/order', 'en/account/close', 'fa/cards/freeze'];
  const own: string[] = [];
  let count = 0;
  const article = (path: string) => at(`articles/${path}.mdx`);
  const change = async (file: string, from: RegExp, to: string) =>
    writeFile(
      file,
      (await readFile(file, 'utf8')).replace(from, () => to),
    );
  const edits: Record<string, () => Promise<unknown>> = {
    word: () => appendFile(article(any([...articles, ...own])), `\nWord ${count}.\n`),
    title: () => change(article(any(['en/cards/order', ...own])), /^title: .*$/m, `title: Title number ${count}`),
    add: async () => {
      const path = `en/${any(['cards', 'account', 'more'])}/added-${count}`;
      await mkdir(join(article(path), '..'), { recursive: true });
      const front = `title: Added ${count}\ntype: ${any(['faq', 'solution'])}\ntopics: [${any(['card-lost', 'card-late'])}]`;
      await writeFile(
        article(path),
        `---\n${front}\n---\n\n## One\n\nCards, [freeze](/cards/freeze).\n\n## Two\n\nTwo.\n`,
      );
      own.push(path);
    },
    remove: async () => {
      const [path] = own.splice(0, 1);
      if (path === undefined) return;
      await rm(article(path));
      await rm(article(path.replace('en/', 'fa/')), { force: true });
    },
    rename: async () => {
      const [path] = own.splice(0, 1);
      if (path === undefined) return;
      const text = await readFile(article(path), 'utf8');
      await rm(article(path));
      await rm(article(path.replace('en/', 'fa/')), { force: true });
      const moved = path.replace(/en\/\w+\//, `en/${any(['cards', 'account'])}/moved-`);
      await writeFile(article(moved), text);
      own.push(moved);
    },
    translate: async () => {
      if (own.length === 0) return;
      const path = any(own).replace('en/', 'fa/');
      await mkdir(join(article(path), '..'), { recursive: true });
      await writeFile(article(path), `---\ntitle: ${any(['کارت', 'حساب'])} ${count}\n---\n\nمتن ${count}.\n`);
    },
    fact: () => change(at('facts.yaml'), /^cardFee: .*$/m, `cardFee: ${count + 7} EUR`),
    snippet: () => appendFile(at('snippets/en/contact.mdx'), `\nMore ${count}.\n`),
    topic: () => change(at('topics.yaml'), /title: Late.*$/m, `title: Late card ${count}`),
    section: () => change(at('site.yaml'), /fa: حساب.*\}/, `fa: حساب ${count} }`),
    name: () => change(at('site.yaml'), /^name: .*$/m, `name: Pilvi ${count}`),
    votes: () =>
      change(at('site.yaml'), /^theme: plain\n(votes: .*\n)?/m, `theme: plain\nvotes: ${any(['events', 'off'])}\n`),
    contact: () => change(at('site.yaml'), /phone: .*$/m, `phone: "+358 9 0000 0${300 + count}"`),
    counts: async () => {
      const rows = ['card_late', 'lost_card'].map(
        (name) => `2026-11-1${any([0, 1, 2])},en,${name},${Math.floor(random() * 90)}`,
      );
      await mkdir(at('tickets'), { recursive: true });
      await writeFile(at('tickets/zendesk.csv'), `day,locale,category,tickets\n${rows.sort().join('\n')}\n`);
    },
    notice: async () => {
      await mkdir(at('announcements'), { recursive: true });
      const text = `severity: notice\nfrom: 2026-11-1${any([0, 4])}T09:00:00+02:00\ntitle: { en: News ${count}, fa: خبر }\ntext: { en: Text, fa: متن }\n`;
      await writeFile(at('announcements/news.yaml'), `${text}sections: [${any(['cards', 'account'])}]\n`);
    },
    picture: () =>
      writeFile(
        at('articles/en/cards/card.svg'),
        `<svg xmlns="http://www.w3.org/2000/svg" width="4" height="${count + 2}"/>`,
      ),
    photo: async () => {
      const photo = sharp({
        create: { width: 800 + count, height: 300, channels: 3, background: any(['teal', 'plum']) },
      });
      await photo.png().toFile(at('articles/en/cards/photo.png'));
      const text = await readFile(article('en/cards/order'), 'utf8');
      if (!text.includes('photo.png')) await appendFile(article('en/cards/order'), '\n![A photo](./photo.png)\n');
    },
    place: () =>
      change(
        article(any(['en/cards/freeze', 'en/account/close', ...own])),
        /^title: .*(?:\norder: .*\nredirectFrom: .*)?$/m,
        `title: Place ${count}\norder: ${count}\nredirectFrom: [/old/${count}]`,
      ),
    color: () =>
      change(
        join(site.folder, 'themes/plain/theme.yaml'),
        /^ {2}brand: .*$/m,
        `  brand: { light: "#1d4f9${any([0, 1, 2, 3])}", dark: "#1f5aa6" }`,
      ),
    style: () =>
      appendFile(join(site.folder, 'themes/plain/theme.css'), `\n.added-${count} { color: var(--color-text); }\n`),
    part: () =>
      appendFile(
        footer(),
        `<p>Part ${count}: {view.chrome.library.shown('en').map(({ article }) => article.title)}</p>\n`,
      ),
    component: () => appendFile(join(site.folder, 'components/Rate.astro'), `<i>${count}</i>\n`),
    commit: async () => commit(`2026-11-${10 + Math.floor(random() * 5)}`),
    day: async () => {
      today = `2026-11-${15 + Math.floor(random() * 3)}`;
    },
  };
  return {
    names: Object.keys(edits),
    async edit(names) {
      const name = any(names);
      count++;
      await edits[name]?.();
      return `${count} ${name}`;
    },
  };
}
