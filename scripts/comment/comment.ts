import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isChanged } from '#io/changed-since.ts';
import { readText } from '#io/machine/files.ts';
import { trySearches } from '#io/search/try-searches.ts';
import { type Finding, hasErrors } from '#kb/findings/finding.ts';
import { applySeverity } from '#kb/rules/check.ts';
import { replayChange } from '#kb/tickets/measures/replay-change.ts';
import type { Coverage } from '#kb/tickets/worklist/coverage.ts';
import { coverageOf } from '#kb/tickets/worklist/of-articles.ts';
import { commentMarkdown } from '#report/code-hosts/comment-markdown.ts';
import type { Pictures } from '#report/code-hosts/pictured-pages.ts';
import { checkWithProgress } from '../shared/content-progress.ts';
import { Refusal, UsageError } from '../shared/failures.ts';
import { nameOf } from '../shared/paths.ts';
import { coverageAt, readEvidence } from '../tickets/read-evidence.ts';
import { readReplayFile } from '../tickets/read-replay.ts';
import { changedSince } from '../tickets/touched-articles.ts';

interface CommentOptions {
  base: string;
  content: string;
  dist: string;
  pictures: string;
  'pictures-link': string | undefined;
  replay: string | undefined;
  'replay-before': string | undefined;
  untrusted: boolean;
}

/** The comment below a pull request, as Markdown. */
export async function printComment(options: CommentOptions): Promise<string> {
  const { base, content, dist, untrusted } = options;
  const changed = await changedSince(content, base);
  const { library, searches, findings } = await checkWithProgress(
    content,
    undefined,
    { untrusted },
    new Date().toISOString().slice(0, 10),
  );
  const isBuilt = !hasErrors(findings) && existsSync(join(dist, 'pagefind'));
  const missed = isBuilt ? applySeverity(await trySearches(searches, resolve(dist)), library?.site.severity ?? {}) : [];
  const isInChange = ({ path }: Finding) => changed.paths.has(path.startsWith('themes/') ? `../${path}` : path);
  const all = [...findings, ...missed];
  return commentMarkdown({
    findings: { here: all.filter(isInChange), elsewhere: all.filter((one) => !isInChange(one)) },
    placeOf: (path) =>
      nameOf(join(path.startsWith('themes/') ? dirname(content) : content, path)).replaceAll('\\', '/'),
    isBuilt,
    searches: isBuilt ? { all: searches.length, missed: missed.length } : undefined,
    tickets: await ticketsOf(content, changed),
    replay: await readReplays(options),
    pictures: await readPictures(options.pictures),
    picturesLink: options['pictures-link'],
  });
}

/** The work list about changed articles; `undefined` if there are no tickets, or content that can't be read. */
async function ticketsOf(
  content: string,
  changed: Awaited<ReturnType<typeof changedSince>>,
): Promise<Coverage | undefined> {
  const evidence = await readEvidence(content).catch((error: unknown) => {
    // The findings say why.
    if (error instanceof Refusal) return undefined;
    throw error;
  });
  if (evidence === undefined) return undefined;
  const coverage = coverageAt(evidence);
  const { library, shown } = evidence;
  const touched = library.articles.filter(({ path }) => isChanged(path, shown.get(path), changed));
  return coverage.until === null ? undefined : coverageOf(coverage, new Set(touched.map(({ id }) => id)));
}

async function readReplays({ replay, 'replay-before': before }: CommentOptions) {
  if (replay === undefined) {
    if (before !== undefined) throw new UsageError('--replay-before compares with --replay, so name both.');
    return undefined;
  }
  const now = await readReplayFile(replay, '--replay');
  return {
    now,
    change: before === undefined ? undefined : replayChange(await readReplayFile(before, '--replay-before'), now),
  };
}

async function readPictures(folder: string): Promise<Pictures | undefined> {
  const text = await readText(join(folder, 'pictures.json'));
  return text === undefined ? undefined : (JSON.parse(text) as Pictures);
}
