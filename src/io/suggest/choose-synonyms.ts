import type { Library, ShownArticle } from '#kb/content/library.ts';
import type { Synonyms } from '#kb/content/synonyms.ts';
import type { SuggestedSynonym, WordOrigin } from '#kb/tickets/measures/suggestion.ts';
import { compareText } from '#kb/values/text.ts';
import { synonymsFor } from '#search/synonyms.ts';
import type { ChooseOptions } from './choose-aliases.ts';
import type { SynonymCandidate } from './find-synonyms.ts';
import type { KnownIndex } from './known-index.ts';
import { netOf, openScoreboard } from './scoreboard.ts';
import { makeTrials } from './with-words.ts';

export interface ChooseSynonymsOptions extends ChooseOptions {
  locale: string;
  library: Library;
}

/** A candidate, with what its words come from. */
export interface FoundSynonym extends SynonymCandidate {
  from: WordOrigin;
}

/** It must help so many articles; otherwise it's an alias. */
const LEAST_ARTICLES = 2;

/**
 * Chooses the synonyms that help, the best first: each is measured on top of those chosen before it. A word of customers
 * gets one word of the writers.
 */
export async function chooseSynonyms(
  candidates: readonly FoundSynonym[],
  { index, questions, values, locale, library, onProgress }: ChooseSynonymsOptions,
): Promise<SuggestedSynonym[]> {
  const attempt = makeTrials(index, 'synonyms');
  const scores = openScoreboard(questions, values);
  const groups = library.synonyms?.get(locale) ?? [];
  // Articles in another language have the synonyms of theirs.
  const shown = library.shown(locale).filter(({ article }) => article.locale === locale);
  const having = placesByKey(index, questions);
  const touches = (word: string) => [...new Set(keysOf(word, index).flatMap((key) => having.get(key) ?? []))];
  const added = new Map<string, string[]>();
  const indexWith = (word: string, holders: readonly string[]) => {
    const all = new Map(added);
    for (const id of holders) all.set(id, [...(all.get(id) ?? []), word]);
    return attempt(all);
  };

  const promising: { candidate: FoundSynonym; holders: string[]; promise: number }[] = [];
  for (const [place, candidate] of candidates.entries()) {
    await onProgress((place / candidates.length) * 0.8);
    const holders = holdersOf(candidate, shown, groups, index);
    if (holders.length < LEAST_ARTICLES) continue;
    const sources = touches(candidate.word).filter((one) => questions[one]?.isSource);
    const promise = netOf(await scores.changesWith(await indexWith(candidate.word, holders), sources));
    if (promise > 0) promising.push({ candidate, holders, promise });
  }
  promising.sort((a, b) => b.promise - a.promise || compareText(a.candidate.word, b.candidate.word));
  const chosen: SuggestedSynonym[] = [];
  for (const [place, { candidate, holders }] of promising.entries()) {
    await onProgress(0.8 + (0.2 * place) / promising.length);
    const { word, own, from, people, failing } = candidate;
    if (chosen.some((one) => one.word === word)) continue;
    const ids = new Set(holders);
    const isOwn = (one: number) => [...(questions[one]?.right ?? [])].some((id) => ids.has(id));
    const changes = await scores.changesWith(await indexWith(word, holders), touches(word));
    const better = changes.filter(({ by }) => by > 0).flatMap((one) => [...(questions[one.place]?.right ?? [])]);
    const articles = [...new Set(better)].filter((id) => ids.has(id)).sort(compareText);
    if (articles.length < LEAST_ARTICLES) continue;
    const kept = scores.keep(changes, isOwn);
    if (!kept) continue;
    for (const id of holders) added.set(id, [...(added.get(id) ?? []), word]);
    chosen.push({ locale, own, word, from, articles, people, failing, ...kept });
  }
  return chosen;
}

/** The groups of a language with synonyms added, each to the group that has the writers' word. */
export function withSynonyms(groups: Synonyms, added: readonly Pick<SuggestedSynonym, 'own' | 'word'>[]): Synonyms {
  const all = [...groups];
  for (const { own, word } of added) {
    const place = all.findIndex((group) => group.includes(own));
    if (place < 0) all.push([own, word]);
    else all[place] = [...(all[place] ?? []), word];
  }
  return all;
}

/** The ids of the articles that a synonym would lead to. */
function holdersOf(
  { own, word }: SynonymCandidate,
  shown: readonly ShownArticle[],
  groups: Synonyms,
  index: KnownIndex,
): string[] {
  const changed = withSynonyms(groups, [{ own, word }]).filter((group) => group.includes(word));
  return shown.flatMap(({ article: { id, title, aliases, summary = '', outline, locale } }) => {
    const about = [title, ...aliases, summary, ...outline.map(({ text }) => text)].join('. ');
    const texts = index.pageOf(id)?.page.passages.flatMap((passage) => passage.texts) ?? [];
    return synonymsFor({ about, body: texts.join('. ') }, changed, locale).includes(word) ? [id] : [];
  });
}

function placesByKey(index: KnownIndex, questions: ChooseOptions['questions']): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [place, { text }] of questions.entries())
    for (const key of new Set(keysOf(text, index))) places.set(key, [...(places.get(key) ?? []), place]);
  return places;
}

function keysOf(text: string, { analysis }: KnownIndex): string[] {
  return analysis.terms(text).flatMap(({ key, parts }) => [key, ...parts]);
}
