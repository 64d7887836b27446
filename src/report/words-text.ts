import { count } from './findings-text.ts';

/** What an import learned in one language. */
export interface LocaleWords {
  locale: string;
  topics: number;
  words: number;
  tooFew: number;
  trial?: Trial | undefined;
}

interface Trial {
  asked: number;
  withoutArticle: number;
  before: Tally;
  after: Tally;
}

interface Tally {
  first: number;
  seen: number;
}

/** What was learned of the customers' words and how much it helps: numbers only, no word of it. */
export function wordsText(locales: readonly LocaleWords[]): string {
  if (locales.length === 0)
    return 'Words: none were learned, as there are no tickets with a number, a topic and a text.';
  return ['Words of customers', ...locales.flatMap(localeLines)].join('\n');
}

function localeLines({ locale, topics, words, tooFew, trial }: LocaleWords): string[] {
  const language = new Intl.DisplayNames('en', { type: 'language' }).of(locale) ?? locale;
  const few = tooFew > 0 ? `; ${count(tooFew, 'topic')} with too few customers to learn from` : '';
  if (words === 0) return [`  ${language}: no word points to a topic${few}.`];
  const learned = `  ${language}: ${count(words, 'word')} for ${count(topics, 'topic')}${few}.`;
  if (!trial) return [learned, '    Too few tickets differ from each other to say how much they help.'];
  const { asked, withoutArticle, before, after } = trial;
  const share = (part: number) => `${Math.round((part / asked) * 100)} %`;
  return [
    learned,
    `    Of ${count(asked, 'ticket')} held back from learning, ${share(after.seen)} find an article of their topic among the first 3 with them (${share(before.seen)} without), ${share(after.first)} in first place (${share(before.first)}).`,
    ...(withoutArticle > 0
      ? [`    ${count(withoutArticle, 'more ticket')} could not be tried: no article is linked to their topics.`]
      : []),
  ];
}
