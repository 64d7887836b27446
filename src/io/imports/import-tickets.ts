import { join } from 'node:path';
import type { KnownWord } from '#intake/tickets/count.ts';
import type { ArticleName } from '#intake/tickets/links.ts';
import { type LearnedWords, printLearnedWords } from '#kb/content/learned-words.ts';
import { type Library, publishedLibrary } from '#kb/content/library.ts';
import { categoryKey, type Topic, topicOfCategory } from '#kb/content/topic.ts';
import type { Finding } from '#kb/findings/finding.ts';
import type { ImportedTickets } from '#kb/tickets/imports/imported-tickets.ts';
import { sumsPerDay } from '#kb/tickets/imports/misdated-days.ts';
import { type LinkKind, linkKinds } from '#kb/tickets/records/ticket-links.ts';
import { TicketSource } from '#kb/tickets/records/ticket-sources.ts';
import { type DailyCount, NONE, OTHER } from '#kb/tickets/records/tickets.ts';
import { isTwin } from '#kb/tickets/records/twin-source.ts';
import { compareText } from '#kb/values/text.ts';
import { learnedWordsPath, readLearnedWords } from '../content/read-learned-words.ts';
import { replaceFiles } from '../machine/atomic-write.ts';
import { FolderBusy } from '../machine/claim-folder.ts';
import { readText } from '../machine/files.ts';
import { countsPath, printCounts, readCounts, readSourceCounts } from '../records/counts.ts';
import { claimLedger, ledgerPath, readKey, writeKey } from '../records/ledger-folder.ts';
import { linksPath, printLinks, readSourceLinks } from '../records/links.ts';
import { readTicketSources } from '../records/ticket-sources.ts';
import type { MakeIndex } from '../words/try-words.ts';
import { mustBeDated } from './check-dates.ts';
import { countTickets, noTicketsError } from './count-tickets.ts';
import { ExportError, type OpenExport } from './export.ts';
import { learnFromTickets } from './learn-from-tickets.ts';
import { type MergedTickets, mergeTickets } from './merge-tickets.ts';
import type { ProgressOptions } from './progress.ts';
import { withExports } from './tidy-csv.ts';

export interface TicketImportOptions extends ProgressOptions {
  contentDir: string;
  library: Pick<Library, 'site' | 'topics' | 'articles'>;
  /** The day by the clock, `YYYY-MM-DD`: tickets of days after tomorrow are left out. */
  today?: string | undefined;
  /** The name of the source; by default, the name of the format. */
  from?: string | undefined;
  /** What is needed to also learn the words of customers: the library, and a function that indexes it. */
  words?: { library: Library; makeIndex: MakeIndex } | undefined;
  /** What the exports contain, if it shouldn't be decided from the tickets. */
  kind?: 'full' | 'changed' | undefined;
}

export type ImportResult = { imported: ImportedTickets } | { imported: undefined; source: string; findings: Finding[] };

/**
 * Counts exports, and writes the counts to the content folder. If anything fails, nothing is written.
 *
 * @returns findings if tickets.yaml or the existing counts can't be read
 * @throws ExportError, CategoryUnclear
 */
export async function importTickets(paths: readonly string[], options: TicketImportOptions): Promise<ImportResult> {
  return withExports(paths, options, (files) => importFiles(files, options));
}

async function importFiles(files: readonly OpenExport[], options: TicketImportOptions): Promise<ImportResult> {
  const name = options.from ?? files[0]?.format.name ?? '';
  const claim = await claimLedger(options.contentDir, name).catch((error: unknown) => {
    throw error instanceof FolderBusy ? sourceBusy(name, error) : error;
  });
  try {
    return await importInto(name, claim.drafts, files, options);
  } finally {
    await claim.release();
  }
}

function sourceBusy(source: string, { pid, since }: FolderBusy): ExportError {
  const where = pid === undefined ? 'on another machine' : `in process ${pid}`;
  return new ExportError(
    `Another import into "${source}" is running ${where}, since ${since.toLocaleTimeString('en-GB')}.\n  Wait until it has finished, then import again.`,
  );
}

async function importInto(
  name: string,
  drafts: string,
  files: readonly OpenExport[],
  options: TicketImportOptions,
): Promise<ImportResult> {
  const { contentDir, library, words } = options;
  const { sources, findings: unreadable } = await readTicketSources(contentDir);
  const source = sources[name] ?? TicketSource.parse({});
  const old = await readSourceCounts(contentDir, name);
  const linked = await readSourceLinks(contentDir, name);
  const started = await readSourceLinks(contentDir, name, 'startedOn');
  const topicIds = library.topics.map(({ id }) => id);
  const unsure = words ? (await readLearnedWords(contentDir, library.site.locales, topicIds)).findings : [];
  const findings = [...unreadable, ...old.findings, ...linked.findings, ...started.findings, ...unsure];
  if (findings.length > 0) return { imported: undefined, source: name, findings };
  for (const file of files) checkFormat(file, source, files[0]);

  const claims = library.topics.flatMap(({ id, categories }) => categories.map((category) => [category, id] as const));
  const { key, isNew } = await readKey(contentDir);
  const paths = files.map(({ path }) => path).join(', ');
  const oldLinks = { links: linked.links, startedOn: started.links };
  const earlier = { contentDir, source: name, key, drafts, old: old.counts, oldLinks, today: options.today };
  let merged: MergedTickets | undefined;
  const { counted, sample } = await countTickets(files, {
    ...options,
    async compare(database, counted, dated) {
      mustBeDated(paths, counted, sumOf(counted.counts));
      merged = await mergeTickets(database, counted, dated, { ...earlier, told: options.kind, paths });
    },
    site: library.site,
    name,
    source,
    words: knownWords(library.topics, source),
    shown: [...new Set(old.counts.map(({ category }) => category))],
    known: sumsPerDay(old.counts),
    articles: articleNames(library.articles),
    sampled: words && claims,
  });
  const { counts } = counted;
  if (!merged) throw noTicketsError(files);
  const { draft, links: allLinks, comparison } = merged;

  const summary = sumUp(counts, library.topics);
  const taught =
    words && sample.length > 0
      ? await learnFromTickets(sample, {
          ...options,
          library: publishedLibrary(words.library, 'public', summary.days.last),
          makeIndex: words.makeIndex,
          isPart: comparison.kind === 'changed' || comparison.kind === 'some',
        })
      : undefined;
  const known = (old: LearnedWords) =>
    [...old.values()].some((topics) => [...topics.values()].some(({ size }) => size > 0));
  const tells = taught && (known(taught.learned) || known(words?.library.learned ?? new Map()));
  const linkTexts = linkKinds.flatMap((kind) => {
    const links = allLinks[kind];
    return links ? [[linksPath(name, kind), printLinks(links)] as const] : [];
  });
  const wordsBefore = (await readText(join(contentDir, learnedWordsPath))) ?? '';
  const texts = new Map([
    [countsPath(name), printCounts(merged.counts)],
    ...linkTexts,
    ...(tells ? [[learnedWordsPath, printLearnedWords(taught.learned, wordsBefore)] as const] : []),
  ]);
  if (draft !== undefined && isNew) await writeKey(contentDir, key);
  const written = await replaceFiles([
    ...[...texts].map(([path, text]) => [join(contentDir, path), text] as const),
    ...(draft === undefined ? [] : [[ledgerPath(contentDir, name), { draft }] as const]),
  ]);
  const changed = new Set([...texts.keys()].filter((_, index) => written[index]));
  const stateOf = (kind: LinkKind) => {
    const path = linksPath(name, kind);
    return texts.has(path) ? { path, changed: changed.has(path) } : undefined;
  };
  const others = (await readCounts(contentDir)).sources;
  const newCounts = merged.counts;
  return {
    imported: {
      ...counted,
      twins: [...others.keys()].filter((other) => other !== name && isTwin(newCounts, others.get(other) ?? [])),
      ...summary,
      comparison,
      source: name,
      files,
      path: countsPath(name),
      changed: changed.has(countsPath(name)),
      links: stateOf('links'),
      startedOn: stateOf('startedOn'),
      words: words && {
        written: tells === true,
        changed: changed.has(learnedWordsPath),
        locales: taught?.locales ?? [],
      },
    },
  };
}

/** @throws ExportError if a file isn't of the source's format, or of that of the first file */
export function checkFormat({ path, format }: OpenExport, source: TicketSource, first: OpenExport | undefined): void {
  if (source.format !== undefined && source.format !== format.name)
    throw new ExportError(
      `${path}: This is ${format.title}, but tickets.yaml says "format: ${source.format}".\n  Choose another source with --from, or change "format" in tickets.yaml.`,
    );
  if (first && first.format !== format)
    throw new ExportError(
      `${path}: This is ${format.title}, but ${first.path} is ${first.format.title}.\n  Import them one after the other, each with its own --from.`,
    );
}

export function sumOf(counts: readonly DailyCount[]): number {
  return counts.reduce((sum, { tickets }) => sum + tickets, 0);
}

/** Totals of an import. */
export function sumUp(
  counts: readonly DailyCount[],
  topics: readonly Topic[],
): Pick<ImportedTickets, 'days' | 'claimed' | 'unclaimed' | 'other' | 'none'> {
  const topicOf = topicOfCategory(topics);
  const sums = new Map<string, number>();
  for (const { category, tickets } of counts) sums.set(category, (sums.get(category) ?? 0) + tickets);
  const days = [...new Set(counts.map(({ day }) => day))].sort(compareText);
  const named = [...sums]
    .filter(([category]) => category !== OTHER && category !== NONE)
    .sort(([a, m], [b, n]) => n - m || compareText(a, b));
  return {
    days: { first: days[0] ?? '', last: days.at(-1) ?? '', number: days.length },
    claimed: named.filter(([category]) => topicOf(category) !== undefined),
    unclaimed: named.filter(([category]) => topicOf(category) === undefined),
    other: sums.get(OTHER) ?? 0,
    none: sums.get(NONE) ?? 0,
  };
}

/** The company's category for each value of the export, spelled as in topics.yaml. */
export function knownWords(topics: readonly Topic[], { map }: TicketSource): KnownWord[] {
  const spelling = new Map(
    topics.flatMap(({ categories }) => categories.map((category) => [categoryKey(category), category])),
  );
  const mapped = Object.entries(map).map(([from, category]) => ({
    from,
    category: spelling.get(categoryKey(category)) ?? category,
  }));
  const renamed = new Set(mapped.map(({ from }) => categoryKey(from)));
  const claimed = [...spelling]
    .filter(([key]) => !renamed.has(key))
    .map(([, category]) => ({ from: category, category }));
  return [...mapped, ...claimed];
}

/** The names by which a ticket can link an article: its id and its old addresses. */
export function articleNames(articles: Library['articles']): ArticleName[] {
  return articles.flatMap(({ id, redirectFrom }) => [id, ...redirectFrom].map((name) => ({ name, article: id })));
}
