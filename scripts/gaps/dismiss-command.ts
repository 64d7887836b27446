import { isDay } from '#kb/values/day.ts';
import { defineCommand } from '../shared/command.ts';
import { UsageError } from '../shared/failures.ts';
import { contentOption } from '../shared/options.ts';

const readUntil = (text: string, label: string) => {
  if (text !== 'doubled' && !isDay(text))
    throw new UsageError(`${label} is "${text}". Use "doubled", or a date such as 2027-03-01.`);
  return text;
};

export const dismissCommand = defineCommand({
  name: 'dismiss',
  summary: 'Take a topic, an article, or a category off the work list.',
  details:
    'Writes the decision to dismissed.yaml in the content folder. The report says how many rows are dismissed, and brings a row back when it has twice the tickets, or after a date.',
  options: {
    topic: { value: 'ID', about: 'Topic that needs no work', group: 'What' },
    locale: { value: 'LOCALE', about: 'With --topic: only the missing article in this language', group: 'What' },
    article: { value: 'ID', about: 'Article that needs no work', group: 'What' },
    category: { value: 'NAME', about: 'Category that needs no topic', group: 'What' },
    because: { value: 'TEXT', about: 'Why, in one sentence', required: true },
    owner: { value: 'NAME', about: 'Who decided it', required: true },
    until: {
      value: 'WHEN',
      about: 'When it comes back: doubled, or a date',
      default: 'doubled',
      read: readUntil,
    },
    content: contentOption,
  },
  examples: [
    'npm run gaps -- dismiss --topic card-arrival --because "Post on strike." --owner Anna',
    'npm run gaps -- dismiss --category spam_calls --because Spam. --owner Anna --until 2027-03-01',
  ],
  run: async ({ content, ...decision }) => {
    const named = ['topic', 'article', 'category'] as const;
    if (named.filter((key) => decision[key] !== undefined).length !== 1)
      throw new UsageError('Name what to dismiss with one of --topic, --article and --category.');
    if (decision.locale !== undefined && decision.topic === undefined)
      throw new UsageError('--locale goes with --topic.');
    const { dismiss } = await import('./dismiss.ts');
    return dismiss(content, decision);
  },
});
