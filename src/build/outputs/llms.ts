import { toMarkdown } from 'mdast-util-to-markdown';
import type { Section } from '#kb/content/library.ts';
import { localText } from '#kb/values/local-text.ts';
import { twinUrl } from '#ui/urls.ts';
import type { View } from '#ui/view.ts';
import type { Output, OutputFile, OutputSite } from './output.ts';

// In characters. Assistants cut an index that is longer (https://agentdocsspec.com), and few can read more text at once.
const LONGEST_INDEX = 45_000;
const LONGEST_TEXT = 1_000_000;

/**
 * What assistants look for on a public site (https://llmstxt.org): `llms.txt`, the list of all articles as Markdown, in
 * each language and at the root in the default language; and `<language>/llms-full.txt`, their text. If a list or a text
 * is too long for one file, that file lists its parts.
 */
export const llms: Output = function* (site) {
  const { audience, url, base } = site;
  if (audience !== 'public') return;
  const address = (path: string) => (url === undefined ? base + path : new URL(base + path, url).href);
  for (const locale of site.site.locales) {
    const view = site.view(locale);
    const sections = view.chrome.library.sections(locale).filter(hasOwnArticles);
    const files = [...indexFiles(site, view, sections, address), ...textFiles(site, view, sections, address)];
    yield* files;
    if (locale === site.site.defaultLocale) yield rootFile(files[0]?.text ?? '', site, address);
  }
};

type Address = (path: string) => string;

function indexFiles(site: OutputSite, view: View, sections: readonly Section[], address: Address): OutputFile[] {
  const { locale } = view;
  const more = ['llms-full.txt', 'articles.json'].map((name) => linkTo(name, address(`${locale.tag}/${name}`)));
  const lists = sections.map((section) => ({ section, text: listOf(site, section, address).join('') }));
  const head = `${headOf(view)}${more.join('')}`;
  const whole = `${head}${lists.map(({ text }) => text).join('')}`;
  if (whole.length <= LONGEST_INDEX) return [{ path: `${locale.tag}/llms.txt`, text: whole }];
  const parts = lists.flatMap(({ section, text }) =>
    inParts(linesOf(text), LONGEST_INDEX).map((part, index) => ({
      section,
      path: partPath(locale.tag, 'llms', section, index),
      text: `# ${section.title}\n\n${part}`,
    })),
  );
  const links = parts.map(({ section, path }) => linkTo(section.title, address(path), section.summary));
  return [
    { path: `${locale.tag}/llms.txt`, text: `${head}\n## ${view.text('home.sections')}\n\n${links.join('')}` },
    ...parts.map(({ path, text }) => ({ path, text })),
  ];
}

function textFiles(site: OutputSite, view: View, sections: readonly Section[], address: Address): OutputFile[] {
  const { locale } = view;
  const path = `${locale.tag}/llms-full.txt`;
  const texts = sections.map((section) => ({
    section,
    texts: ownArticles(section).flatMap(({ path }) => {
      const text = site.markdown.get(path);
      return text === undefined ? [] : [`---\n\n${text}\n`];
    }),
  }));
  const all = texts.flatMap(({ texts }) => texts);
  // While writing, no page is built yet.
  if (all.length === 0) return [];
  const whole = `${headOf(view)}${all.join('')}`;
  if (whole.length <= LONGEST_TEXT) return [{ path, text: whole }];
  const parts = texts.flatMap(({ section, texts }) =>
    inParts(texts, LONGEST_TEXT).map((text, index) => ({
      section,
      path: partPath(locale.tag, 'llms-full', section, index),
      text: `# ${section.title}\n\n${text}`,
    })),
  );
  const links = parts.map(({ section, path }) => linkTo(section.title, address(path), section.summary));
  return [
    { path, text: `${headOf(view)}## ${view.text('home.sections')}\n\n${links.join('')}` },
    ...parts.map(({ path, text }) => ({ path, text })),
  ];
}

/** The list in the default language, with those in the other languages. */
function rootFile(list: string, { site, view }: OutputSite, address: Address): OutputFile {
  const { text, languageName } = view(site.defaultLocale);
  const others = site.locales
    .filter((tag) => tag !== site.defaultLocale)
    .map((tag) => linkTo(languageName(tag), address(`${tag}/llms.txt`)));
  return {
    path: 'llms.txt',
    text: others.length === 0 ? list : `${list}\n## ${text('site.language')}\n\n${others.join('')}`,
  };
}

function headOf({ chrome, locale, text }: View): string {
  const { site } = chrome;
  const tagline = site.tagline && localText(site.tagline, locale.tag, site.defaultLocale);
  return `# ${text('site.title', { name: site.name })}\n\n${tagline ? `> ${tagline}\n\n` : ''}`;
}

/** The articles of a section and of those in it, each under its heading. */
function listOf(site: OutputSite, section: Section, address: Address, above = ''): string[] {
  const name = above + section.title;
  const links = section.articles
    .filter(({ fallback }) => !fallback)
    .map(({ article }) => linkTo(article.title, address(twinUrl('', article)), article.summary));
  const heading = `\n## ${name}\n\n`;
  return [
    ...(links.length > 0 ? [heading, ...links] : []),
    ...section.sections.flatMap((inner) => listOf(site, inner, address, `${name} › `)),
  ];
}

function hasOwnArticles(section: Section): boolean {
  return ownArticles(section).length > 0;
}

function ownArticles(section: Section): Section['articles'][number]['article'][] {
  return [
    ...section.articles.filter(({ fallback }) => !fallback).map(({ article }) => article),
    ...section.sections.flatMap(ownArticles),
  ];
}

/** A line of a list. What is Markdown or HTML in a title or a summary is read as it is written. */
function linkTo(name: string, address: string, about?: string): string {
  const link = { type: 'link' as const, url: address, children: [textNode(name)] };
  const rest = about ? [textNode(`: ${about}`)] : [];
  return `- ${toMarkdown({ type: 'paragraph', children: [link, ...rest] }, { resourceLink: true })}`;
}

function textNode(text: string) {
  return { type: 'text' as const, value: text.replace(/\s+/g, ' ').trim() };
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n/g) ?? [];
}

/** Joins texts to parts that are at most this long; a longer text is a part of its own. */
function inParts(texts: readonly string[], longest: number): string[] {
  const parts: string[] = [];
  for (const text of texts) {
    const last = parts.at(-1);
    if (last === undefined || last.length + text.length > longest) parts.push(text);
    else parts[parts.length - 1] = last + text;
  }
  return parts;
}

function partPath(locale: string, name: string, { id }: Section, index: number): string {
  // Ids have no dots, so parts and sections never have the same path.
  return `${locale}/${name}/${id}${index === 0 ? '' : `.${index + 1}`}.txt`;
}
