import { z } from 'zod';
import { AnnouncementFile } from '#kb/content/announcement.ts';
import { FactsFile } from '#kb/content/fact.ts';
import { SearchesFile } from '#kb/content/guarded-searches.ts';
import { SiteFile } from '#kb/content/site.ts';
import { SynonymsFile } from '#kb/content/synonyms.ts';
import { TopicsFile } from '#kb/content/topic.ts';
import { ThemeFile } from '#kb/theme/theme-file.ts';
import { MeasuresFile } from '#kb/tickets/records/measures-file.ts';
import { readEngineTexts, TextsFile } from '../content/read-texts.ts';
import { TicketSourcesFile } from './ticket-sources.ts';

/** What may stand in the YAML files that people write, but for the texts of the interface. */
const schemas = {
  announcement: AnnouncementFile,
  facts: FactsFile,
  measures: MeasuresFile,
  searches: SearchesFile,
  site: SiteFile,
  synonyms: SynonymsFile,
  theme: ThemeFile,
  tickets: TicketSourcesFile,
  topics: TopicsFile,
};

/**
 * The same as JSON Schemas, by which editors complete, explain and underline while one writes; what only the whole
 * content tells is left to `npm run check`.
 *
 * @returns by their names, the texts of the interface among them with the English beside each key
 */
export async function editorSchemas(): Promise<Map<string, object>> {
  const all: Record<string, z.ZodType> = { ...schemas, strings: await textsSchema() };
  // Editors read draft 7 best.
  return new Map(
    Object.entries(all).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input', target: 'draft-7' })]),
  );
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
