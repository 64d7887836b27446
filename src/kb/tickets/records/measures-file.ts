import { z } from 'zod';
import { dayField } from '../../values/fields.ts';

const from = dayField.describe('The first day, such as 2026-10-01.');
const to = dayField.describe('The last day, such as 2026-10-31.');
const number = z.int().min(0);

const inOrder = {
  path: ['to'],
  message: 'Write a date that is not before "from".',
};

/** `content/measures.yaml`: what only the company knows, for the metrics of the report that need it. */
export const MeasuresFile = z.strictObject({
  sessions: z
    .array(
      z
        .strictObject({
          from,
          to,
          sessions: number.describe('How many sessions the help center had on these days, as a whole number.'),
          users: number.optional().describe('How many different visitors it had on these days, as a whole number.'),
        })
        .refine((one) => one.from <= one.to, inOrder),
    )
    .default([])
    .describe('Help center sessions from your web analytics, as a list of from, to, sessions and users.'),
  deflection: z
    .strictObject({
      solvedShare: z
        .number()
        .min(0)
        .max(1)
        .describe('The share of sessions that you assume solve the problem, from 0 to 1, such as 0.2.'),
      because: z.string().trim().min(1).describe('Why you assume this, in one sentence; the report shows it.'),
    })
    .optional()
    .describe('What you assume about sessions: solvedShare, because.'),
  customers: z
    .strictObject({
      from,
      to,
      start: z.int().positive().describe('How many customers you had on the first day, as a whole number from 1.'),
      end: number.describe('How many customers you had on the last day, as a whole number.'),
      new: number.describe('How many of those joined in between, as a whole number.'),
    })
    .refine((one) => one.from <= one.to, inOrder)
    .refine((one) => one.new <= one.end, {
      path: ['new'],
      message: 'Write a number that is not higher than "end".',
    })
    .refine((one) => one.end - one.new <= one.start, {
      path: ['end'],
      message: 'Write a number that is not higher than "start" plus "new".',
    })
    .optional()
    .describe('Your customer numbers: from, to, start, end, new.'),
});
export type MeasuresFile = z.infer<typeof MeasuresFile>;
