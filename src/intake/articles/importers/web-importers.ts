import { deskCollection } from '../desks/desk-collection.ts';
import { webContent } from '../web/web-content.ts';
import type { Importer } from './importer.ts';

/** A folder of web pages: an export of Confluence, a saved site, or pages written by hand. */
export const htmlPages: Importer = {
  name: 'html',
  source: 'a folder of web pages, such as an export of Confluence',
  needs: 'HTML file',
  reads: (path) => /\.x?html?$/i.test(path),
  collect(files, assets, { locale, today }) {
    const sources = files.map(({ path, text }) => ({ url: urlOf(path), html: text }));
    return deskCollection(webContent(sources, locale, today), assets, new Map());
  },
};

/** The file of a download with what is known of its pages. */
export const DOWNLOADED_SITE = 'site.json';

export interface DownloadedSite {
  /** Addresses of pages by their files in the download. */
  pages: Record<string, string>;
  /** Paths in the download by whole addresses. */
  files: Record<string, string>;
  /** What couldn't be downloaded, one sentence each. */
  losses: string[];
}

/** The pages of a website, as they were downloaded. */
export const webSite: Importer = {
  name: 'site',
  source: 'the pages of a website: its address',
  needs: 'downloaded page',
  crawls: true,
  reads: (path) => path === DOWNLOADED_SITE || path.startsWith('pages/'),
  collect(files, assets, { locale, today }) {
    const site = files.find(({ path }) => path === DOWNLOADED_SITE);
    const known: DownloadedSite = site ? JSON.parse(site.text) : { pages: {}, files: {}, losses: [] };
    const sources = files.flatMap(({ path, text }) => {
      const url = known.pages[path];
      return url === undefined ? [] : [{ url, html: text }];
    });
    const content = webContent(sources, locale, today);
    const downloaded = new Map(Object.entries(known.files));
    const collection = deskCollection(content, assets, downloaded);
    return { ...collection, losses: [...known.losses.map((what) => ({ path: '', what })), ...collection.losses] };
  },
};

function urlOf(path: string): string {
  return `/${path.split('/').map(encodeURIComponent).join('/')}`;
}
