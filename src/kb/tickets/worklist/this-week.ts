import type { Article } from '../../content/article.ts';
import type { Library } from '../../content/library.ts';
import { localText } from '../../values/local-text.ts';
import { compareText, titleOfId } from '../../values/text.ts';
import type { Burst } from '../measures/bursts.ts';
import type { Flag } from './flagged-articles.ts';
import type { Gap } from './gaps.ts';
import type { Overlap } from './overlap.ts';
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
  | { code: 'more' }
  | { code: 'no-article'; tickets: number }
  | { code: 'translation-missing' | 'translation-outdated'; tickets: number }
  | { code: 'unhelpful'; says: string }
  | { code: 'unclaimed'; nearest: string | null };

/** A topic or category whose burst is over: the usual comes again. */
export interface OverItem extends Omit<Burst, 'over'> {
  subject: WeekItem['subject'];
  title: string;
}

export interface ThisWeek {
  /** Most extra tickets first. */
  items: WeekItem[];
  /** How many more there are. */
  more: number;
  /** Newest first. */
  over: OverItem[];
  /** Topics that recur as usual, with nothing special to do. */
  steady: { topics: number; tickets: number; largest: { topic: string; title: string; tickets: number } | null };
  /** Tickets of the window in none of the above: on topics that don't recur, and without a topic. */
  rest: { topics: number; tickets: number; withoutTopic: number };
  /** Topics with tickets that several articles answer in one language. */
  competing: number;
}

/** No one does more in a week. */
export const MOST_ITEMS = 10;
/** An outdated translation for fewer tickets can wait. */
const MIN_OUTDATED = 5;

/** The data that the list is made of. */
export interface WeekContext {
  library: Library;
  topics: readonly TopicCoverage[];
  flagged: readonly Flag[];
  gaps: readonly Gap[];
  unmapped: readonly Unmapped[];
  overlap: readonly Overlap[];
  tickets: number;
}

/** The few things that are worth a support team's week, by how many tickets more than usual each of them has. */
export function thisWeek(context: WeekContext): ThisWeek {
  const { topics, unmapped, overlap } = context;
  const titleOf = topicTitles(context.library);
  const items = [
    ...topics.flatMap((topic) => topicItem(topic, titleOf(topic.id), context)),
    ...unmapped.flatMap((one) => categoryItem(one)),
  ].sort(
    (a, b) => (b.extra ?? -Infinity) - (a.extra ?? -Infinity) || b.tickets - a.tickets || compareText(a.title, b.title),
  );
  const shown = items.slice(0, MOST_ITEMS);
  const named = new Set(shown.flatMap(({ subject }) => ('topic' in subject ? subject.topic : [])));
  const others = topics.filter(({ id }) => !named.has(id));
  const steady = others.filter(({ recurs }) => recurs);
  const rare = others.filter(({ recurs, tickets }) => !recurs && tickets > 0);
  const sum = (all: readonly { tickets: number }[]) => all.reduce((total, { tickets }) => total + tickets, 0);
  const [largest] = steady;
  return {
    items: shown,
    more: items.length - shown.length,
    over: [
      ...topics.flatMap(({ id, burst }) => overItem({ topic: id }, titleOf(id), burst)),
      ...unmapped.flatMap(({ category, burst }) => overItem({ category }, category, burst)),
    ].sort((a, b) => compareText(b.to, a.to) || b.tickets - a.tickets),
    steady: {
      topics: steady.length,
      tickets: sum(steady),
      largest: largest ? { topic: largest.id, title: titleOf(largest.id), tickets: largest.tickets } : null,
    },
    rest: {
      topics: rare.length,
      tickets: sum(rare),
      withoutTopic: context.tickets - sum(shown) - sum(steady) - sum(rare),
    },
    competing: overlap.length,
  };
}

/** What a topic is called in English, or in the language of the site. */
export function topicTitles({ topics, site }: Library): (topic: string) => string {
  const titles = new Map(
    topics.flatMap(({ id, title }) => (title ? [[id, localText(title, 'en', site.defaultLocale)] as const] : [])),
  );
  return (topic) => titles.get(topic) ?? titleOfId(topic);
}

function overItem(subject: WeekItem['subject'], title: string, burst: Burst | null): OverItem[] {
  if (!burst?.over) return [];
  const { over, ...days } = burst;
  return [{ subject, title, ...days }];
}

/** Whether more than usual comes still. */
export function isMore({ trend, burst }: Pick<TopicCoverage, 'trend' | 'burst'>): boolean {
  return trend.verdict === 'rising' || (burst !== null && !burst.over);
}

function topicItem(topic: TopicCoverage, title: string, context: WeekContext): WeekItem[] {
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
    locale: null,
    command: null,
  } as const;
  const [gap] = context.gaps.filter((one) => one.topic === topic.id);
  if (gap) return [{ ...start, ...gapPart(gap, context.library) }];
  const flags = context.flagged.filter(({ topics }) => topics.includes(topic.id));
  const first = flags.find(({ firstFor }) => firstFor.includes(topic.id)) ?? flags[0];
  const article = first && articleOf(first.article, topic, context.library);
  if (more && article) return [{ ...start, verb: 'edit', why: { code: 'more' }, article }];
  return flags
    .flatMap((flag) => flagPart(flag, topic, context.library))
    .slice(0, 1)
    .map((part) => ({ ...start, ...part }));
}

type WeekPart = Pick<WeekItem, 'verb' | 'why'> & Partial<Pick<WeekItem, 'article' | 'locale' | 'command'>>;

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
  return [...unhelpful, ...outdated];
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

function categoryItem({ category, tickets, usual, extra, recurs, burst, nearest }: Unmapped): WeekItem[] {
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
      why: { code: 'unclaimed', nearest: nearest ?? null },
      article: null,
      locale: null,
      command: null,
    },
  ];
}
