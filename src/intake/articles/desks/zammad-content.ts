import type { DeskArticle, DeskContent, DeskFile, DeskSection } from './desk.ts';
import {
  type DeskRecord,
  type DeskRecords,
  dayOfTime,
  idOf,
  numberOf,
  recordsOf,
  textListOf,
  textOf,
} from './desk-records.ts';
import { flagOf, type Hidden, unknownVisibility } from './hidden.ts';
import { unusedFields } from './unused-fields.ts';

const VISIBILITY = new Set([
  ...['published_at', 'published_by_id', 'internal_at', 'internal_by_id', 'archived_at', 'archived_by_id'],
  ...['internal_note', 'publishable', 'permissions_effective', 'permissions', 'state'],
]);
const USED = new Set([
  ...VISIBILITY,
  ...[
    'id',
    'category_id',
    'promoted',
    'position',
    'created_at',
    'updated_at',
    'translation_ids',
    'attachments',
    'tags',
  ],
]);

/** The assets of Zammad's knowledge base. `today` decides nothing: a day of publication is kept as a day. */
export function readZammad(records: DeskRecords): DeskContent {
  const answers = records.byId('KnowledgeBaseAnswer');
  const contents = records.byId('KnowledgeBaseAnswerTranslationContent');
  const users = records.byId('User');
  const localeOf = localesOf(records);
  const defaultLocale = localeOf.first;
  const sections = sectionsOf(records, localeOf.of);
  const articles = records.all('KnowledgeBaseAnswerTranslation').flatMap((translation): DeskArticle[] => {
    const id = idOf(translation.answer_id) ?? '';
    const answer = answers.get(id);
    if (!answer) return [];
    const content = contents.get(idOf(translation.content_id) ?? '') ?? {};
    const title = textOf(translation.title) ?? '';
    const locale = localeOf.of(translation.kb_locale_id);
    const category = idOf(answer.category_id);
    const user = users.get(idOf(translation.updated_by_id) ?? idOf(translation.created_by_id) ?? '') ?? {};
    const url = `/help/${locale.toLowerCase()}/${category}${slugPart(sections, category, locale)}/${id}${slugged(title)}`;
    return [
      {
        id,
        locale,
        title,
        body: { html: typeof content.body === 'string' ? content.body : '' },
        section: category,
        position: numberOf(answer.position) ?? 0,
        hidden: hiddenBy(answer),
        labels: textListOf(answer.tags),
        author: [textOf(user.firstname), textOf(user.lastname)].filter(Boolean).join(' ') || undefined,
        edited: dayOfTime(translation.updated_at) ?? dayOfTime(answer.updated_at),
        url,
        addresses: [url],
        files: recordsOf(answer.attachments).flatMap(fileOf),
      },
    ];
  });
  const base = records.all('KnowledgeBaseTranslation');
  const name = textOf(base.find((one) => localeOf.of(one.kb_locale_id) === defaultLocale)?.title);
  const notes = [...answers.values()].filter(({ internal_note: note }) => textOf(note)).length;
  const losses = unusedFields('answer', [...answers.values()], USED);
  if (notes > 0) losses.push(`The internal notes of ${notes} answers were left out.`);
  return { ...(name && { name }), defaultLocale, sections, articles, losses };
}

function localesOf(records: DeskRecords): { first: string; of: (id: unknown) => string } {
  const system = records.byId('Locale');
  const all = records.byId('KnowledgeBaseLocale');
  const tagOf = (one: DeskRecord | undefined) =>
    textOf(system.get(idOf(one?.system_locale_id) ?? '')?.locale) ?? textOf(one?.locale);
  const main = [...all.values()].find((one) => flagOf(one.primary) === true) ?? [...all.values()][0];
  const first = tagOf(main) ?? 'en-us';
  return { first, of: (id) => tagOf(all.get(idOf(id) ?? '')) ?? first };
}

/** An answer is archived, published, internal or a draft, in this order, by the times at which it became so. */
function hiddenBy(answer: DeskRecord): Hidden[] {
  const time = (key: string) => textOf(answer[key]);
  const published = time('published_at');
  const state: Hidden[] = [];
  if (time('archived_at')) state.push({ as: 'archived', why: 'archived' });
  else if (!published && time('internal_at')) state.push({ as: 'internal', why: 'internal' });
  else if (!published) state.push({ as: 'work-in-progress', why: 'draft' });
  else {
    const publishOn = dayOfTime(published);
    if (publishOn) state.push({ as: { publishOn }, why: `published on ${publishOn}` });
    else state.push({ as: 'work-in-progress', why: `published_at: ${published}`, unsure: true });
  }
  return [...state, ...unknownVisibility(answer, VISIBILITY)];
}

function fileOf(file: DeskRecord): DeskFile[] {
  const url = textOf(file.url) ?? (idOf(file.id) && `/api/v1/attachments/${idOf(file.id)}`);
  const name = textOf(file.filename) ?? textOf(file.name);
  return url && name ? [{ name, url, inline: false }] : [];
}

function slugged(title: string): string {
  const slug = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return slug && `-${slug}`;
}

function slugPart(sections: readonly DeskSection[], id: string | undefined, locale: string): string {
  return slugged(sections.find((section) => section.id === id)?.titles.get(locale) ?? '');
}

function sectionsOf(records: DeskRecords, localeOf: (id: unknown) => string): DeskSection[] {
  const names = Map.groupBy(records.all('KnowledgeBaseCategoryTranslation'), (one) => idOf(one.category_id) ?? '');
  return records.all('KnowledgeBaseCategory').map((one): DeskSection => {
    const id = idOf(one.id) ?? '';
    const titles = (names.get(id) ?? []).flatMap((name) => {
      const title = textOf(name.title);
      return title ? [[localeOf(name.kb_locale_id), title] as const] : [];
    });
    return {
      id,
      parent: idOf(one.parent_id),
      titles: new Map(titles),
      position: numberOf(one.position) ?? 0,
      addresses: titles.map(([locale, title]) => `/help/${locale.toLowerCase()}/${id}${slugged(title)}`),
      hidden: [...restrictedBy(one), ...unknownVisibility(one, VISIBILITY)],
    };
  });
}

/** A category that has permissions of its own has roles that may not even read it. */
function restrictedBy(category: DeskRecord): Hidden[] {
  const own = recordsOf(category.permissions).length > 0 ? category.permissions : category.permissions_effective;
  const closed = recordsOf(own).some(({ access }) => textOf(access) === 'none');
  return closed ? [{ as: 'internal', why: 'not for every role' }] : [];
}
