import { join } from 'node:path';
import { readText } from '#io/machine/files.ts';

/** What the pages of a built site have in common, as far as a printed document shows it. */
export interface SiteChrome {
  name: string;
  tagline: string | undefined;
  logo: string | undefined;
  /** The title of the list of all articles. */
  contents: string;
  /** `<style>` and `<link>` elements. */
  styles: string;
  /** The path of the first page in the language. */
  home: string;
  /** The paths of articles in the order of their sections. */
  order: string[];
}

/** @param dist the folder of the site */
export async function readSiteChrome(dist: string, locale: string): Promise<SiteChrome> {
  const setup = JSON.parse((await readText(join(dist, locale, 'search.json'))) ?? '{}') as {
    name: string;
    base: string;
    texts: Record<string, string>;
  };
  const list = (await readText(join(dist, locale, 'all/index.html'))) ?? '';
  const head = list.slice(0, list.indexOf('</head>'));
  const header = list.slice(list.indexOf('<header'), list.indexOf('</header>'));
  const main = list.slice(list.indexOf('<main'), list.indexOf('</main>'));
  const styles = [...head.matchAll(/<style>[\s\S]*?<\/style>|<link rel="stylesheet"[^>]*>/g)].map(([tag]) => tag);
  const [, logo] = /<img class="logo[^"]*" src="([^"]*)"/.exec(header) ?? [];
  const [, tagline] = /^> (.*)$/m.exec((await readText(join(dist, locale, 'llms.txt'))) ?? '') ?? [];
  return {
    ...{ name: setup.name, tagline, logo },
    contents: setup.texts['site.all'] ?? setup.name,
    styles: styles.join(''),
    home: `${setup.base}${locale}/`,
    order: [...main.matchAll(/href="([^"#]*)"/g)].map(([, path = '']) => path),
  };
}
