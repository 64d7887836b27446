import { createReadStream } from 'node:fs';
import type { Library } from '#kb/content/library.ts';
import { didYouMean, nearest } from '#kb/findings/suggest.ts';
import { ExportError } from '../imports/export.ts';
import { isMissing } from '../machine/files.ts';
import { linesOf } from '../machine/lines.ts';

/** A question with its right articles, from a file. */
export interface GivenQuestion {
  locale: string;
  question: string;
  right: readonly string[];
}

/**
 * Reads questions whose right articles are known: JSON Lines of `{query, locale, relevant}`.
 *
 * @throws ExportError
 */
export async function readGivenQuestions(path: string, { site, articles }: Library): Promise<GivenQuestion[]> {
  const ids = new Set(articles.map(({ id }) => id));
  const given: GivenQuestion[] = [];
  let line = 0;
  try {
    for await (const text of linesOf(createReadStream(path, 'utf8'))) {
      line++;
      if (text.trim() === '') continue;
      const read = readLine(text, site.defaultLocale);
      if (!read)
        throw new ExportError(
          `${path}:${line}: This isn't a question with its articles.\n  Write lines such as {"query": "Where is my card?", "locale": "en", "relevant": ["cards/lost-card"]}.`,
        );
      const unknown = read.right.find((id) => !ids.has(id));
      const near = unknown === undefined ? undefined : nearest(unknown, ids);
      if (unknown !== undefined)
        throw new ExportError(
          `${path}:${line}: There is no article "${unknown}".\n  ${near === undefined ? 'Use the id of an article.' : didYouMean(near)}`,
        );
      given.push(read);
    }
  } catch (error) {
    if (isMissing(error)) throw new ExportError(`${path}: The file doesn't exist.\n  Check the path.`);
    throw error;
  }
  return given;
}

function readLine(text: string, fallback: string): GivenQuestion | undefined {
  try {
    const value = JSON.parse(text) as { query?: unknown; locale?: unknown; relevant?: unknown } | null;
    const { query, locale = fallback, relevant } = value ?? {};
    if (typeof query !== 'string' || typeof locale !== 'string' || !Array.isArray(relevant)) return undefined;
    const right = relevant.filter((id) => typeof id === 'string');
    return right.length === 0 || right.length < relevant.length ? undefined : { locale, question: query, right };
  } catch {
    return undefined;
  }
}
