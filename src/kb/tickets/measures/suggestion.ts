/** In how many of the questions the right article came first, and among the first answers. */
export interface FoundShare {
  asked: number;
  first: number;
  among: number;
}

/** Where the words of a suggestion come from. */
export type WordOrigin = 'tickets' | 'searches' | 'endpoint';

/** Another name for an article that customers use. */
export interface SuggestedAlias {
  alias: string;
  from: WordOrigin;
  /**
   * How many different people wrote it, or in how many tickets it is if they don't say who wrote; in a log of searches,
   * how often it was searched. 0 if that isn't known.
   */
  people: number;
  /** Of these, how many don't find the article today. */
  failing: number;
  /** Of the questions that no word was taken from, how many find the article better with it. */
  gained: number;
  /** And how many find their article worse, whatever it is. */
  lost: number;
}

/** What is suggested for one article in one language. */
export interface ArticleSuggestion {
  article: string;
  locale: string;
  title: string;
  /** Relative to the content folder. */
  path: string;
  /** What readers voted on the article, if there are votes. */
  votes?: { helpful: number; unhelpful: number };
  aliases: readonly SuggestedAlias[];
}

/** A word that means the same as a word of the writers, for several articles. */
export interface SuggestedSynonym {
  locale: string;
  /** The writers' own word. */
  own: string;
  word: string;
  from: WordOrigin;
  /** The ids of the articles that are found better with it. */
  articles: readonly string[];
  /** See {@link SuggestedAlias}. */
  people: number;
  failing: number;
  gained: number;
  lost: number;
}

/** A set of questions whose right articles are known, before and after all suggestions together. */
export interface MeasuredSet {
  locale: string;
  name: 'tickets' | 'searches' | 'guarded' | 'given' | 'generated';
  before: FoundShare;
  after: FoundShare;
}

export interface Suggestions {
  articles: readonly ArticleSuggestion[];
  synonyms: readonly SuggestedSynonym[];
  /** Only questions that no word was taken from. */
  measured: readonly MeasuredSet[];
  /** How many candidates were tried. */
  tried: number;
  /** Whether the tickets say who wrote. */
  named: boolean;
}
