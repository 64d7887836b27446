import type {
  ArticleSuggestion,
  FoundShare,
  MeasuredSet,
  SuggestedAlias,
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
export function suggestionsText({ articles, synonyms, measured, tried }: Suggestions, written: boolean): string {
  const lines = articles.flatMap(articleLines);
  for (const { locale, own, word, articles: ids, people } of synonyms)
    lines.push(`synonyms/${locale}.yaml`, `  [${own}, ${word}]  ${peopleText(people)}, for ${ids.join(', ')}`, '');
  const names = articles.reduce((sum, { aliases }) => sum + aliases.length, 0);
  if (measured.length > 0)
    lines.push(
      written
        ? 'Measured before writing, on questions that no word was taken from:'
        : 'With all of it, measured on questions that no word was taken from:',
      ...measured.map(setLine),
      '',
    );
  if (names + synonyms.length === 0)
    return [...lines, `${count(tried, 'word')} and phrases were tried. None helps without doing harm elsewhere.`].join(
      '\n',
    );
  const found = `${count(names, 'alias').replace('aliass', 'aliases')} for ${count(articles.length, 'article')}`;
  return [...lines, synonyms.length > 0 ? `${found}, and ${count(synonyms.length, 'synonym')}.` : `${found}.`].join(
    '\n',
  );
}

function articleLines({ path, title, votes, aliases }: ArticleSuggestion): string[] {
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
    ...aliases.map((one) => `  + ${one.alias.padEnd(widest)}  ${evidence(one)}`),
    '',
  ];
}

function evidence({ from, people, failing, gained, lost }: SuggestedAlias): string {
  const effect = `helps ${formatNumber(gained)} held-out ${gained === 1 ? 'question' : 'questions'}${lost > 0 ? `, hurts ${formatNumber(lost)}` : ''}`;
  if (from === 'endpoint') return `suggested by the endpoint; ${effect}`;
  if (from === 'learned') return `from words.yaml; ${effect}`;
  if (from === 'searches') return `searched ${formatNumber(people)} times; ${effect}`;
  const missing = failing > 0 ? `, ${formatNumber(failing)} without finding it` : '';
  return `${peopleText(people)}${missing}; ${effect}`;
}

function peopleText(people: number): string {
  return people === 1 ? '1 person' : `${formatNumber(people)} people`;
}

function setLine({ locale, name, before, after }: MeasuredSet): string {
  const share = (found: number, { asked }: FoundShare) => `${((100 * found) / Math.max(1, asked)).toFixed(1)}%`;
  return `  ${setNames[name]} (${locale}, ${formatNumber(before.asked)}): first ${share(before.first, before)} -> ${share(after.first, after)}, among the first three ${share(before.among, before)} -> ${share(after.among, after)}`;
}
