import { stringify as writeYaml } from 'yaml';
import { compareText } from '#kb/values/text.ts';
import type { SourceSection } from '../collection.ts';
import type { SourceFile } from '../imported-site.ts';
import type { Sections } from '../links/article-ids.ts';
import { fileNameOf } from '../links/paths.ts';
import { titleOfName } from '../links/slugs.ts';

/** What `site.yaml` says besides its sections. The first language is the default. */
interface SiteSetup {
  name: string;
  locales: readonly string[];
  imageHosts: readonly string[];
  redirects: Readonly<Record<string, string>>;
  topics: readonly { id: string; title: string; categories: string[] }[];
}

/** Writes `site.yaml` and `topics.yaml`. `known` is what the source says about its sections, by folder path. */
export function siteFiles(
  { name, locales, imageHosts, redirects, topics }: SiteSetup,
  sections: Sections,
  known: ReadonlyMap<string, SourceSection>,
): SourceFile[] {
  const [locale = 'en'] = locales;
  const orderOf = (section: string) => known.get(sections.get(section) ?? '')?.order ?? Number.POSITIVE_INFINITY;
  const entries = [...sections]
    .sort(([left], [right]) => comparePaths(left, right, orderOf))
    .map(([section, folder]) => {
      const titles = known.get(folder)?.titles;
      const named = locales.flatMap((one) => (titles?.has(one) ? [[one, titles.get(one)] as const] : []));
      const about = known.get(folder)?.summaries ?? new Map<string, string>();
      const summaries = locales.flatMap((one) => (about.has(one) ? [[one, about.get(one)] as const] : []));
      const fallback = [locale, titleOfName(folder === '' ? section : fileNameOf(folder))] as const;
      const title = Object.fromEntries(titles?.has(locale) ? named : [fallback, ...named]);
      const summary = Object.fromEntries(summaries);
      return [section, { title, ...(summaries.length > 0 && { summary }) }] as const;
    });
  const content = {
    name,
    defaultLocale: locale,
    locales,
    theme: 'plain',
    // Each is reported with its pictures: the check refuses other hosts until someone allows them.
    ...(imageHosts.length > 0 && { imageHosts }),
    sections: Object.fromEntries(entries),
    ...(Object.keys(redirects).length > 0 && { redirects }),
  };
  return [
    { path: 'site.yaml', text: writeYaml(content, { lineWidth: 0 }) },
    { path: 'topics.yaml', text: writeYaml({ topics: topicEntries(topics) }, { lineWidth: 0 }) },
  ];
}

/** Topics as `topics.yaml` has them. */
function topicEntries(topics: SiteSetup['topics']): Record<string, { title: string; categories?: string[] }> {
  return Object.fromEntries(
    topics.map(({ id, title, categories }) => [id, { title, ...(categories.length > 0 && { categories }) }]),
  );
}

/** Sections by their order among their neighbors, then by name; each before those in it. */
function comparePaths(left: string, right: string, orderOf: (section: string) => number): number {
  const [a, b] = [left.split('/'), right.split('/')];
  const depth = a.findIndex((name, at) => name !== b[at]);
  if (depth < 0 || depth >= b.length) return a.length - b.length;
  const [x, y] = [a.slice(0, depth + 1).join('/'), b.slice(0, depth + 1).join('/')];
  const [first, second] = [orderOf(x), orderOf(y)];
  return first === second ? compareText(x, y) : first - second;
}
