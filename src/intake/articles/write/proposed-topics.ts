import { nearestTopic } from '#kb/content/nearest-topic.ts';
import { type Topic, topicOfCategory } from '#kb/content/topic.ts';
import { nearestByWords } from '#kb/values/nearest-by-words.ts';
import { compareText } from '#kb/values/text.ts';
import { bareWords } from '#kb/values/word-segments.ts';
import { freeName } from '../links/slugs.ts';

/** What proposed topics are fitted to. */
export interface TopicSetup {
  /** Topics that people wrote. They stay as they are, and articles can belong to them. */
  existing: readonly Topic[];
  /** Categories of the tickets that were counted so far, as exported. */
  categories: readonly string[];
}

/** An article in its default language. */
interface TopicArticle {
  id: string;
  title: string;
  labels: readonly string[];
}

export interface ProposedTopics {
  /** New topics, sorted by id. */
  topics: { id: string; title: string; categories: string[] }[];
  /** Ids of the topics that an article answers, by its id. */
  of(article: string): readonly string[];
  /** Categories that belong to a new topic, and those that belong to none. */
  matched: number;
  unmatched: number;
}

/** A label on more articles says where they belong, not what they answer; the report lists these as competing. */
const MOST_ARTICLES = 5;
const MOST_TOPICS = 2;

function topicId(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}+/gu, '');
  return bareWords(plain, 'en')
    .join('-')
    .replace(/[^a-z0-9-]+/g, '')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '');
}

/** Labels that a few articles share, with these articles; the rarest first. */
function sharedLabels(articles: readonly TopicArticle[]): { label: string; on: TopicArticle[] }[] {
  const found = new Map<string, { label: string; on: TopicArticle[] }>();
  for (const article of articles) {
    for (const label of article.labels) {
      const key = topicId(label) || label.toLowerCase();
      const entry = found.get(key) ?? { label, on: [] };
      if (!entry.on.includes(article)) entry.on.push(article);
      found.set(key, entry);
    }
  }
  return [...found.values()]
    .filter(({ label, on }) => /\p{L}{2}/u.test(label) && on.length > 1 && on.length <= MOST_ARTICLES)
    .sort((a, b) => a.on.length - b.on.length || compareText(a.label, b.label));
}

/**
 * Proposes topics for articles, so tickets can count for them: a label that a few articles share is one, and every other
 * article has one of its own. Ticket categories belong to the topic that shares most of their words.
 */
export function proposeTopics(articles: readonly TopicArticle[], { existing, categories }: TopicSetup): ProposedTopics {
  const answers = new Map<string, string[]>();
  const proposed = new Map<string, { id: string; title: string; categories: string[]; words: Set<string> }>();
  const taken = new Set(existing.map(({ id }) => id));
  const isFull = ({ id }: TopicArticle) => (answers.get(id)?.length ?? 0) >= MOST_TOPICS;
  const link = (topic: string, on: readonly TopicArticle[]) => {
    for (const { id } of on) answers.set(id, [...new Set([...(answers.get(id) ?? []), topic])]);
  };
  const knownTopic = nearestTopic(existing);
  const known = (text: string) => (existing.length > 0 ? knownTopic(text) : undefined);
  const propose = (title: string, name: string, on: readonly TopicArticle[], labels: string[]) => {
    const id = freeName(topicId(title) || topicId(name) || 'topic', (one) => taken.has(one));
    taken.add(id);
    const texts = [title, ...labels, ...on.flatMap((article) => [article.title, ...article.labels])];
    proposed.set(id, { id, title, categories: labels, words: new Set(bareWords(texts.join(' '), 'en')) });
    link(id, on);
  };
  for (const { label, on } of sharedLabels(articles)) {
    const open = on.filter((article) => !isFull(article));
    const topic = known(label);
    if (topic !== undefined) link(topic, open);
    else if (open.length > 0) propose(label, '', open, [label]);
  }
  for (const article of articles) {
    if (answers.has(article.id)) continue;
    const topic = known(article.title);
    if (topic === undefined) propose(article.title, article.id.slice(article.id.lastIndexOf('/') + 1), [article], []);
    else link(topic, [article]);
  }
  const ofCategory = topicOfCategory([...existing, ...proposed.values()]);
  const nearest = nearestByWords(new Map([...proposed].map(([id, { words }]) => [id, words])), 1);
  const open = categories.filter((category) => ofCategory(category) === undefined).sort(compareText);
  let matched = categories.filter((category) => proposed.has(ofCategory(category) ?? '')).length;
  for (const category of open) {
    const topic = proposed.get(nearest(new Set(bareWords(category, 'en'))) ?? '');
    if (!topic) continue;
    topic.categories.push(category);
    matched += 1;
  }
  const outside = categories.filter((category) => topicOfCategory(existing)(category) !== undefined).length;
  return {
    topics: [...proposed.values()]
      .map(({ id, title, categories }) => ({ id, title, categories }))
      .sort((a, b) => compareText(a.id, b.id)),
    of: (article) => answers.get(article) ?? [],
    matched,
    unmatched: categories.length - matched - outside,
  };
}
