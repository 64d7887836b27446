import { join, resolve } from 'node:path';
import { deskLocales } from '#export/desks/desk-locales.ts';
import { makeDeskSite } from '#export/desks/desk-site.ts';
import type { DeskResource, DeskTarget } from '#export/desks/desk-target.ts';
import { plainBody } from '#export/desks/plain-body.ts';
import { articleDesks } from '#intake/articles/desks/all.ts';
import { DownloadError } from '#io/articles/patient-fetch.ts';
import { type PushResult, type PushState, pushDesk } from '#io/articles/push-desk.ts';
import { replaceFile } from '#io/machine/atomic-write.ts';
import { readText } from '#io/machine/files.ts';
import { count } from '#report/layout/numbers.ts';
import { Refusal } from '../shared/failures.ts';
import { showProgress } from '../shared/progress.ts';
import { listOf } from '../shared/read-values.ts';
import { mustHaveAddress, readBuiltArticles, readMainLocale, readSiteName } from './built-site.ts';

interface DeskRequest {
  dist: string;
  dir: string;
  /** The address of the help desk to bring the articles to. */
  push: URL | undefined;
  dryRun: boolean;
}

/** What was brought to the desk, so the next push changes it. */
const STATE = 'pushed.json';
const kinds = ['categories', 'sections', 'articles', 'translations'] as const;

/** @returns what was done, as text */
export async function exportDesk(target: DeskTarget, { dist, dir, push, dryRun }: DeskRequest): Promise<string> {
  const articles = await readBuiltArticles(dist);
  mustHaveAddress(articles);
  const main = await readMainLocale(dist);
  const texts = [...articles.values()].flat().map((article) => ({
    ...article,
    body: plainBody(article.html, article.url),
  }));
  const site = makeDeskSite(await readSiteName(dist), texts, main);
  if (push) return bring(target, site, { dir, push, dryRun });
  const tags = [...articles.keys()];
  const locales = target.languages
    ? deskLocales(tags, target.languages, undefined).locales
    : new Map(tags.map((tag) => [tag, tag.toLowerCase()]));
  const missing = tags.filter((tag) => !locales.has(tag));
  const { resources, losses } = target.resources(site, { locales, mainLocale: main, ids: {} });
  for (const kind of kinds) await replaceFile(join(resolve(dir), `${kind}.json`), fileOf(resources, kind));
  const number = (kind: string) => resources.filter((one) => one.kind === kind).length;
  // At some desks, translations are part of the articles.
  const written = (['section', 'article', 'translation'] as const).flatMap((noun) => {
    const made = number(`${noun}s`);
    return noun === 'translation' && made === 0 ? [] : count(made, noun);
  });
  const lines = [
    `Wrote ${listOf(written, 'and')} to ${dir}.`,
    ...missing.map((tag) => `${target.label} has no language for ${tag}, so its articles are left out.`),
    ...losses,
  ];
  return `${lines.join('\n')}\n`;
}

function fileOf(resources: readonly DeskResource[], kind: string): string {
  const own = resources.filter((one) => one.kind === kind);
  return `${JSON.stringify(
    own.map(({ key, create }) => ({ key, request: `${create.method} /${create.path}`, body: create.body })),
    null,
    2,
  )}\n`;
}

async function bring(
  target: DeskTarget,
  site: ReturnType<typeof makeDeskSite>,
  { dir, push, dryRun }: { dir: string; push: URL; dryRun: boolean },
): Promise<string> {
  const desk = articleDesks.find(({ name }) => name === target.name);
  if (!desk) throw new Error(`There is no way to log in to ${target.name}.`);
  const file = join(resolve(dir), STATE);
  const before = await readText(file);
  const progress = showProgress();
  try {
    const result = await pushDesk(target, desk, site, {
      address: push,
      env: process.env,
      state: before === undefined ? undefined : (JSON.parse(before) as PushState),
      save: async (state) => void (await replaceFile(file, `${JSON.stringify(state, null, 1)}\n`)),
      dryRun,
      show: progress.show,
    });
    return resultText(result, dryRun, push, join(dir, STATE));
  } catch (error) {
    if (error instanceof DownloadError) throw new Refusal(error.message);
    throw error;
  } finally {
    progress.clear();
  }
}

function resultText(result: PushResult, dryRun: boolean, push: URL, file: string): string {
  const { created, updated, archived, unchanged, losses } = result;
  const list = (what: string, keys: readonly string[]) => keys.map((key) => `  ${what} ${key}`);
  const sums = `${created.length} created, ${updated.length} changed, ${archived.length} archived, ${unchanged} unchanged`;
  const lines = dryRun
    ? [
        ...list('create ', created),
        ...list('change ', updated),
        ...list('archive', archived),
        `At ${push.host}: ${sums}. Nothing was sent. Leave out --dry-run to send it.`,
      ]
    : [`At ${push.host}: ${sums}. Commit ${file}, so the next push changes the same articles.`];
  return `${[...lines, ...losses].join('\n')}\n`;
}
