import { defineCollection } from 'astro:content';
import { currentOptions } from '#build/options.ts';

const options = currentOptions();

// The preview keeps what it shows in memory: Astro would write all of it to the disk after each save, and read it again.
// What reads articles is only loaded if it is needed.
export const collections = options.writing
  ? {}
  : {
      articles: defineCollection({ loader: (await import('#build/load-articles.ts')).articlesLoader(options) }),
      site: defineCollection({ loader: (await import('#build/load-site.ts')).siteLoader(options) }),
    };
