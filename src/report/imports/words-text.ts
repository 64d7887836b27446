import type { LearnedLocale } from '#kb/tickets/imports/learned-locale.ts';
import { languageName } from '../layout/language-name.ts';
import { count, percent } from '../layout/numbers.ts';

/** How many customer words were learned, and how much they help the search. Numbers only: the words could be private. */
export function wordsText(locales: readonly LearnedLocale[]): string {
  if (locales.length === 0) return 'Customer words: none learned, because no ticket has an id, a topic and a text.';
  return ['Customer words', ...locales.flatMap(localeLines)].join('\n');
}

function localeLines({ locale, topics, words, tooFew, trial }: LearnedLocale): string[] {
  const language = languageName(locale);
  const few = tooFew > 0 ? `; ${count(tooFew, 'topic')} with too few customers to learn from` : '';
  if (words === 0) return [`  ${language}: no word points to a topic${few}.`];
  const learned = `  ${language}: ${count(words, 'word')} for ${count(topics, 'topic')}${few}.`;
  if (!trial) return [learned, '    Not enough different tickets to test how much they help.'];
  const { asked, withoutArticle, before, after } = trial;
  const share = (part: number) => percent(part / asked);
  return [
    learned,
    `    Tested on ${count(asked, 'ticket')} not used for learning: with these words, ${share(after.seen)} find an article on their topic in the top 3 results (${share(before.seen)} without), and ${share(after.first)} in first place (${share(before.first)} without).`,
    ...(withoutArticle > 0
      ? [`    ${count(withoutArticle, 'more ticket')} could not be tested, because their topics have no article.`]
      : []),
  ];
}
