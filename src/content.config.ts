import { defineCollection } from 'astro:content';
import { articlesLoader } from '#build/load-articles.ts';
import { siteLoader } from '#build/load-site.ts';
import { currentOptions } from '#build/options.ts';

const options = currentOptions();

// The preview keeps what it shows in memory: Astro would write all of it to the disk after each save, and read it again.
export const collections = options.writing
  ? {}
  : {
      articles: defineCollection({ loader: articlesLoader(options) }),
      site: defineCollection({ loader: siteLoader(options) }),
    };
