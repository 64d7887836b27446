import {
  type DeskRecord,
  type DeskRecords,
  dayOfTime,
  idOf,
  numberOf,
  pathIn,
  recordOf,
  recordsOf,
  textListOf,
  textOf,
} from '../records/desk-records.ts';
import { type Hidden, hiddenIf, notKnown, otherVisibility } from '../records/hidden.ts';
import { sectionFields, sectionNamesIn, summaryOf } from '../records/section-names.ts';
import { unusedFields } from '../records/unused-fields.ts';
import type { DeskArticle, DeskContent, DeskSection, DeskVotes } from './desk.ts';

const VISIBILITY = new Set(['state', 'workspace_id', 'hidden', 'draft', 'help_center_audience', 'audience']);
const USED = new Set([
  ...VISIBILITY,
  ...sectionFields,
  ...['article_id', 'translations', 'attachments'],
  ...['id', 'type', 'title', 'description', 'body', 'author_id', 'created_at', 'updated_at', 'url', 'parent_id'],
  ...['parent_ids', 'parent_type', 'default_locale', 'translated_content', 'statistics', 'tags', 'locale', 'order'],
  ...['collection', 'author', 'ai_chatbot_availability', 'ai_copilot_availability', 'ai_sales_agent_availability'],
]);

/** `articles`, `collections`, `sections` and `admins` of Intercom; each holds all its translations. */
export function readIntercom(records: DeskRecords, today: string): DeskContent {
  const written = records.all('articles');
  const defaultLocale =
    textOf(records.all('help_centers')[0]?.default_locale) ??
    written.map((one) => textOf(one.default_locale) ?? textOf(one.locale)).find((one) => one !== undefined) ??
    'en';
  const admins = records.byId('admins');
  const articles = written.flatMap((article): DeskArticle[] => {
    const own = textOf(article.default_locale) ?? textOf(article.locale) ?? defaultLocale;
    const languages = new Map<string, DeskRecord>([[own, article]]);
    for (const [locale, translation] of Object.entries(recordOf(article.translated_content)))
      if (locale !== 'type' && locale !== own && textOf(recordOf(translation).title))
        languages.set(locale, recordOf(translation));
    return [...languages].map(([locale, text]) => ({
      id: idOf(article.id) ?? '',
      locale,
      title: textOf(text.title) ?? '',
      body: { html: typeof text.body === 'string' ? text.body : '' },
      summary: textOf(text.description),
      section: parentOf(article),
      sectionNames: sectionNamesIn(article),
      position: numberOf(article.order) ?? 0,
      hidden: hiddenBy(article, text, today),
      labels: textListOf(
        recordsOf(recordOf(article.tags).tags).length > 0 ? recordOf(article.tags).tags : article.tags,
      ),
      author: textOf(admins.get(idOf(text.author_id) ?? idOf(article.author_id) ?? '')?.name),
      edited: dayOfTime(text.updated_at) ?? dayOfTime(article.updated_at),
      url: textOf(text.url),
      addresses: addressesOf(article, text, locale),
      files: [],
      votes: locale === own ? votesOf(recordOf(article.statistics)) : undefined,
    }));
  });
  const losses = unusedFields('article', written, USED);
  return { defaultLocale, sections: sectionsOf(records, defaultLocale, today), articles, losses };
}

function parentOf(record: DeskRecord): string | undefined {
  const parents = Array.isArray(record.parent_ids) ? record.parent_ids : [];
  return idOf(record.parent_id) ?? idOf(parents[0]);
}

function hiddenBy(article: DeskRecord, text: DeskRecord, today: string): Hidden[] {
  const state = textOf(text.state)?.toLowerCase();
  const draft: Hidden[] = state === 'draft' ? [{ as: 'work-in-progress', why: 'draft' }] : [];
  return [
    ...draft,
    ...(state === 'draft' || state === 'published' ? [] : [notKnown('state', text.state ?? 'missing')]),
    ...hiddenByAudience('help_center_audience', article),
    ...hiddenByAudience('audience', article),
    ...hiddenIf(article, 'hidden', 'work-in-progress', 'hidden'),
    ...hiddenIf(text, 'draft', 'work-in-progress', 'draft'),
    ...otherVisibility(article, VISIBILITY, today),
    ...(text === article ? [] : otherVisibility(text, VISIBILITY, today)),
  ];
}

/** An audience is a name, or a record with its type. */
function hiddenByAudience(key: string, { [key]: audience }: DeskRecord): Hidden[] {
  const type = textOf(audience) ?? textOf(recordOf(audience).type);
  if (type !== undefined)
    return /^(?:everyone|all|public)$/i.test(type) ? [] : [{ as: 'internal', why: `audience: ${type}` }];
  return typeof audience === 'object' && audience !== null && Object.keys(audience).length > 0
    ? [notKnown(key, audience)]
    : [];
}

/** `/en/articles/123-title` is also `/en/articles/123`. */
function addressesOf(article: DeskRecord, text: DeskRecord, locale: string): string[] {
  const path = pathIn(textOf(text.url));
  const numbered = path?.match(/^(.*\/articles\/\d+)(?:-.*)?$/)?.[1];
  return [...(path ? [path] : []), ...(numbered ? [numbered] : [`/${locale}/articles/${idOf(article.id)}`])];
}

/** Reactions are shares of all; the neutral ones say neither yes nor no. */
function votesOf(statistics: DeskRecord): DeskVotes | undefined {
  const reactions = numberOf(statistics.reactions) ?? 0;
  const share = (key: string) => Math.round((reactions * (numberOf(statistics[key]) ?? 0)) / 100);
  const votes = { helpful: share('happy_reaction_percentage'), unhelpful: share('sad_reaction_percentage') };
  return votes.helpful + votes.unhelpful > 0 ? votes : undefined;
}

function sectionsOf(records: DeskRecords, defaultLocale: string, today: string): DeskSection[] {
  return [...records.all('collections'), ...records.all('sections')].map((one, index): DeskSection => {
    const titles = new Map<string, string>();
    const summaries = new Map<string, string>();
    const about = summaryOf(one.description);
    if (about) summaries.set(textOf(one.default_locale) ?? defaultLocale, about);
    const own = textOf(one.name);
    if (own) titles.set(textOf(one.default_locale) ?? defaultLocale, own);
    for (const [locale, translation] of Object.entries(recordOf(one.translated_content))) {
      const title = textOf(recordOf(translation).name);
      if (title) titles.set(locale, title);
      const text = summaryOf(recordOf(translation).description);
      if (text) summaries.set(locale, text);
    }
    const path = pathIn(textOf(one.url));
    return {
      id: idOf(one.id) ?? '',
      parent: parentOf(one),
      titles,
      summaries,
      position: numberOf(one.order) ?? index,
      addresses: path ? [path] : [],
      hidden: otherVisibility(one, VISIBILITY, today),
    };
  });
}
