import type { Article } from '../../content/article.ts';
import type { Library } from '../../content/library.ts';
import type { Flag } from './flagged-articles.ts';
import type { Gap } from './gaps.ts';
import type { TopicCoverage } from './topic-coverage.ts';
import type { Unmapped } from './unmapped.ts';

/** What to do about a topic or category, first things first. */
export type WeekVerb = 'write' | 'translate' | 'publish' | 'edit' | 'update' | 'map';

/** One thing to do: a topic or category, with one verb and one reason. */
export interface WeekItem {
  /** The id of a topic, or a category without a topic. */
  subject: { topic: string } | { category: string };
  title: string;
  tickets: number;
  /** `null` if what is usual is not known. */
  usual: number | null;
  extra: number | null;
  /** More than usual comes, for weeks or in the last days. */
  more: 'rising' | 'burst' | 'new' | null;
  /** The day since which more comes. */
  since: string | null;
  verb: WeekVerb;
  why: WeekReason;
  /** The article to change, or to translate. */
  article: WeekArticle | null;
  /** How many customers wrote after reading the article; `null` if that is few, or not known. */
  wrote: number | null;
  /** The language to write in or to update. */
  locale: string | null;
  /** The command that starts the work, if there is one. */
  command: string | null;
}

export interface WeekArticle {
  id: string;
  title: string;
  locale: string;
  /** Relative to the content folder. */
  path: string;
  /** The address of its page; without a site address in site.yaml, only the path. */
  page: string;
}

export type WeekReason =
  | { code: 'more' | 'started-on' }
  | { code: 'no-article'; tickets: number }
  | { code: 'translation-missing' | 'translation-outdated'; tickets: number }
  | { code: 'unhelpful'; says: string }
  | { code: 'unclaimed'; nearest: string | null; catchAll?: number };

/** An outdated translation for fewer tickets can wait. */
const MIN_OUTDATED = 5;

/** What is known about the articles of the topics. */
export interface ItemContext {
  library: Library;
  flagged: readonly Flag[];
  gaps: readonly Gap[];
}

/** Whether more than usual comes still. */
export function isMore({ trend, burst }: Pick<TopicCoverage, 'trend' | 'burst'>): boolean {
  return trend.verdict === 'rising' || (burst !== null && !burst.over);
}

/** At most one thing to do about a topic that recurs or of which more comes than usual. */
export function topicItem(topic: TopicCoverage, title: string, context: ItemContext): WeekItem[] {
  const { burst, risingSince, trend, tickets, usual, extra, recurs } = topic;
  const more = isMore(topic);
  if (!recurs && !more) return [];
  const goesOn = burst !== null && !burst.over;
  const start = {
    subject: { topic: topic.id },
    title,
    tickets,
    usual,
    extra,
    more: !more ? null : usual === 0 ? 'new' : goesOn && trend.verdict !== 'rising' ? 'burst' : 'rising',
    since: more ? (risingSince ?? (goesOn ? burst.from : null)) : null,
    article: null,
    wrote: null,
    locale: null,
    command: null,
  } as const;
  const [gap] = context.gaps.filter((one) => one.topic === topic.id);
  if (gap) return [{ ...start, ...gapPart(gap, context.library) }];
  const flags = context.flagged.filter(({ topics }) => topics.includes(topic.id));
  const first = flags.find(({ firstFor }) => firstFor.includes(topic.id)) ?? flags[0];
  const article = first && articleOf(first.article, topic, context.library);
  const wrote = first ? wroteAfter(first) : null;
  if (more && article) return [{ ...start, verb: 'edit', why: { code: 'more' }, article, wrote }];
  return flags
    .flatMap((flag) => flagPart(flag, topic, context.library))
    .slice(0, 1)
    .map((part) => ({ ...start, ...part }));
}

type WeekPart = Pick<WeekItem, 'verb' | 'why'> & Partial<Pick<WeekItem, 'article' | 'wrote' | 'locale' | 'command'>>;

function wroteAfter({ reasons }: Flag): number | null {
  const tickets = reasons.find(({ code }) => code === 'started-on')?.numbers.tickets;
  return typeof tickets === 'number' ? tickets : null;
}

function gapPart({ locale, tickets, drafts, translates, command }: Gap, library: Library): WeekPart {
  const [draft] = drafts;
  const article = draft === undefined ? undefined : library.articles.find(({ path }) => path === draft);
  const original = translates === undefined ? undefined : library.articles.find(({ id }) => id === translates);
  const named = article ?? original;
  return {
    verb: article ? 'publish' : original ? 'translate' : 'write',
    why: { code: original ? 'translation-missing' : 'no-article', tickets },
    article: named ? nameOf(named, library) : null,
    locale,
    command: command ?? null,
  };
}

function flagPart(flag: Flag, topic: TopicCoverage, library: Library): WeekPart[] {
  const version = (locale: string) => library.exact(locale, flag.article);
  const outdated = flag.reasons.flatMap(({ code, numbers: { locale } }): WeekPart[] => {
    if (code !== 'translation-outdated' || typeof locale !== 'string') return [];
    const [tickets, article] = [topic.locales[locale] ?? 0, version(locale)];
    return tickets < MIN_OUTDATED || !article
      ? []
      : [{ verb: 'update', why: { code, tickets }, article: nameOf(article, library), locale }];
  });
  const unhelpful = flag.reasons.flatMap(({ code, says }): WeekPart[] =>
    code === 'unhelpful'
      ? [{ verb: 'edit', why: { code, says }, article: articleOf(flag.article, topic, library) }]
      : [],
  );
  const wrote = wroteAfter(flag);
  const article = articleOf(flag.article, topic, library);
  const read: WeekPart[] = wrote === null ? [] : [{ verb: 'edit', why: { code: 'started-on' }, article, wrote }];
  return [...unhelpful, ...read, ...outdated];
}

/** The version of an article that most of the topic's customers read. */
function articleOf(id: string, topic: TopicCoverage, library: Library): WeekArticle | null {
  const { defaultLocale } = library.site;
  const [best] = library.articles
    .filter((article) => article.id === id)
    .sort(
      (a, b) =>
        Number(b.locale === defaultLocale) - Number(a.locale === defaultLocale) ||
        (topic.locales[b.locale] ?? 0) - (topic.locales[a.locale] ?? 0),
    );
  return best ? nameOf(best, library) : null;
}

function nameOf({ id, title, locale, path }: Article, { site }: Library): WeekArticle {
  const home = site.url === undefined ? '' : site.url.replace(/\/$/, '');
  return { id, title, locale, path, page: `${home}/${locale}/${id}/` };
}

/** At most one thing to do about a category without a topic. */
export function categoryItem({
  category,
  tickets,
  usual,
  extra,
  recurs,
  burst,
  nearest,
  catchAll,
}: Unmapped): WeekItem[] {
  const more = burst !== null && !burst.over;
  if (!recurs && !more) return [];
  return [
    {
      subject: { category },
      title: category,
      tickets,
      usual,
      extra,
      more: more ? (usual === 0 ? 'new' : 'burst') : null,
      since: more ? burst.from : null,
      verb: 'map',
      why: { code: 'unclaimed', nearest: nearest ?? null, ...(catchAll !== undefined && { catchAll }) },
      article: null,
      wrote: null,
      locale: null,
      command: null,
    },
  ];
}
