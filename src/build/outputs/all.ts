import { makeView } from '#ui/view.ts';
import { announcementFeeds } from './announcement-feeds.ts';
import { articleFeeds } from './article-feeds.ts';
import { articleTwins } from './article-twins.ts';
import { articlesJson } from './articles-json.ts';
import { llms } from './llms.ts';
import { nojekyll } from './nojekyll.ts';
import type { BuiltSite, Output, OutputFile } from './output.ts';
import { redirects } from './redirects.ts';
import { robots } from './robots.ts';
import { searchSetups } from './search-setups.ts';
import { sitemap } from './sitemap.ts';
import { widgetSetups } from './widget-setups.ts';

const outputs: readonly Output[] = [
  announcementFeeds,
  articleFeeds,
  articleTwins,
  articlesJson,
  llms,
  nojekyll,
  redirects,
  robots,
  searchSetups,
  sitemap,
  widgetSetups,
];

/** Every file of a site that is neither a page, a script, a style, a picture nor the search index. */
export function outputFiles(site: BuiltSite): OutputFile[] {
  const whole = { ...site, view: (locale: string) => makeView(site, locale) };
  return outputs.flatMap((output) => [...output(whole)]);
}
