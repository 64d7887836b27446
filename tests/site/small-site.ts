import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, vi } from 'vitest';
import { type Ran, run } from '../run.ts';

const sites = join(import.meta.dirname, '../fixtures/sites');
export const smallContent = join(sites, 'small');

/** The beginning of a film, which is all that is looked at. */
export const shortFilm = '\0\0\0\x18ftypisom\0\0\0\0isommp42';

export interface SmallSite {
  folder: string;
  content: string;
  out: string;
  build(...words: string[]): Promise<Ran>;
  remove(): Promise<void>;
}

/** A copy of the small help center of the fixtures, to build and to break. */
export async function smallSite(): Promise<SmallSite> {
  const folder = await mkdtemp(join(tmpdir(), 'ohje-'));
  return copyInto(folder);
}

async function copyInto(folder: string): Promise<SmallSite> {
  const content = join(folder, 'content');
  const out = join(folder, 'dist');
  await cp(smallContent, content, { recursive: true });
  await cp(join(sites, 'components'), join(folder, 'components'), { recursive: true });
  return {
    folder,
    content,
    out,
    build: (...words) => run('build', ['--content', content, '--out', out, '--today', '2026-11-15', ...words]),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Adds a line below one of site.yaml, indented like that one. */
export async function addToSite({ content }: SmallSite, below: string, line: string): Promise<void> {
  const path = join(content, 'site.yaml');
  await writeFile(path, (await readFile(path, 'utf8')).replace(new RegExp(`^( *)${below}$`, 'm'), `$&\n$1${line}`));
}

/** An old address of an article of the shared site, with every character that one can have. */
export const strangeAddress = "/vanha/Kysymys (1) $a & ä; it's +1,2=3 @~!_-.x";

/**
 * The folder of a built site that several test files look at and none changes. It links to a form elsewhere, sends votes
 * nowhere, and has odd old addresses. The first file that needs it builds it, also if they run at the same time;
 * it is gone after the run.
 *
 * @param base the path at which it is published
 */
export async function sharedSite(base: '/' | '/help/' = '/'): Promise<string> {
  const folder = join(inject('sharedFolder'), base === '/' ? 'site' : 'site-below-path');
  const result = join(folder, 'result.json');
  const isFirst = await mkdir(folder).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    const site = await copyInto(folder);
    await addToSite(site, 'email: help@pilvi.example', 'form: "https://pilvi.example/ask?about={question}"');
    await addToSite(site, 'theme: plain', 'votes: events');
    const order = join(site.content, 'articles/en/cards/order.mdx');
    const old = `redirectFrom: [/old/order-a-card, "${strangeAddress}", /a/7.html, /fa/gone]`;
    await writeFile(order, (await readFile(order, 'utf8')).replace(/redirectFrom: .*/, old));
    const built = await site.build('--site', `https://help.pilvi.example${base}`);
    await writeFile(`${result}.new`, JSON.stringify(built));
    await rename(`${result}.new`, result);
  }
  await vi.waitUntil(() => existsSync(result), { timeout: 170_000 });
  expect(JSON.parse(await readFile(result, 'utf8'))).toMatchObject({ code: 0, stderr: '' });
  return join(folder, 'dist');
}
