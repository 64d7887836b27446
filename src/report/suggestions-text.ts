import type {
  ArticleSuggestion,
  FoundShare,
  MeasuredSet,
  SuggestedAlias,
  SuggestedSynonym,
  Suggestions,
} from '#kb/tickets/measures/suggestion.ts';
import { count, formatNumber } from './layout/numbers.ts';

const setNames: Readonly<Record<MeasuredSet['name'], string>> = {
  tickets: 'Tickets',
  searches: 'Searches that ended in an article',
  generated: 'Questions from the endpoint',
  given: 'Your questions',
  guarded: 'Questions in searches.yaml',
};

/**
 * What is suggested, with its evidence and its effect.
 *
 * @param written whether it was written into the articles
 */
export function suggestionsText(suggestions: Suggestions, written: boolean): string {
  const { articles, synonyms, measured, named } = suggestions;
  const lines = articles.flatMap((one) => articleLines(one, named));
  for (const locale of new Set(synonyms.map((one) => one.locale)))
    lines.push(
      ...synonymLines(
        locale,
        synonyms.filter((one) => one.locale === locale),
        named,
      ),
    );
  const names = articles.reduce((sum, { aliases }) => sum + aliases.length, 0);
  if (measured.length > 0)
    lines.push(
      written
        ? 'Measured before writing, on questions that no word was taken from:'
        : 'With all of it, measured on questions that no word was taken from:',
      ...measured.map(setLine),
      '',
    );
  if (names + synonyms.length === 0) return [...lines, nothingText(suggestions)].join('\n');
  const found = [
    ...(names > 0
      ? [`${formatNumber(names)} ${names === 1 ? 'alias' : 'aliases'} for ${count(articles.length, 'article')}`]
      : []),
    ...(synonyms.length > 0 ? [count(synonyms.length, 'synonym')] : []),
  ];
  return [...lines, `${found.join(', and ')}.`].join('\n');
}

function nothingText({ measured, tried }: Suggestions): string {
  if (measured.length === 0)
    return 'Nothing could be measured: there are too few different questions whose right article is known. Use an export with more tickets on topics that have an article, or a longer log.';
  if (tried === 0) return 'No new word is used by enough people to try it.';
  return tried === 1
    ? "1 word or phrase was tried. It doesn't help without doing harm elsewhere."
    : `${formatNumber(tried)} words and phrases were tried. None helps without doing harm elsewhere.`;
}

function articleLines({ path, title, votes, aliases }: ArticleSuggestion, named: boolean): string[] {
  const voted =
    votes === undefined
      ? []
      : [
          `  ${formatNumber(votes.unhelpful)} of ${count(votes.helpful + votes.unhelpful, 'reader')} said that it didn't help.`,
        ];
  const widest = Math.max(...aliases.map(({ alias }) => alias.length));
  return [
    path,
    `  ${title}`,
    ...voted,
    ...aliases.map((one) => `  + ${one.alias.padEnd(widest)}  ${evidence(one, named)}`),
    '',
  ];
}

function synonymLines(locale: string, synonyms: readonly SuggestedSynonym[], named: boolean): string[] {
  const groups = synonyms.map(({ own, word }) => `[${own}, ${word}]`);
  const widest = Math.max(...groups.map((group) => group.length));
  return [
    `synonyms/${locale}.yaml`,
    ...synonyms.flatMap((one, place) => [
      `  + ${groups[place]?.padEnd(widest)}  ${evidence(one, named)}`,
      `    for ${one.articles.join(', ')}`,
    ]),
    '',
  ];
}

/** How many customers use a word, and what it changes. */
function evidence({ from, people, failing, gained, lost }: Omit<SuggestedAlias, 'alias'>, named: boolean): string {
  const held = gained === 1 ? 'held-out question' : 'held-out questions';
  const effect = [
    ...(gained > 0 ? [`helps ${formatNumber(gained)} ${held}`] : []),
    ...(lost > 0 ? [`hurts ${formatNumber(lost)}`] : []),
  ].join(', ');
  return [useText({ from, people, failing }, named), effect].filter((part) => part !== '').join('; ');
}

function useText(
  { from, people, failing }: Pick<SuggestedAlias, 'from' | 'people' | 'failing'>,
  named: boolean,
): string {
  if (from === 'endpoint') return 'suggested by the endpoint';
  const unit = named ? (people === 1 ? 'person' : 'people') : people === 1 ? 'ticket' : 'tickets';
  const number = formatNumber(people);
  const use = from === 'searches' ? `searched ${number} times` : `${number} ${unit}`;
  if (failing === 0) return use;
  return failing === people ? `${use} without finding it` : `${use}, ${formatNumber(failing)} without finding it`;
}

function setLine({ locale, name, before, after }: MeasuredSet): string {
  const share = (found: number, { asked }: FoundShare) => `${((100 * found) / Math.max(1, asked)).toFixed(1)}%`;
  return `  ${setNames[name]} (${locale}, ${formatNumber(before.asked)}): first ${share(before.first, before)} -> ${share(after.first, after)}, among the first three ${share(before.among, before)} -> ${share(after.among, after)}`;
}
