import { join } from 'node:path';
import { indexSearch } from '#build/indexing/search-index.ts';
import { readContent } from '#io/content/read-content.ts';
import { learnedWordsPath } from '#io/content/read-learned-words.ts';
import { importFromDatabase } from '#io/imports/database/import-from-database.ts';
import { importSearches } from '#io/imports/import-searches.ts';
import { importTickets } from '#io/imports/import-tickets.ts';
import { importVotes } from '#io/imports/import-votes.ts';
import { linksPath } from '#io/records/links.ts';
import { contentFlag } from '#kb/values/shell.ts';
import { importSearchesText } from '#report/imports/searches-text.ts';
import { importText } from '#report/imports/tickets-text.ts';
import { importVotesText } from '#report/imports/votes-text.ts';
import { refuse } from '../shared/failures.ts';
import { namedContent, nameOf } from '../shared/paths.ts';
import { attended } from './attended.ts';

interface FilesOptions {
  from: string | undefined;
  /** Whether to learn the words of customers. */
  learns: boolean;
  kind: 'full' | 'changed' | undefined;
}

/** Counts the tickets of exports. */
export async function importFiles(
  files: readonly string[],
  contentDir: string,
  { from, learns, kind }: FilesOptions,
): Promise<number> {
  const { library, findings } = await readContent(contentDir);
  if (!library) return refuse(findings);
  return attended(async (progress, signal) => {
    const words = learns ? { library, makeIndex: indexSearch } : undefined;
    const options = { contentDir, library, from, words, kind, today: today(), onProgress: progress.show, signal };
    const result = await importTickets(files, options);
    progress.clear();
    if (!result.imported) return refuse(result.findings);
    const { imported } = result;
    const named = (path: string) => nameOf(join(contentDir, path));
    const texts = {
      counts: named(imported.path),
      links: named(linksPath(imported.source)),
      startedOn: named(linksPath(imported.source, 'startedOn')),
      words: named(learnedWordsPath),
    };
    return say(importText(imported, texts), contentDir);
  });
}

/** Counts the tickets of a database in it. */
export async function importDatabase(
  address: string,
  contentDir: string,
  { source, kind }: { source: string | undefined; kind: FilesOptions['kind'] },
): Promise<number> {
  const { library, findings } = await readContent(contentDir);
  if (!library) return refuse(findings);
  return attended(async (progress, signal) => {
    // A database does not report its progress, so the seconds show that the import is still running.
    let doing = 'Connecting';
    const ticker = setInterval(() => progress.show(doing), 1000);
    const onProgress = (what: string) => {
      doing = what;
      progress.show(doing);
    };
    try {
      const result = await importFromDatabase(address, {
        contentDir,
        library,
        from: source,
        kind,
        today: today(),
        onProgress,
        signal,
      });
      progress.clear();
      if (!result.imported) return refuse(result.findings);
      return say(importText(result.imported, { counts: nameOf(join(contentDir, result.imported.path)) }), contentDir);
    } finally {
      clearInterval(ticker);
    }
  });
}

/** The day by the clock of this computer, in UTC. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Takes in logs of what customers searched. */
export async function importSearchLogs(files: readonly string[], contentDir: string): Promise<number> {
  const { library, findings } = await readContent(contentDir);
  if (!library) return refuse(findings);
  return attended(async (_, signal) => {
    const imported = await importSearches(files, { contentDir, site: library.site, signal });
    return say(importSearchesText(imported, nameOf(join(contentDir, imported.path))), contentDir);
  });
}

/**
 * Takes in logs of whether articles helped.
 *
 * @param day that of an export without days
 */
export async function importVoteLogs(
  files: readonly string[],
  contentDir: string,
  day: string | undefined,
): Promise<number> {
  const { library, findings } = await readContent(contentDir);
  if (!library) return refuse(findings);
  return attended(async (_, signal) => {
    const result = await importVotes(files, { contentDir, library, day, signal });
    if (!result.imported) return refuse(result.findings);
    return say(importVotesText(result.imported, nameOf(join(contentDir, result.imported.path))), contentDir);
  });
}

function say(text: string, contentDir: string): number {
  const next = `npm run tickets -- report${contentFlag(namedContent(contentDir))}`;
  process.stdout.write(`${text}\nNow run: ${next}\n`);
  return 0;
}
