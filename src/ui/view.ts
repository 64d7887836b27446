import type { Announcement } from '#kb/content/announcement.ts';
import type { Article } from '#kb/content/article.ts';
import type { TextLookup } from '#kb/content/interface-texts.ts';
import { type InterfaceTexts, makeTextLookup } from '#kb/content/interface-texts.ts';
import type { Library } from '#kb/content/library.ts';
import type { Site } from '#kb/content/site.ts';
import type { Brand } from '#kb/theme/brand.ts';
import { type Locale, makeLocale } from '#kb/values/locale.ts';
import { pageUrl } from './urls.ts';

/** What every page needs to know besides its own content. */
export interface Chrome {
  site: Site;
  /** The address it is published under, if it is known. */
  url?: string | undefined;
  /** The path of the site's root, ending in "/". */
  base: string;
  audience: 'public' | 'internal';
  texts: Record<string, readonly InterfaceTexts[]>;
  brand: Brand;
  announcements: readonly Announcement[];
  /** Ids of topics that more and more customers ask about, and until when that is news. */
  rising: readonly string[];
  risingUntil: string;
  /** Announcements that ended recently. */
  pastAnnouncements: readonly Announcement[];
  /** The day the site is built, `YYYY-MM-DD`. */
  today: string;
  library: Library;
}

/** The help center as a reader of one language sees it. */
export interface View {
  chrome: Chrome;
  locale: Locale;
  text: TextLookup;
  /** The address of an article, section or, without an id, the home page. */
  href(id?: string): string;
  /** The addresses of the same page in every language of the site, by their tags. */
  hrefs(id?: string): Record<string, string>;
  /** The attributes of an element with text of an article: none if that is in the reader's language. */
  foreign(article: Pick<Article, 'locale'>): { lang?: string; dir?: Locale['dir'] };
  /** The same for a text in a language, or in one that isn't known (`und`); none without a language. */
  inLanguage(tag: string | undefined): { lang?: string; dir?: Locale['dir'] | 'auto' };
  /** The name of a language in the reader's language. */
  languageName(tag: string): string;
}

export function makeView(chrome: Chrome, tag: string): View {
  return {
    chrome,
    locale: makeLocale(tag),
    text: makeTextLookup(tag, chrome.texts[tag] ?? []),
    href: (id) => pageUrl(chrome.base, tag, id),
    hrefs: (id) => Object.fromEntries(chrome.site.locales.map((one) => [one, pageUrl(chrome.base, one, id)])),
    foreign: ({ locale }) => (locale === tag ? {} : { lang: locale, dir: makeLocale(locale).dir }),
    inLanguage: (other) => {
      if (other === undefined || other === tag) return {};
      return other === 'und' ? { dir: 'auto' } : { lang: other, dir: makeLocale(other).dir };
    },
    languageName: (other) => languageNames(tag).of(other) ?? other,
  };
}

// Few pages ask, and Intl takes long.
const namesIn = new Map<string, Intl.DisplayNames>();

function languageNames(tag: string): Intl.DisplayNames {
  const names = namesIn.get(tag) ?? new Intl.DisplayNames(tag, { type: 'language' });
  namesIn.set(tag, names);
  return names;
}
