/** What an import learned in one language. */
export interface LearnedLocale {
  locale: string;
  /** Topics with words, and the number of words and phrases. */
  topics: number;
  words: number;
  /** Topics with too few customers to learn from. */
  tooFew: number;
  /** The result of testing the words, if enough tickets could be held back for it. */
  trial?: WordTrial | undefined;
}

/** How well tickets that weren't used for learning find their articles. */
export interface WordTrial {
  locale: string;
  asked: number;
  /** Of topics without an article in this language or the default one. */
  withoutArticle: number;
  /** How many found an article of their topic as the first result, and among the results that customers look at. */
  before: { first: number; seen: number };
  after: { first: number; seen: number };
}
