import { defineCollection } from 'astro:content';
import { articlesLoader } from '#build/load-articles.ts';
import { siteLoader } from '#build/load-site.ts';
import { currentOptions } from '#build/options.ts';

const options = currentOptions();

export const collections = {
  articles: defineCollection({ loader: articlesLoader(options) }),
  site: defineCollection({ loader: siteLoader(options) }),
};
