import { z } from 'zod';
import { sourceDirectives } from '../headers/page-sources.ts';

/** Where a part says what it is. */
export const PART_FILE = 'part.json';
/** The folder of a part that has its files of the site. */
export const PART_SITE = 'site';

const digests = z.record(z.string(), z.string());

/** What parts that fit together are made with, besides the content. */
export const madeWith = ['engine', 'settings', 'theme', 'today', 'audience', 'address', 'history'] as const;

/** What a part says about itself in `part.json`. */
export const PartFile = z.strictObject({
  /** Of this format. */
  version: z.literal(1),
  /** The languages whose pages it has. */
  locales: z.array(z.string()).min(1),
  /** The languages of the site. */
  all: z.array(z.string()).min(1),
  /** How many article pages it has. */
  pages: z.int().min(0),
  made: z.record(z.enum(madeWith), z.string()),
  /** The digests of published articles, by their paths in the content folder. */
  articles: digests,
  /** The digests of everything else that the site is built from, by file or folder. */
  content: digests,
  /** What `_headers` is made from: settings of the site, and what its pages load besides what is on their own host. */
  headers: z.strictObject({
    base: z.string(),
    audience: z.enum(['public', 'internal']),
    security: z.strictObject({ hsts: z.boolean(), trustedTypes: z.boolean() }),
    sources: z.partialRecord(z.enum(sourceDirectives), z.array(z.string())),
  }),
  /** The digests of its files, by their paths in the folder `site`. */
  files: digests,
});
export type PartFile = z.infer<typeof PartFile>;
