import { listPublished, type PublishedArticle, publishedVersion, readPublished } from '#io/published-articles.ts';
import { type BuiltIndex, openBuiltIndex } from '#io/search/open-index.ts';
import { type Answer, ask } from '#search/ask.ts';
import { htmlText } from '#ui/head/html-text.ts';
import { Refusal } from '../shared/failures.ts';

/** A result of a search, in plain text. */
export interface AnsweringArticle extends Pick<PublishedArticle, 'id' | 'title' | 'url'> {
  section: string;
  /** The passage that answers. */
  passage: string;
  /** The language of the text, if it isn't the one that was asked for. */
  language?: string;
}

export interface FoundAnswer extends Pick<Answer, 'state' | 'confidence'> {
  results: AnsweringArticle[];
}

/** A built help center that programs ask. After another build, the new site answers. */
export interface HelpCenter {
  name: string;
  locales: readonly string[];
  mainLocale: string;
  search(question: string, locale: string, limit: number): Promise<FoundAnswer>;
  articles(locale: string): Promise<readonly PublishedArticle[]>;
  /** @returns `undefined` if the language has no such article */
  read(id: string, locale: string): Promise<string | undefined>;
}

/**
 * @param named the folder, as the user named it
 * @throws Refusal
 */
export async function openHelpCenter(dist: string, named: string): Promise<HelpCenter> {
  let version = await publishedVersion(dist);
  let built = await openBuilt(dist, named);
  const current = async (): Promise<BuiltIndex> => {
    const now = await publishedVersion(dist);
    // While a build replaces the folder, there is no site for a moment.
    if (now !== version && now !== 0) [built, version] = [(await openBuiltIndex(dist)) ?? built, now];
    return built;
  };
  // An internal site has no lists. It can replace a public one at any time.
  const published = async (locale: string) => {
    const list = await listPublished(dist, locale);
    if (list) return list;
    throw new Refusal(
      `The site in ${named} has no articles.json. Build a public site with this version: npm run build.`,
    );
  };
  const articles = async (locale: string) => (await published(locale)).articles;
  const { locales, mainLocale } = built;
  const main = await published(mainLocale);
  return {
    name: main.name,
    locales,
    mainLocale,
    articles,
    async search(question, locale, limit) {
      const index = await (await current()).open(locale);
      if (!index) return { state: 'nothing', confidence: 0, results: [] };
      const { state, confidence, results } = await ask(index, question, limit);
      const lists = new Map<string, readonly PublishedArticle[]>();
      for (const language of new Set([locale, ...results.flatMap(({ lang }) => lang ?? [])]))
        lists.set(language, await articles(language));
      return {
        state,
        confidence: Number(confidence.toFixed(4)),
        results: results.flatMap(({ id, title, section, excerpt, lang }) => {
          const listed = lists.get(lang ?? locale)?.find((article) => article.id === id);
          if (!listed) return [];
          const passage = htmlText(excerpt);
          return [{ id, title, url: listed.url, section, passage, ...(lang !== undefined && { language: lang }) }];
        }),
      };
    },
    async read(id, locale) {
      // Only what the list names is read, so an id can't lead to another file.
      const article = (await articles(locale)).find((one) => one.id === id);
      return article && readPublished(dist, locale, article);
    },
  };
}

async function openBuilt(dist: string, named: string): Promise<BuiltIndex> {
  const built = await openBuiltIndex(dist);
  if (built) return built;
  throw new Refusal(
    `There is no built site in ${named}. Run \`npm run build\` first, or name another folder with --dist.`,
  );
}
