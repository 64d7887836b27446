import { z } from 'zod';
import { AnnouncementFile } from '#kb/content/announcement.ts';
import { ArticleFields } from '#kb/content/article.ts';
import { FactsFile } from '#kb/content/fact.ts';
import { SearchesFile } from '#kb/content/guarded-searches.ts';
import { LearnedWordsFile } from '#kb/content/learned-words.ts';
import { SiteFile } from '#kb/content/site.ts';
import { SynonymsFile } from '#kb/content/synonyms.ts';
import { TopicsFile } from '#kb/content/topic.ts';
import { ThemeFile } from '#kb/theme/theme-file.ts';
import { DismissedFile } from '#kb/tickets/records/dismissals.ts';
import { MeasuresFile } from '#kb/tickets/records/measures-file.ts';
import { readEngineTexts, TextsFile } from '../content/read-texts.ts';
import { TicketSourcesFile } from './ticket-sources.ts';

/** The schemas of the YAML files that people write, except the interface texts. */
const schemas = {
  announcement: AnnouncementFile,
  dismissed: DismissedFile,
  facts: FactsFile,
  measures: MeasuresFile,
  searches: SearchesFile,
  site: SiteFile,
  synonyms: SynonymsFile,
  theme: ThemeFile,
  tickets: TicketSourcesFile,
  topics: TopicsFile,
  words: LearnedWordsFile,
};

/**
 * JSON Schemas for editors, which complete, explain, and underline while you write. What depends on other files is left
 * to `npm run check`.
 *
 * @returns schemas by name; the schema of the interface texts has the English of each key
 */
export async function editorSchemas(): Promise<Map<string, object>> {
  const all: Record<string, z.ZodType> = { ...schemas, strings: await textsSchema() };
  // Editors read draft 7 best.
  return new Map(
    Object.entries(all).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input', target: 'draft-7' })]),
  );
}

/** The schema of an article's front matter, for editors that check it in Markdown. */
export function frontMatterSchema(): object {
  return z.toJSONSchema(ArticleFields, { io: 'input', target: 'draft-7' });
}

async function textsSchema(): Promise<z.ZodType> {
  const { english } = await readEngineTexts([]);
  const { strings } = TextsFile.shape;
  const texts = Object.entries(english).map(([key, text]) => {
    const says = typeof text === 'string' ? text : (text.other ?? '');
    return [key, strings.valueType.optional().describe(`In English: ${says}`)] as const;
  });
  return TextsFile.extend({ strings: z.strictObject(Object.fromEntries(texts)).describe(strings.description ?? '') });
}
