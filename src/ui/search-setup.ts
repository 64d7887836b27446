import type { InterfaceTexts } from '#kb/content/interface-texts.ts';
import type { ContactOption } from './contact-option.ts';
import { contactOptionsOf, shortOptionKinds } from './contact-options.ts';
import type { View } from './view.ts';

/** What the search needs in the browser in one language; fetched when a reader starts to use it. */
export interface SearchSetup {
  locale: string;
  /** The name of the help center, which page titles end with. */
  name: string;
  /** The path of the site's root, ending in "/". */
  base: string;
  /** The address of the results page. */
  page: string;
  sections: { title: string; url: string }[];
  /** The contact options. */
  contactOptions: readonly ContactOption[];
  /** Where searches are sent to, if the company collects them. */
  log?: string | undefined;
  texts: InterfaceTexts;
}

const spoken = new RegExp(
  String.raw`^(?:search|type)\.|^contact\.(?:${shortOptionKinds.join('|')}|suggested)$|^(?:home\.sections|site\.all)$`,
);

/** The texts of the interface with these keys, in the reader's language. */
export function textsOf({ chrome, locale }: View, wanted: RegExp): InterfaceTexts {
  const layers = chrome.texts[locale.tag] ?? [];
  const keys = new Set(layers.flatMap((layer) => Object.keys(layer)).filter((key) => wanted.test(key)));
  const textOf = (key: string) => layers.find((layer) => Object.hasOwn(layer, key))?.[key] ?? key;
  return Object.fromEntries([...keys].map((key) => [key, textOf(key)]));
}

export function searchSetup(view: View): SearchSetup {
  const { chrome, locale, text, href } = view;
  const { site, base, library } = chrome;
  return {
    locale: locale.tag,
    name: text('site.title', { name: site.name }),
    base,
    page: href('search'),
    sections: library.sections(locale.tag).map(({ id, title }) => ({ title, url: href(id) })),
    contactOptions: contactOptionsOf(site.contact, href('contact')),
    log: site.searchLog,
    texts: textsOf(view, spoken),
  };
}
