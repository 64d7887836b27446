import { z } from 'zod';
import { channelKinds } from '../contact/channels.ts';
import { ContactFile } from '../contact/contact.ts';
import { type Code, codes } from '../findings/codes.ts';
import { RedirectRules } from '../redirects/written-rules.ts';
import { iconNames } from '../values/icon-names.ts';
import { LocalText } from '../values/local-text.ts';
import { isLocaleTag } from '../values/locale.ts';
import { hasPlainPath, PLAIN_PATH, webAddress } from '../values/web-address.ts';

const tag = z.string().refine(isLocaleTag, 'Write a language code such as en, fi or pt-BR.');

/** `content/site.yaml`: the name, languages, contact options and settings of the help center. */
export const SiteFile = z
  .strictObject({
    name: z.string().min(1).describe('The name of the product or company, as customers know it.'),
    locales: z
      .array(tag)
      .min(1)
      .refine((tags) => new Set(tags).size === tags.length, 'List each language only once.')
      .describe('The languages of the help center, as codes such as en, fi or pt-BR.'),
    defaultLocale: tag.describe(
      'The language that articles are written in first; it must also be listed in "locales".',
    ),
    theme: z.string().default('plain').describe('The name of a folder in themes/.'),
    imageHosts: z
      .array(
        z
          .string()
          .regex(
            /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?::\d{1,5})?$/,
            'Write only the name of the host, such as images.example.com.',
          ),
      )
      .default([])
      .describe('Other hosts that articles can load pictures from, as a list such as [images.example.com].'),
    components: z
      .array(
        z
          .string()
          .regex(
            /^(?!.*(?:^|\/)\.)[^\\/:]+(?:\/[^\\/:]+)*$/,
            'Write a folder next to your content folder, such as components.',
          ),
      )
      .default([])
      .describe(
        'Folders with Astro components that articles can import besides those of the theme, as a list; each is next to your content folder, like themes.',
      ),
    url: webAddress
      .refine(hasPlainPath, PLAIN_PATH)
      .optional()
      .describe('The address that the help center is published at, such as https://help.example.com/.'),
    home: webAddress.optional().describe('The address of your product, linked from the top of every page.'),
    tagline: LocalText.optional().describe(
      'One short sentence below the question on the home page, once or per language.',
    ),
    contact: ContactFile.prefault({}).describe(
      `How customers can contact you: form, ${channelKinds.join(', ')}; timeZone and closed for the opening hours.`,
    ),
    sections: z
      .record(
        z.string(),
        z.strictObject({
          title: LocalText.describe('The name of the section, once or per language.'),
          summary: LocalText.optional().describe('One sentence about what is in the section, once or per language.'),
          brands: z
            .array(z.string().min(1))
            .default([])
            .describe('The names of the themes it is limited to, as a list; leave it out for all brands.'),
          icon: z
            .string()
            .optional()
            .describe(`The name of an icon: ${iconNames.join(', ')}.`),
        }),
      )
      .default({})
      .describe('The sections in the order in which they are shown, by folder name.'),
    redirects: RedirectRules.default({}).describe(
      'Rules for many old addresses, from the old address to the new one, such as /docs/*: /guide/*. :name matches text without "/", and :number matches digits.',
    ),
    recurrence: z
      .strictObject({
        windowDays: z.int().positive().default(28).describe('How many days of tickets count, up to the newest ticket.'),
        minTickets: z.int().positive().default(10).describe('How many tickets in these days make a topic recurring.'),
        minWeeks: z
          .int()
          .positive()
          .default(3)
          .describe('In how many of the last four weeks the topic must have had tickets.'),
      })
      .prefault({})
      .describe('When a topic counts as recurring: windowDays, minTickets, minWeeks.'),
    workList: z
      .strictObject({
        competing: z
          .int()
          .min(2)
          .default(2)
          .describe('How many articles on the same topic in the same language count as competing.'),
        quietDays: z
          .int()
          .positive()
          .default(90)
          .describe('After how many days without a ticket an article is listed as quiet.'),
      })
      .prefault({})
      .describe('What the ticket report lists besides recurring topics: competing, quietDays.'),
    limits: z
      .strictObject({
        gapTickets: z
          .int()
          .min(0)
          .optional()
          .describe('How many tickets on a topic are acceptable in a language that has no article on it.'),
        flaggedTickets: z
          .int()
          .min(0)
          .optional()
          .describe('How many tickets are acceptable on the recurring topics of one article.'),
        unmappedTickets: z
          .int()
          .min(0)
          .optional()
          .describe('How many tickets are acceptable in a category that no topic claims.'),
      })
      .default({})
      .describe(
        'The numbers of tickets above which "npm run tickets -- report" fails: gapTickets, flaggedTickets, unmappedTickets.',
      ),
    searchLog: webAddress
      .optional()
      .describe('The address that searches are sent to; without it, they never leave the page.'),
    socialPictures: z
      .boolean()
      .default(true)
      .describe('Whether each article has a picture for messengers and social networks: true or false.'),
    risingNote: z
      .boolean()
      .default(false)
      .describe(
        'Whether articles on a recurring, rising topic say that many people are asking about it right now: true or false.',
      ),
    votes: z
      .union([z.enum(['events', 'off']), webAddress], {
        error: 'Write events, off, or a full address such as https://help.example.com/votes.',
      })
      .default('off')
      .describe(
        'Whether articles ask "Was this article helpful?": off, events (for a script on the page), or an address to send votes to.',
      ),
    widget: z
      .strictObject({
        launcher: z
          .enum(['end', 'start', 'none'])
          .default('end')
          .describe('The bottom corner of the help button: end (the right in English), start, or none for no button.'),
        pages: z
          .array(
            z
              .strictObject({
                match: z
                  .string()
                  .regex(/^(?:\/|https?:\/\/)/, 'Write a path such as "/checkout/**", or a full address.')
                  .describe('A path in your product such as "/checkout/**", or a full address.'),
                articles: z.array(z.string()).default([]).describe('Article ids such as cards/order-a-card.'),
                topics: z
                  .array(z.string())
                  .default([])
                  .describe('Topic ids from topics.yaml; their articles are shown.'),
                section: z.string().optional().describe('The id of a section; its articles are shown.'),
              })
              .refine(({ articles, topics, section }) => articles.length + topics.length > 0 || section !== undefined, {
                message: 'Add "articles", "topics" or "section".',
              }),
          )
          .default([])
          .describe('Which articles to show on which pages of your product, in this order.'),
      })
      .prefault({})
      .describe('The help widget inside your product: launcher, pages.'),
    security: z
      .strictObject({
        hsts: z
          .boolean()
          .default(false)
          .describe('Whether browsers must use https for this host for a year from each visit: true or false.'),
        trustedTypes: z
          .boolean()
          .default(true)
          .describe(
            'Whether browsers keep scripts from turning text into HTML: true, or false if a script in your theme does that.',
          ),
        allow: z
          .partialRecord(
            z.enum([
              'connect-src',
              'font-src',
              'form-action',
              'frame-src',
              'img-src',
              'media-src',
              'script-src',
              'style-src',
            ]),
            z.array(
              z
                .string()
                .regex(/^https:\/\/(?:\*\.)?[\w.-]+(?::\d+)?$/, 'Write an origin such as https://stats.example.com.'),
            ),
          )
          .default({})
          .describe(
            'More hosts for the Content-Security-Policy, by directive, such as connect-src: [https://stats.example.com].',
          ),
      })
      .prefault({})
      .describe('The security headers of the site: hsts, trustedTypes, allow.'),
    popular: z.int().min(0).default(6).describe('How many of the most asked questions the home page shows.'),
    severity: z
      .partialRecord(z.enum(Object.keys(codes) as [Code, ...Code[]]), z.enum(['error', 'warning', 'info', 'off']))
      .default({})
      .describe('The severity of individual findings, by their code: error, warning, info or off.'),
  })
  .refine((site) => site.locales.includes(site.defaultLocale), {
    path: ['defaultLocale'],
    message: 'Use a language that is listed in "locales".',
  });
export type Site = z.infer<typeof SiteFile>;
