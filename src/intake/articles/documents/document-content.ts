import type { DeskContent, DeskSection } from '../desks/desk.ts';
import { languageFinder } from '../languages/page-languages.ts';
import { folderOf, stemOf } from '../links/paths.ts';
import { titleOfName } from '../links/slugs.ts';
import { dayOfTime, textListOf, textOf } from '../records/desk-records.ts';
import { otherVisibility } from '../records/hidden.ts';
import { parsePage, wordsIn } from '../web/dom.ts';

/** The file of a conversion with everything in it but its pictures. */
export const CONVERTED = 'documents.json';

/** Documents of a word processor as HTML. */
export interface ConvertedDocuments {
  documents: {
    /** The document, relative to the folder of all. */
    path: string;
    html: string;
    /** What the document says about itself, by the names that Word gives it: `title`, `creator`, `contentStatus` … */
    properties: Record<string, string>;
    losses: string[];
    /** Texts that the document hides, which were left out. */
    hidden: string[];
  }[];
}

/**
 * Turns documents into articles: folders are sections, and the first line is the title if it is a heading.
 *
 * @param locale the language of documents whose folder and name don't say theirs
 * @param today `YYYY-MM-DD`
 */
export function documentContent(
  { documents: all }: ConvertedDocuments,
  locale: string | undefined,
  today: string,
): DeskContent {
  // One without text couldn't be read, which its losses say.
  const documents = all.filter(({ html }) => html.trim() !== '');
  const languageOf = languageFinder(
    documents.map(({ path }) => path),
    locale,
  );
  const sections = new Map<string, DeskSection>();
  const articles = documents.map(({ path, html, properties }) => {
    const { locale: own, pathInLocale } = languageOf(path);
    const language = own ?? locale ?? 'en';
    const heading = /^\s*<h1[^>]*>[\s\S]*?<\/h1>/.exec(html)?.[0];
    return {
      id: pathInLocale,
      locale: language,
      title: (heading && wordsIn(parsePage(heading).body)) || titleOfName(stemOf(path)),
      body: { html },
      summary: textOf(properties.description),
      section: sectionOf(folderOf(pathInLocale), language, sections),
      position: 0,
      hidden: otherVisibility({ status: properties.contentStatus ?? '' }, new Set(), today),
      labels: textListOf(properties.keywords?.replaceAll(';', ',')),
      author: textOf(properties.creator),
      edited: dayOfTime(properties.modified),
      url: `/${path.split('/').map(encodeURIComponent).join('/')}`,
      addresses: [],
      files: [],
    };
  });
  return {
    defaultLocale: locale ?? articles[0]?.locale ?? 'en',
    sections: [...sections.values()],
    articles,
    losses: [],
  };
}

function sectionOf(folder: string, locale: string, sections: Map<string, DeskSection>): string | undefined {
  if (folder === '') return undefined;
  const parent = sectionOf(folderOf(folder), locale, sections);
  const name = titleOfName(folder.split('/').at(-1) ?? folder);
  if (!sections.has(folder))
    sections.set(folder, {
      id: folder,
      parent,
      titles: new Map([[locale, name]]),
      summaries: new Map(),
      position: 0,
      addresses: [],
      hidden: [],
    });
  return folder;
}
