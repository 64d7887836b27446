import {
  type DeskRecord,
  type DeskRecords,
  dayOfTime,
  idOf,
  numberOf,
  recordsOf,
  textListOf,
  textOf,
} from '../records/desk-records.ts';
import { flagOf, type Hidden, notKnown, otherVisibility } from '../records/hidden.ts';
import { unusedFields } from '../records/unused-fields.ts';
import { readSourceDay, type SourceDay } from '../visibility/source-day.ts';
import type { DeskArticle, DeskContent, DeskFile, DeskSection } from './desk.ts';

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

/** The assets of Zammad's knowledge base. */
export function readZammad(records: DeskRecords, today: string): DeskContent {
  const answers = records.byId('KnowledgeBaseAnswer');
  const contents = records.byId('KnowledgeBaseAnswerTranslationContent');
  const users = records.byId('User');
  const localeOf = localesOf(records);
  const defaultLocale = localeOf.first;
  const sections = sectionsOf(records, localeOf.of, today);
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
        hidden: hiddenBy(answer, today),
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

/** An answer is archived, published, internal or a draft, in this order, by the times at which it became or becomes so. */
function hiddenBy(answer: DeskRecord, today: string): Hidden[] {
  const others = otherVisibility(answer, VISIBILITY, today);
  const dayIn = (key: string, side: keyof SourceDay) => {
    const written = textOf(answer[key]);
    if (written === undefined) return undefined;
    const day = readSourceDay(written)?.[side];
    if (day === undefined) others.push(notKnown(key, written));
    return day;
  };
  const archived = dayIn('archived_at', 'until');
  const published = dayIn('published_at', 'from');
  const internal = textOf(answer.internal_at);
  if (archived && archived <= today) return [...others, { as: 'archived', why: 'archived' }];
  const end: Hidden[] = archived ? [{ as: { archiveOn: archived }, why: `archived on ${archived}` }] : [];
  if (published && published <= today) return [...others, ...end];
  if (internal) end.push({ as: 'internal', why: 'internal' });
  if (published) return [...others, ...end, { as: { publishOn: published }, why: `published on ${published}` }];
  return [...others, ...end, ...(internal ? [] : [{ as: 'work-in-progress' as const, why: 'draft' }])];
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

function sectionsOf(records: DeskRecords, localeOf: (id: unknown) => string, today: string): DeskSection[] {
  const bases = records.byId('KnowledgeBase');
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
      summaries: new Map(),
      position: numberOf(one.position) ?? 0,
      addresses: titles.map(([locale, title]) => `/help/${locale.toLowerCase()}/${id}${slugged(title)}`),
      hidden: [...restrictedBy(one, bases), ...otherVisibility(one, VISIBILITY, today)],
    };
  });
}

/** A category that has permissions of its own has roles that may not even read it. */
function restrictedBy(category: DeskRecord, bases: ReadonlyMap<string, DeskRecord>): Hidden[] {
  const base = bases.get(idOf(category.knowledge_base_id) ?? '');
  if (flagOf(base?.active) === false) return [{ as: 'internal', why: 'the knowledge base is not active' }];
  const own = recordsOf(category.permissions).length > 0 ? category.permissions : category.permissions_effective;
  const closed = recordsOf(own).some(({ access }) => textOf(access) === 'none');
  return closed ? [{ as: 'internal', why: 'not for every role' }] : [];
}
