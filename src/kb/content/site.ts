import { z } from 'zod';
import { ContactFile, channelKinds } from '../contact/contact.ts';
import { type Code, codes } from '../findings/codes.ts';
import { LocalText } from '../values/local-text.ts';
import { isLocaleTag } from '../values/locale.ts';
import { webAddress } from '../values/web-address.ts';

const tag = z.string().refine(isLocaleTag, 'Write a language tag such as en, fi or pt-BR.');

/** `content/site.yaml`: what the help center is called, speaks and links to. */
export const SiteFile = z
  .strictObject({
    name: z.string().min(1).describe('The name of the product or company, as customers know it.'),
    locales: z
      .array(tag)
      .min(1)
      .refine((tags) => new Set(tags).size === tags.length, 'Write each language once.')
      .describe('The languages of the help center, as tags such as en, fi or pt-BR.'),
    defaultLocale: tag.describe('The language that articles are written in first; it must stand in "locales" as well.'),
    theme: z.string().default('plain').describe('The name of a folder in themes/.'),
    url: webAddress
      .optional()
      .describe('The address the help center is published under, such as https://help.example.com/.'),
    home: webAddress.optional().describe('The address of the product itself, linked from the top of every page.'),
    tagline: LocalText.optional().describe('One short sentence under the question on the home page.'),
    contact: ContactFile.prefault({}).describe(
      `Ways to reach a person: form, ${channelKinds.join(', ')}; with timeZone and closed for their hours.`,
    ),
    sections: z
      .record(
        z.string(),
        z.strictObject({
          title: LocalText.describe('The name of the section, once or per language.'),
          summary: LocalText.optional().describe('One sentence on what the section holds, once or per language.'),
          brands: z
            .array(z.string().min(1))
            .default([])
            .describe('The names of the themes it is limited to, as a list; without it, every brand has it.'),
          icon: z.string().optional().describe('The name of one of the icons in src/ui/icons.'),
        }),
      )
      .default({})
      .describe('The sections in the order in which they are shown, by the name of their folder.'),
    recurrence: z
      .strictObject({
        windowDays: z.int().positive().default(28).describe('How many days up to the newest ticket count.'),
        minTickets: z.int().positive().default(10).describe('How many tickets in that window make a topic recur.'),
        minWeeks: z.int().positive().default(3).describe('In how many of the last four weeks it must have been seen.'),
      })
      .prefault({})
      .describe('When a topic of tickets counts as recurring: windowDays, minTickets, minWeeks.'),
    workList: z
      .strictObject({
        competing: z
          .int()
          .min(2)
          .default(2)
          .describe('From how many articles on one topic in one language on they compete.'),
        quietDays: z.int().positive().default(90).describe('After how many days without a ticket an article is quiet.'),
      })
      .prefault({})
      .describe('What the ticket report lists beside the recurring topics: competing, quietDays.'),
    limits: z
      .strictObject({
        gapTickets: z
          .int()
          .min(0)
          .optional()
          .describe('More tickets than this on a topic, in a language without an article on it, are too many.'),
        flaggedTickets: z
          .int()
          .min(0)
          .optional()
          .describe('More tickets than this on the recurring topics of one article are too many.'),
        unmappedTickets: z
          .int()
          .min(0)
          .optional()
          .describe('More tickets than this in a category that no topic claims are too many.'),
      })
      .default({})
      .describe(
        'Above which numbers of tickets `npm run tickets -- report` fails: gapTickets, flaggedTickets, unmappedTickets.',
      ),
    searchLog: webAddress
      .optional()
      .describe('An address that searches are sent to; without it they never leave the page.'),
    risingNote: z
      .boolean()
      .default(false)
      .describe(
        'Whether an article says that many ask about it right now, where its topic recurs and rises: true or false.',
      ),
    votes: z
      .union([z.enum(['events', 'off']), webAddress], {
        error: 'Write events, off, or a whole address such as https://help.example.com/votes.',
      })
      .default('off')
      .describe(
        'Whether articles ask "Did this help?": off, events (for a program on the page), or an address to send to.',
      ),
    widget: z
      .strictObject({
        launcher: z
          .enum(['end', 'start', 'none'])
          .default('end')
          .describe('The lower corner the button stands in, at the end or the start of a line; none for no button.'),
        pages: z
          .array(
            z
              .strictObject({
                match: z
                  .string()
                  .regex(/^(?:\/|https?:\/\/)/, 'Write a path such as "/checkout/**", or a whole address.')
                  .describe('A path of the product such as "/checkout/**", or a whole address.'),
                articles: z.array(z.string()).default([]).describe('Ids of articles such as cards/order-a-card.'),
                topics: z.array(z.string()).default([]).describe('Ids of topics.yaml, whose articles are shown.'),
                section: z.string().optional().describe('The id of a section, whose articles are shown.'),
              })
              .refine(({ articles, topics, section }) => articles.length + topics.length > 0 || section !== undefined, {
                message: 'Add "articles", "topics" or "section" to it.',
              }),
          )
          .default([])
          .describe('Which articles fit which pages of the product, in the order in which they are shown.'),
      })
      .prefault({})
      .describe('The help inside the product: launcher, pages.'),
    popular: z.int().min(0).default(6).describe('How many of the most asked questions the home page shows.'),
    severity: z
      .partialRecord(z.enum(Object.keys(codes) as [Code, ...Code[]]), z.enum(['error', 'warning', 'off']))
      .default({})
      .describe('For single findings, by their code: error, warning or off.'),
  })
  .refine((site) => site.locales.includes(site.defaultLocale), {
    path: ['defaultLocale'],
    message: 'Write a language that stands in "locales" as well.',
  });
export type Site = z.infer<typeof SiteFile>;
