import { stringify as writeYaml } from 'yaml';
import { compareText } from '#kb/values/text.ts';
import type { SourceSection } from '../collection.ts';
import type { SourceFile } from '../imported-site.ts';
import type { Sections } from '../links/article-ids.ts';
import { fileNameOf } from '../links/paths.ts';
import { titleOfName } from '../links/slugs.ts';

/** Writes `site.yaml` and `topics.yaml`. The first language is the default. `known` is what the source says about its sections, by folder path. */
export function siteFiles(
  { name, locales }: { name: string; locales: readonly string[] },
  sections: Sections,
  known: ReadonlyMap<string, SourceSection>,
): SourceFile[] {
  const [locale = 'en'] = locales;
  const entries = [...sections]
    .sort(([left], [right]) => compareText(left, right))
    .map(([section, folder]) => {
      const titles = known.get(folder)?.titles;
      const named = locales.flatMap((one) => (titles?.has(one) ? [[one, titles.get(one)] as const] : []));
      const fallback = [locale, titleOfName(folder === '' ? section : fileNameOf(folder))] as const;
      return [section, { title: Object.fromEntries(titles?.has(locale) ? named : [fallback, ...named]) }] as const;
    });
  const content = {
    name,
    defaultLocale: locale,
    locales,
    theme: 'plain',
    sections: Object.fromEntries(entries),
  };
  return [
    { path: 'site.yaml', text: writeYaml(content, { lineWidth: 0 }) },
    { path: 'topics.yaml', text: writeYaml({ topics: {} }) },
  ];
}
