import { stringify as writeYaml } from 'yaml';
import { compareText } from '#kb/values/text.ts';
import type { SourceFile } from '../imported-site.ts';
import type { Sections } from '../links/article-ids.ts';
import { fileNameOf } from '../links/paths.ts';
import { titleOfName } from '../links/slugs.ts';

/** Writes `site.yaml` and `topics.yaml`. `titles` are titles that folders give themselves, by folder path. */
export function siteFiles(
  site: { name: string; locale: string },
  sections: Sections,
  titles: ReadonlyMap<string, string>,
): SourceFile[] {
  const { name, locale } = site;
  const entries = [...sections]
    .sort(([left], [right]) => compareText(left, right))
    .map(([section, folder]) => {
      const title = titles.get(folder) ?? titleOfName(folder === '' ? section : fileNameOf(folder));
      return [section, { title: { [locale]: title } }] as const;
    });
  const content = {
    name,
    defaultLocale: locale,
    locales: [locale],
    theme: 'plain',
    sections: Object.fromEntries(entries),
  };
  return [
    { path: 'site.yaml', text: writeYaml(content, { lineWidth: 0 }) },
    { path: 'topics.yaml', text: writeYaml({ topics: {} }) },
  ];
}
