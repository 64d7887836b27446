import { z } from 'zod';
import { isDay } from '../../values/day.ts';
import { dayField, localeField } from '../../values/fields.ts';

/** A row of the work list that someone decided not to work on, and until when. */
export const Dismissal = z
  .strictObject({
    topic: z.string().min(1).optional().describe('The id of the topic that needs no work, such as card-arrival.'),
    locale: localeField.optional().describe('Only the missing article of the topic in this language, such as fi.'),
    article: z.string().min(1).optional().describe('The id of the article that needs no work.'),
    category: z.string().min(1).optional().describe('The help desk’s category that needs no topic.'),
    because: z.string().trim().min(1).describe('Why, in one sentence.'),
    owner: z.string().trim().min(1).describe('Who decided it.'),
    on: dayField.describe('The day of the decision, such as 2026-11-16.'),
    tickets: z.int().min(0).describe('How many tickets it had then.'),
    until: z
      .string()
      .refine((text) => text === 'doubled' || isDay(text), 'Write "doubled", or a date such as 2027-03-01.')
      .default('doubled')
      .describe('When it comes back: a date, or "doubled" when it has twice the tickets.'),
  })
  .refine(
    ({ topic, article, category }) => [topic, article, category].filter((one) => one !== undefined).length === 1,
    'Write one of topic, article and category.',
  )
  .refine(({ locale, topic }) => locale === undefined || topic !== undefined, {
    path: ['locale'],
    message: 'A language is only for a topic. Remove the line, or write "topic:".',
  });
export type Dismissal = z.output<typeof Dismissal>;

/** `content/dismissed.yaml`: decisions about the work list. */
export const DismissedFile = z.strictObject({
  dismissed: z.array(Dismissal).default([]).describe('Rows of the work list that need no work for now.'),
});
