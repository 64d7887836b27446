import { appendFile, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptName, longDigest, removeKept } from '#build/keeping/kept-file.ts';
import type { PartFile } from '#build/parts/part-file.ts';
import { filesOf } from '#build/parts/write-part.ts';
import { mulberry32 } from '../../../scripts/shared/random.ts';
import { type Ran, run } from '../../run.ts';
import { type SmallSite, smallSite } from '../../site/small-site.ts';

// More of them by hand: OHJE_SPLITS=5 OHJE_SEED=7 npx vitest run tests/scripts/build/parts.test.ts
const SPLITS = Number(process.env.OHJE_SPLITS ?? 1);
const SEED = Number(process.env.OHJE_SEED ?? 1);
const LOCALES = ['en', 'fa', 'fi', 'sv'];
const today = '2026-11-15';

let site: SmallSite;
let folder: string;
let content: string;
let parts: string[];
let whole: Map<string, string>;
const named: string[] = [];

beforeAll(async () => {
  site = await smallSite();
  ({ folder, content } = site);
  const file = join(content, 'site.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('locales: [en, fa]', `locales: [${LOCALES}]`));
  await mkdir(join(content, 'articles/fi/cards'), { recursive: true });
  await writeFile(
    join(content, 'articles/fi/cards/order.mdx'),
    '---\ntitle: Tilaa kortti\n---\n\nSe tulee postissa.\n',
  );
  expect(await build('--today', today, '--out', join(folder, 'whole'))).toMatchObject({ code: 0 });
  named.push(keptName(content, { audience: 'public' }));
  whole = await contentOf(join(folder, 'whole'));
});
afterAll(async () => {
  for (const name of named) await removeKept(name);
  await site.remove();
});

describe('a site that several machines build', () => {
  it(`is the same as that of one machine, however its languages are divided (${SPLITS}, seed ${SEED})`, async () => {
    const random = mulberry32(SEED);
    for (let split = 0; split < SPLITS; split++) {
      const groups = divided(random);
      parts = [];
      for (const [index, locales] of groups.entries()) {
        const out = join(folder, `parts-${split}`, String(index));
        expect(await build('--today', today, '--locales', locales.join(','), '--out', out)).toMatchObject({ code: 0 });
        named.push(keptName(content, { audience: 'public', locales }));
        parts.push(out);
      }
      const mixed = parts.toSorted(() => random() - 0.5);
      const joined = await joinParts(...mixed);
      expect(joined).toMatchObject({ code: 0, stderr: '' });
      expect(joined.stdout).toContain(`Put ${parts.length} parts together`);
      expect(await contentOf(join(folder, 'joined')), JSON.stringify(groups)).toEqual(whole);
    }
  });

  it('is not put together of parts that do not fit, and all reasons are said at once', async () => {
    const [first = '', second = '', ...rest] = parts;
    const withEnglish = (part: PartFile) => ({
      ...part,
      locales: [...new Set(['en', ...part.locales])].filter((tag) => tag !== 'sv'),
    });
    const other = await changed(second, (part) => ({
      ...withEnglish(part),
      made: {
        engine: 'another',
        settings: 'another',
        theme: 'lumo',
        today: '2026-11-16',
        audience: 'internal',
        address: '',
        history: 'another',
      },
      articles: { ...part.articles, 'articles/en/another.mdx': 'new' },
      content: { ...part.content, 'site.yaml': 'another' },
    }));
    await appendFile(join(other, 'site/robots.txt'), 'More.');
    await rm(join(other, 'site/404.html'));
    const others = [first, ...rest].map((part) => changed(part, withEnglish));
    const refused = await joinParts(...(await Promise.all(others)), other);
    expect(refused.code).toBe(1);
    for (const why of [
      `${other} and `,
      'were built with different versions of Ohje',
      'different settings',
      'the themes "lumo" and "plain"',
      'for 2026-11-16 and 2026-11-15',
      'for the audiences "internal" and "public"',
      'for no address and https://help.pilvi.example/',
      'different dates of articles',
      'different content: articles/en/another.mdx; site.yaml',
      'The language "en" is in ',
      'No part has "sv".',
      `${other} is not as it was built: 2 files, such as 404.html`,
      'joined is unchanged',
    ])
      expect(refused.stderr).toContain(why);
    expect(await contentOf(join(folder, 'joined'))).toEqual(whole);
  });

  it('is not put together if parts have different files for all languages', async () => {
    const [first = '', ...others] = parts;
    const robots = 'Another.';
    const other = await changed(first, (part) => ({
      ...part,
      files: { ...part.files, 'robots.txt': longDigest(robots) },
    }));
    await writeFile(join(other, 'site/robots.txt'), robots);
    const refused = await joinParts(...others, other);
    expect(refused.stderr).toMatch(/has other files than .*: robots\.txt\./);
    expect(await contentOf(join(folder, 'joined'))).toEqual(whole);
  });

  it('says which folders are no parts, and which options have no use', async () => {
    const broken = await changed(parts[0] ?? '', (part) => part);
    await writeFile(join(broken, 'part.json'), '{"version":2}');
    const refused = await joinParts(...parts.slice(1), broken, join(folder, 'whole'));
    expect(refused.stderr).toContain(`${broken} can't be read`);
    expect(refused.stderr).toContain(`${join(folder, 'whole')} isn't a part`);
    const wrong = await build('--join', '--locales', 'en', '--today', today);
    expect(wrong).toMatchObject({ code: 2 });
    for (const name of ['--locales has no use', '--today has no use', 'needs the folders of the parts'])
      expect(wrong.stderr).toContain(name);
  });

  it('has no part for a language that it lacks, and no part replaces a site', async () => {
    const unknown = await build('--locales', 'en,xx', '--out', join(folder, 'xx'));
    expect(unknown).toMatchObject({ code: 1 });
    expect(unknown.stderr).toContain('--locales has "xx", but the site is in en, fa, fi, and sv.');
    const over = await build('--locales', 'en', '--out', join(folder, 'whole'));
    expect(over.stderr).toContain('contains other files than a part');
  });
});

function build(...words: string[]): Promise<Ran> {
  return run('build', words.includes('--join') ? words : ['--content', content, ...words]);
}

function joinParts(...names: string[]): Promise<Ran> {
  return build('--join', ...names, '--out', join(folder, 'joined'));
}

/** The languages in groups, at least two, so there is something to put together. */
function divided(random: () => number): string[][] {
  for (;;) {
    const groups = Map.groupBy(LOCALES, () => Math.floor(random() * 4));
    if (groups.size > 1) return [...groups.values()];
  }
}

/** A copy of a part that says something else about itself. */
async function changed(part: string, change: (part: PartFile) => unknown): Promise<string> {
  const copy = await mkdtemp(join(folder, 'changed-'));
  await cp(part, copy, { recursive: true });
  const file = join(copy, 'part.json');
  await writeFile(file, JSON.stringify(change(JSON.parse(await readFile(file, 'utf8')) as PartFile)));
  return copy;
}

async function contentOf(site: string): Promise<Map<string, string>> {
  const files = await filesOf(site);
  return new Map(
    await Promise.all(files.map(async (path) => [path, longDigest(await readFile(join(site, path)))] as const)),
  );
}
