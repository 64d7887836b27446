import { z } from 'zod';
import { OldAddress } from '../redirects/old-address.ts';
import { digest } from '../values/digest.ts';

const day = z.iso.date('Write a valid date such as 2026-09-14.');
const id = z.string().min(1);

/** The front matter of an article: everything except the title has a good default. */
export const ArticleFields = z.strictObject({
  title: z.string().trim().min(1).describe('The question or task in the reader’s words; it becomes the heading.'),
  summary: z
    .string()
    .trim()
    .optional()
    .describe('One sentence that gives the answer or says what the article is about.'),
  type: z
    .enum(['faq', 'solution'])
    .default('solution')
    .describe('faq for a short answer, solution for a problem to solve.'),
  topics: z
    .array(id)
    .default([])
    .describe('Ids from topics.yaml, as a list; tickets on these topics count for this article.'),
  aliases: z.array(z.string().trim().min(1)).default([]).describe('Other ways customers phrase it, as a list.'),
  appliesTo: z
    .strictObject({
      platforms: z
        .array(z.string())
        .default([])
        .describe('The platforms it applies to, as a list such as [ios, android, web].'),
      plans: z.array(z.string()).default([]).describe('The plans it applies to, as a list.'),
    })
    .optional()
    .describe('What the article is limited to: platforms, plans.'),
  related: z.array(id).default([]).describe('Ids of other articles, as a list such as [cards/order-a-card].'),
  order: z
    .number('Write a number such as 1 or 20.')
    .optional()
    .describe('Its place in its section: articles with smaller numbers come first, those without one last, by title.'),
  owner: z.string().optional().describe('The team or person responsible for the article.'),
  reviewed: day.optional().describe('The day someone last reviewed it, such as 2026-09-14.'),
  reviewEvery: z
    .string()
    .regex(/^\d+ (days?|weeks?|months?|years?)$/, 'Write a time such as 90 days, 6 months or 1 year.')
    .optional()
    .describe('How often it should be reviewed, such as 6 months.'),
  confidence: z
    .enum(['work-in-progress', 'not-validated', 'validated', 'archived'])
    .default('validated')
    .describe('How sure you are that it is correct; only not-validated and validated articles are published.'),
  audience: z
    .enum(['public', 'internal'])
    .default('public')
    .describe('public for customers, internal for the support team.'),
  brands: z
    .array(id)
    .default([])
    .describe('The names of the themes it is limited to, as a list; leave it out for all brands.'),
  publishOn: day.optional().describe('The first day it is published, such as 2026-12-01.'),
  archiveOn: day.optional().describe('The first day it is no longer published, such as 2027-01-31.'),
  redirectFrom: z
    .array(OldAddress)
    .default([])
    .describe('Old addresses that should lead here, as a list such as [/hc/articles/123].'),
  source: z
    .string()
    .regex(/^[0-9a-f]{12}$/, 'Write the twelve characters that "npm run check" shows for the original.')
    .optional()
    .describe('The digest of the original that this was translated from, in quotes.'),
});
export type ArticleFields = z.infer<typeof ArticleFields>;

export interface Heading {
  /** 2 to 6. */
  level: number;
  text: string;
  /** The fragment of its address. */
  slug: string;
  line?: number | undefined;
}

/** A link of an article to another page of the help center. */
export interface Link {
  /** The id of an article or section. */
  target: string;
  fragment?: string | undefined;
  /** As the writer wrote it. */
  href: string;
  /** The snippet that contains it, relative to the content folder; if left out, the article itself. */
  from?: string | undefined;
  line?: number | undefined;
  column?: number | undefined;
}

/** A picture or file an article shows or offers. */
export interface MediaUse {
  /** As the writer wrote it. */
  src: string;
  /** Relative to the content folder, as if it were next to the article. */
  path: string;
  line?: number | undefined;
  column?: number | undefined;
}

/** An FAQ or solution article in one language. */
export interface Article extends ArticleFields {
  /** Its path below the locale without the extension, the same in every language: `billing/get-a-refund`. */
  id: string;
  locale: string;
  /** The folder path: `billing`, or `billing/invoices`. */
  section: string;
  /** Relative to the content folder. */
  path: string;
  /** Line of each entry of a front matter list, by key path: `topics.0`. */
  lines: Readonly<Record<string, number>>;
  /** Changes when the text changes: the value of `source` in its translations. */
  digest: string;
  outline: readonly Heading[];
  links: readonly Link[];
  media: readonly MediaUse[];
  /** Whether it imports its own components, so it runs code when the site is built. */
  code: boolean;
}

/** `articles/en/billing/get-a-refund.mdx` gives `billing/get-a-refund`. */
export function idOfPath(path: string): string {
  return path
    .split('/')
    .slice(2)
    .join('/')
    .replace(/\.mdx$/, '');
}

/** Identifies the text of an article: its title, summary and body, ignoring white space. */
export function articleDigest(fields: Pick<ArticleFields, 'title' | 'summary'>, body: string): string {
  return digest(fields.title, fields.summary ?? '', body.replace(/\s+/g, ' ').trim());
}

/**
 * Whether customers (or with `internal`, the support team) see the article.
 *
 * @param today the day of the build, `YYYY-MM-DD`
 */
export function isPublished(article: ArticleFields, audience: 'public' | 'internal', today: string): boolean {
  if (article.confidence === 'archived') return false;
  if (article.archiveOn !== undefined && article.archiveOn <= today) return false;
  if (audience === 'internal') return true;
  if (article.publishOn !== undefined && article.publishOn > today) return false;
  return article.audience === 'public' && article.confidence !== 'work-in-progress';
}
