import { dirname, join, relative } from 'node:path';
import { listFiles, readText } from '#io/machine/files.ts';
import type { Library } from '#kb/content/library.ts';
import type { Finding } from '#kb/findings/finding.ts';
import { contentFlag } from '#kb/values/shell.ts';
import { removeEntry } from '#markdown/replace-scalars.ts';
import { findingsText } from '#report/findings-text.ts';
import { count } from '#report/layout/numbers.ts';
import { checkWithProgress, readWithProgress } from '../shared/content-progress.ts';
import { failureText, NOTHING, Refusal } from '../shared/failures.ts';
import { callOf, namedContent } from '../shared/paths.ts';
import { applyChanges, type FileChanges } from './apply.ts';
import { type MovePlan, planMoves } from './plan-moves.ts';
import { rewriteArticles, rewriteFile } from './rewrite.ts';

/** More redirects than this are only counted. */
const MANY = 8;

interface MoveChanges extends FileChanges {
  changed: Map<string, number>;
  redirects: string[];
}

/** @returns what was moved and changed */
export async function move(contentDir: string, old: string, fresh: string, isDryRun: boolean): Promise<string> {
  const { library, findings } = await readWithProgress(contentDir);
  if (!library) throw new Refusal(`${findingsText(findings)}\n\n${NOTHING}`);
  const mdx = (await filesOf(contentDir, 'articles', 'snippets')).filter((path) => path.endsWith('.mdx'));
  const sources = await readAll(contentDir, mdx);
  const plan = planMoves(library, sources, old, fresh);
  const changes = await changesOf(contentDir, library, sources, plan);
  const unreadable = [...changes.texts].find(([, text]) => text.includes('\ufffd'));
  if (unreadable) throw new Refusal(`${unreadable[0]} isn't UTF-8. Save it as UTF-8 first. ${NOTHING}`);
  const said = linesOf(plan, changes, isDryRun);
  if (isDryRun) return [...said, 'Nothing was changed, because of --dry-run.', ''].join('\n');
  const before = (await checkWithProgress(contentDir, undefined)).findings;
  const back = await applyChanges(contentDir, changes).catch((error: unknown) => {
    throw new Refusal(`${failureText(error)} Nothing was changed.`);
  });
  const fresher = newFindings(before, (await checkWithProgress(contentDir, undefined)).findings, plan);
  if (fresher.some(({ severity }) => severity === 'error')) {
    await back();
    throw new Refusal(
      `After the move there would be these findings:\n\n${findingsText(fresher)}\n\nNothing was changed.`,
    );
  }
  const mentions = await mentionsOf(contentDir, library, plan);
  const next = callOf('check', contentFlag(namedContent(contentDir)));
  return [
    ...said,
    ...mentions,
    ...(fresher.length > 0 ? ['', findingsText(fresher), ''] : []),
    `Next: ${next}`,
    '',
  ].join('\n');
}

async function changesOf(
  contentDir: string,
  library: Library,
  sources: ReadonlyMap<string, string>,
  plan: MovePlan,
): Promise<MoveChanges> {
  const { texts, changed, redirects } = rewriteArticles(library, sources, plan);
  const root = dirname(contentDir);
  const themes = (await listFiles(join(root, 'themes'))).filter((path) => /^[^/]+\/theme\.yaml$/.test(path));
  const yaml = (await filesOf(contentDir, 'announcements')).filter((path) => path.endsWith('.yaml'));
  // Of all records, only these have ids of articles.
  const records = (await filesOf(contentDir, 'tickets')).filter((path) =>
    /^tickets\/(?:votes|(?:links|started)\/[^/]+)\.csv$/.test(path),
  );
  const others = [
    ...['site.yaml', 'searches.yaml', 'dismissed.yaml', ...yaml, ...records],
    ...themes.map((path) => relative(contentDir, join(root, 'themes', path)).replaceAll('\\', '/')),
  ];
  for (const [path, text] of await readAll(contentDir, others)) {
    let rewritten = rewriteFile(path, path === 'site.yaml' ? withoutTwins(text, library, plan) : text, plan);
    if (rewritten.text !== text && rewritten.changed === 0) rewritten = { ...rewritten, changed: 1 };
    if (rewritten.changed === 0) continue;
    texts.set(path, rewritten.text);
    changed.set(path, rewritten.changed);
  }
  return { files: plan.files, texts, changed, redirects };
}

/** Code of the company that names what was moved. It is not changed, because only its author knows what it means. */
async function mentionsOf(contentDir: string, { site }: Library, plan: MovePlan): Promise<string[]> {
  const root = dirname(contentDir);
  const lists = ['themes', ...site.components].map(async (folder) =>
    (await listFiles(join(root, folder))).map((path) => `${folder}/${path}`),
  );
  const code = (await Promise.all(lists)).flat().filter((path) => /\.(?:astro|[cm]?[jt]s|css|html|mdx?)$/.test(path));
  const words = new Set([...plan.ids.keys(), ...plan.sections.keys()].filter((id) => id.includes('/')));
  const places = [...(await readAll(root, code))].flatMap(([path, text]) =>
    text.split('\n').flatMap((line, index) => {
      const names = line.match(/[\p{L}\p{M}\p{N}_.-]+(?:\/[\p{L}\p{M}\p{N}_.-]+)+/gu) ?? [];
      return names.some((name) => words.has(name)) ? [`  ${path}:${index + 1}`] : [];
    }),
  );
  return places.length === 0 ? [] : ['Code that names an old id. Change it yourself:', ...places];
}

/** Sections without articles, if the section that replaces them has an entry of its own. */
function withoutTwins(text: string, { site }: Library, plan: MovePlan): string {
  const taken = new Set(Object.keys(site.sections));
  let rest = text;
  for (const [section, to] of plan.sections) {
    if (!Object.hasOwn(site.sections, section)) continue;
    if (taken.has(to)) rest = removeEntry(rest, 'sections', section);
    taken.add(to);
  }
  return rest;
}

async function filesOf(contentDir: string, ...folders: string[]): Promise<string[]> {
  const lists = folders.map(async (folder) =>
    (await listFiles(join(contentDir, folder))).map((path) => `${folder}/${path}`),
  );
  return (await Promise.all(lists)).flat();
}

async function readAll(contentDir: string, paths: readonly string[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const path of paths) {
    const text = await readText(join(contentDir, path));
    if (text !== undefined) texts.set(path, text);
  }
  return texts;
}

function newFindings(before: readonly Finding[], after: readonly Finding[], { fileOf }: MovePlan): Finding[] {
  const key = ({ code, path }: Finding) => `${code} ${path}`;
  const left = new Map<string, number>();
  for (const one of before) {
    const moved = key({ ...one, path: fileOf(one.path) });
    left.set(moved, (left.get(moved) ?? 0) + 1);
  }
  return after.filter((one) => {
    const known = left.get(key(one)) ?? 0;
    left.set(key(one), known - 1);
    return known <= 0;
  });
}

function linesOf(plan: MovePlan, { files, changed, redirects }: MoveChanges, isDryRun: boolean): string[] {
  const links = [...changed.values()].reduce((sum, one) => sum + one, 0);
  const sections = [...plan.sections].filter(
    ([section]) => ![...plan.sections.keys()].some((other) => other.startsWith(`${section}/`)),
  );
  const [first, ...more] = redirects.sort();
  return [
    `${isDryRun ? 'Would move' : 'Moved'} ${count(plan.ids.size, 'article')} (${count(files.size, 'file')}):`,
    ...[...files].map(([path, to]) => `  ${path} -> ${to}`),
    ...(links > 0
      ? [
          `${isDryRun ? 'Would change' : 'Changed'} ${count(links, 'link or id').replace('link or ids', 'links or ids')}:`,
        ]
      : []),
    ...[...changed].map(([path, number]) => `  ${plan.fileOf(path)} (${number})`),
    ...(first === undefined
      ? []
      : [
          `${isDryRun ? 'Would redirect' : 'Redirects'}: ${more.length < MANY ? redirects.join(', ') : `${first} and ${more.length} more`}`,
        ]),
    ...sections.map(
      ([section, to]) =>
        `The section "${section}" has no article left, so "${to}" replaces it. The address of the section itself can't redirect.`,
    ),
  ];
}
