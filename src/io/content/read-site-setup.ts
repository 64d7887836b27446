import { basename } from 'node:path';
import { channelKinds } from '#kb/contact/channels.ts';
import type { Announcement } from '#kb/content/announcement.ts';
import { type Facts, FactsFile, formatFact } from '#kb/content/fact.ts';
import { type InterfaceTexts, makeTextLookup } from '#kb/content/interface-texts.ts';
import type { LearnedWords } from '#kb/content/learned-words.ts';
import { pathsTo } from '#kb/content/library.ts';
import { type Site, SiteFile } from '#kb/content/site.ts';
import type { Synonyms } from '#kb/content/synonyms.ts';
import { type Topic, TopicsFile } from '#kb/content/topic.ts';
import { untranslatedFindings } from '#kb/content/untranslated-texts.ts';
import { type Finding, finding } from '#kb/findings/finding.ts';
import { misnamedFiles, similarSiteFile } from '#kb/rules/misnamed-files.ts';
import { partialSite } from '#kb/rules/partial-site.ts';
import { unknownIcons } from '#kb/rules/sections.ts';
import { digest } from '#kb/values/digest.ts';
import { compareText } from '#kb/values/text.ts';
import type { Media } from '#markdown/syntax/component.ts';
import type { Scope } from '#markdown/syntax/scope.ts';
import { readComponents } from './code-folders.ts';
import { listContent, listNames } from './list-content.ts';
import { localeFindings } from './locale-findings.ts';
import { readAnnouncements } from './read-announcements.ts';
import { readLearnedWords } from './read-learned-words.ts';
import { checkSnippet, readSnippets } from './read-snippets.ts';
import { readSynonyms } from './read-synonyms.ts';
import { readEngineTexts, readTexts } from './read-texts.ts';
import { readThemeTexts } from './read-theme-texts.ts';
import { readYamlFile, type YamlFile } from './read-yaml-file.ts';
import type { Trust } from './trust.ts';

/** Everything around the articles: what they can refer to, and which files exist. */
export interface SiteSetup {
  dir: string;
  site: Site;
  topics: readonly Topic[];
  /** Whether parts of `topics.yaml` cannot be read, so these are only the other topics. */
  topicsUnread: boolean;
  facts: Facts;
  announcements: readonly Announcement[];
  synonyms: ReadonlyMap<string, Synonyms>;
  learned: LearnedWords;
  texts: ReadonlyMap<string, readonly InterfaceTexts[]>;
  /** Articles, relative to the content folder, sorted. */
  articleFiles: readonly string[];
  /** Every other file below `articles/`. */
  assets: ReadonlySet<string>;
  /** What articles in a language can refer to; `media` says how the pages show a file. */
  scopeOf(locale: string, media?: (path: string) => Media | undefined): Scope;
  /** The folders of components that articles can import, absolute. */
  codeFolders: readonly string[];
  /** Changes when anything that articles can refer to changes, except files. */
  key: string;
  findings: Finding[];
}

/** A setup from what is known of a site whose `site.yaml` has mistakes or does not exist, only to check the rest. */
export interface PartialSetup {
  setup: SiteSetup;
  /** Keys of `site.yaml` whose values are not known. */
  unknown: ReadonlySet<string>;
}

/**
 * Reads everything in a content folder except the articles.
 *
 * @param theme named on the command line; otherwise `site.yaml` says it
 * @param trust whether articles can import anything
 * @param more articles that are not in the folder, by their paths there
 * @returns no setup if site.yaml is missing or invalid; then `partial` reads what can be read without it
 */
export async function readSiteSetup(
  dir: string,
  theme?: string,
  trust: Trust = {},
  more: Iterable<string> = [],
): Promise<{ setup: SiteSetup | undefined; findings: Finding[]; partial?: () => Promise<PartialSetup | undefined> }> {
  const siteFile = await readYamlFile(dir, 'site.yaml', SiteFile, 'site-invalid');
  const inFolder = await listContent(dir, 'articles', 'article-unreadable');
  const all = new Set([...inFolder.files, ...[...more].map((path) => path.slice('articles/'.length))]);
  const listed = { ...inFolder, files: [...all].sort(compareText) };
  if (siteFile.value) {
    const setup = await setUp(dir, siteFile.value, { siteFile, listed }, theme, trust);
    return { setup, findings: setup.findings };
  }
  const similar = siteFile.exists ? undefined : similarSiteFile(await listNames(dir));
  const source = similar ? await readYamlFile(dir, similar, SiteFile, 'site-invalid') : siteFile;
  const isWhole = source.isReadable === true;
  return {
    setup: undefined,
    findings: siteFile.exists ? siteFile.findings : [missingSite(dir, similar), ...source.findings],
    async partial() {
      const known = partialSite(source.raw, isWhole, listed.files);
      if (!known) return undefined;
      const { site, unknown } = known;
      return { setup: await setUp(dir, site, { siteFile: source, listed, unknown }, theme, trust), unknown };
    },
  };
}

function missingSite(dir: string, similar: string | undefined): Finding {
  const says = `There is no site.yaml in ${dir}.`;
  if (similar !== undefined)
    return finding('site-missing', { path: similar }, says, `Rename "${similar}" to "site.yaml".`);
  return finding(
    'site-missing',
    { path: 'site.yaml' },
    says,
    'Choose your content folder with --content, or run `npm run new -- site DIR` to start a help center.',
  );
}

async function setUp(
  dir: string,
  site: Site,
  read: {
    siteFile: Pick<YamlFile<Site>, 'at'>;
    listed: { files: string[]; findings: Finding[] };
    unknown?: ReadonlySet<string>;
  },
  theme: string | undefined,
  trust: Trust,
): Promise<SiteSetup> {
  const { siteFile, listed, unknown = new Set() } = read;
  const { files, findings: unlisted } = listed;
  const engine = await readEngineTexts(site.locales);
  const ofTheme = await readThemeTexts(engine.english, theme ?? site.theme, dir, site.locales);
  const [topicsFile, factsFile, snippets, texts, news, same, components] = await Promise.all([
    readYamlFile(dir, 'topics.yaml', TopicsFile, 'topics-invalid'),
    readYamlFile(dir, 'facts.yaml', FactsFile, 'fact-invalid'),
    readSnippets(dir, site.locales),
    readTexts(engine, dir, site.locales, site.defaultLocale, ofTheme.texts),
    readAnnouncements(dir, { locales: site.locales, sections: sectionsOf(files) }),
    readSynonyms(dir, site.locales),
    readComponents(dir, site, theme ?? site.theme, trust),
  ]);
  const topics = Object.entries(topicsFile.sound?.topics ?? {}).map(([id, topic]) => ({ id, ...topic }));
  const topicsUnread = topicsFile.findings.length > 0;
  const topicIds = topics.map(({ id }) => id);
  const words = await readLearnedWords(dir, site.locales, topicsUnread ? undefined : topicIds);
  const facts = factsFile.sound ?? {};
  const factsUnread = factsFile.findings.length > 0;
  const paths = files.map((file) => `articles/${file}`);
  const strange = paths.filter((path) => path.endsWith('.mdx') && !site.locales.includes(path.split('/')[1] ?? ''));
  const misnamed = paths.filter((path) => /\.mdx?$/i.test(path) && !path.endsWith('.mdx'));
  const articleFiles = paths.filter((path) => path.endsWith('.mdx') && !strange.includes(path));
  const textOf = new Map(
    site.locales.map((locale) => [locale, makeTextLookup(locale, texts.layers.get(locale) ?? [])]),
  );

  const placeOf = (path: string, keys: readonly string[]) =>
    ({ 'site.yaml': siteFile, 'facts.yaml': factsFile })[path]?.at(keys) ?? { path };

  const scopeOf: SiteSetup['scopeOf'] = (locale, media = () => undefined) => {
    const variables = variablesOf(site, facts, locale);
    const own = snippets.trees.get(locale);
    const fallback = snippets.trees.get(site.defaultLocale);
    return {
      text: textOf.get(locale) ?? ((key) => key),
      variable: (name) => variables.get(name),
      variables: [...variables.keys()],
      unread: (name) =>
        (factsUnread && name.startsWith('facts.')) || (unknown.has('contact') && name.startsWith('contact.')),
      snippet: (name) => own?.get(name) ?? fallback?.get(name),
      snippets: [...new Set([...(own?.keys() ?? []), ...(fallback?.keys() ?? [])])],
      media,
      component: components.find,
      imageHosts: site.imageHosts,
    };
  };
  const findings = [
    ...unlisted,
    ...misnamedFiles(await listNames(dir), site.locales),
    ...unknownIcons(site, siteFile.at),
    ...topicsFile.findings,
    ...factsFile.findings,
    ...news.findings,
    ...untranslatedFindings({ site, facts, announcements: news.announcements }, placeOf),
    ...same.findings,
    ...words.findings,
    ...snippets.findings,
    ...texts.findings,
    ...ofTheme.findings,
    ...snippets.read.flatMap((snippet) => checkSnippet(snippet, scopeOf(snippet.locale))),
    ...localeFindings(strange, site.locales),
    ...misnamed.map((path) =>
      finding(
        'article-unreadable',
        { path },
        `"${basename(path)}" looks like an article, but the file name of an article ends in ".mdx".`,
        `Rename it to "${basename(path).replace(/\.\w+$/, '.mdx')}".`,
      ),
    ),
  ];
  const key = digest(JSON.stringify([site, [...unknown], facts, factsUnread, [...texts.layers], snippets.key]));
  return {
    dir,
    site,
    topics,
    topicsUnread,
    facts,
    announcements: news.announcements,
    synonyms: same.synonyms,
    learned: words.learned,
    texts: texts.layers,
    articleFiles,
    assets: new Set(paths.filter((path) => !path.endsWith('.mdx') && !misnamed.includes(path))),
    scopeOf,
    codeFolders: components.folders,
    key,
    findings,
  };
}

function variablesOf(site: Site, facts: Facts, locale: string): Map<string, string> {
  const variables = new Map([['site.name', site.name]]);
  for (const kind of channelKinds) {
    const channel = site.contact[kind];
    if (channel) variables.set(`contact.${kind}`, channel.address);
  }
  for (const [name, fact] of Object.entries(facts)) {
    const text = formatFact(fact, locale, site.defaultLocale);
    if (text !== undefined) variables.set(`facts.${name}`, text);
  }
  return variables;
}

/** The ids of all sections that have articles, in any language. */
function sectionsOf(files: readonly string[]): Set<string> {
  const ids = files.filter((file) => file.endsWith('.mdx')).map((file) => file.split('/').slice(1, -1).join('/'));
  return new Set(ids.flatMap((id) => pathsTo(id)));
}
