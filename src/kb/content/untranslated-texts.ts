import { type Finding, finding, type Place } from '../findings/finding.ts';
import type { LocalText } from '../values/local-text.ts';
import { type Announcement, concernsLocale } from './announcement.ts';
import type { Facts } from './fact.ts';
import type { Site } from './site.ts';

/** The files whose texts a company can write per language. */
interface TranslatableContent {
  site: Site;
  facts: Facts;
  announcements: readonly Announcement[];
}

interface TranslatableText {
  path: string;
  /** The keys that lead to it in its file. */
  keys: readonly string[];
  text: LocalText | Facts[string];
  /** The languages whose readers it concerns. */
  locales: readonly string[];
}

/** The texts that exist in other languages but not in this one, as files and keys. */
export function untranslatedTexts(written: TranslatableContent, tag: string): { path: string; key: string }[] {
  return textsOf(written)
    .filter((one) => lacks(one, tag))
    .map(({ path, keys }) => ({ path, key: keys.join('.') }));
}

/**
 * One finding for each text that is written per language, but is missing in a language of the site.
 *
 * @param placeOf where a text is
 */
export function untranslatedFindings(
  written: TranslatableContent,
  placeOf: (path: string, keys: readonly string[]) => Place,
): Finding[] {
  return textsOf(written).flatMap((one) => {
    const missing = one.locales.filter((tag) => lacks(one, tag)).map((tag) => `"${tag}"`);
    if (missing.length === 0) return [];
    const { path, keys } = one;
    const found = finding(
      'text-untranslated',
      placeOf(path, keys),
      `"${keys.join('.')}" has one version per language, but none for ${missing.join(', ')}.`,
      `Add it in ${missing.length === 1 ? 'that language' : 'those languages'} too.`,
    );
    return { ...found, group: missing.join(', ') };
  });
}

function lacks({ text }: TranslatableText, tag: string): boolean {
  return typeof text === 'object' && !Object.hasOwn(text, tag);
}

function textsOf({ site, facts, announcements }: TranslatableContent): TranslatableText[] {
  const { locales, sections, tagline } = site;
  const { address, fields = {} } = site.contact.form ?? {};
  const ofSite: [keys: string[], text: LocalText | undefined][] = [
    [['tagline'], tagline],
    ...Object.entries(sections).flatMap(([id, { title, summary }]): typeof ofSite => [
      [['sections', id, 'title'], title],
      [['sections', id, 'summary'], summary],
    ]),
    [['contact', 'form', 'address'], address],
    ...Object.entries(fields).flatMap(([name, { label, options = {} }]): typeof ofSite => [
      [['contact', 'form', 'fields', name, 'label'], label],
      ...Object.entries(options).map(([option, text]): (typeof ofSite)[number] => [
        ['contact', 'form', 'fields', name, 'options', option],
        text,
      ]),
    ]),
  ];
  return [
    ...ofSite.flatMap(([keys, text]) => (text === undefined ? [] : [{ path: 'site.yaml', keys, text, locales }])),
    ...Object.entries(facts).map(([name, text]) => ({ path: 'facts.yaml', keys: [name], text, locales })),
    ...announcements.flatMap((one) => {
      const path = `announcements/${one.id}.yaml`;
      const concerned = locales.filter((tag) => concernsLocale(one, tag));
      return (['title', 'text'] as const).map((key) => ({ path, keys: [key], text: one[key], locales: concerned }));
    }),
  ];
}
