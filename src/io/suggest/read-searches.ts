import { dayOf, siteLocaleFinder } from '#intake/log-values.ts';
import { cellAt, oncePerHeader } from '#intake/named-columns.ts';
import { findSearchColumns } from '#intake/searches/columns.ts';
import { looksPersonal, normalizeQuestion } from '#intake/searches/question.ts';
import { eventKind } from '#intake/searches/tally.ts';
import { votedArticle } from '#intake/votes/voted-article.ts';
import type { Library } from '#kb/content/library.ts';
import { MIN_SEARCHES } from '#kb/tickets/records/search-log.ts';
import { ExportError } from '../imports/export.ts';
import { readLog } from '../imports/read-log.ts';
import { onceEach } from '../machine/files.ts';

/** A question that customers searched, and the article that most of them opened then. */
export interface EndedSearch {
  locale: string;
  question: string;
  article: string;
  /** How often the article was opened for it. */
  times: number;
}

/**
 * Reads from logs in which article searches ended. Questions that few people asked, or that look personal, are left out.
 *
 * @throws ExportError
 */
export async function readEndedSearches(
  paths: readonly string[],
  library: Library,
  signal: AbortSignal | undefined,
): Promise<EndedSearch[]> {
  const { locales, defaultLocale } = library.site;
  const localeOf = siteLocaleFinder(locales);
  const articleOf = votedArticle(library);
  const columnsOf = oncePerHeader(findSearchColumns);
  const sums = new Map<string, Map<string, number>>();
  for (const path of onceEach(paths))
    for await (const row of readLog(path, signal)) {
      const columns = 'says' in row ? row : columnsOf(row.names);
      if ('says' in row || 'says' in columns) {
        const { says, fix } = 'says' in row ? row : (columns as { says: string; fix: string });
        throw new ExportError(`${path}:${row.line}: ${says}\n  ${fix}`);
      }
      const cell = (place: number | undefined) => cellAt(row.cells, place) ?? '';
      const article = cell(columns.article) === '' ? undefined : articleOf(cell(columns.article));
      const locale = localeOf(cell(columns.locale)) ?? defaultLocale;
      const question = normalizeQuestion(cell(columns.question), locale);
      const times = Number(cellAt(row.cells, columns.searches) ?? '1');
      const isSearch = eventKind(cellAt(row.cells, columns.event)) !== 'miss' && dayOf(cell(columns.day)) !== undefined;
      if (!article || !isSearch || question === '' || !(times > 0)) continue;
      const key = `${locale}\n${question}`;
      const opened = sums.get(key) ?? new Map<string, number>();
      sums.set(key, opened.set(article.id, (opened.get(article.id) ?? 0) + times));
    }
  return [...sums].flatMap(([key, opened]): EndedSearch[] => {
    const [locale = '', question = ''] = key.split('\n');
    const [best] = [...opened].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    if (!best || best[1] < MIN_SEARCHES || looksPersonal(question)) return [];
    return [{ locale, question, article: best[0], times: best[1] }];
  });
}
