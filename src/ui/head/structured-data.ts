import type { Article as ArticleData, BreadcrumbList, FAQPage, HowTo, Organization, WebSite } from 'schema-dts';
import type { Article } from '#kb/content/article.ts';
import type { Section } from '#kb/content/library.ts';
import { logoFor } from '#kb/theme/brand.ts';
import { linkAddress } from '../theme-links.ts';
import type { View } from '../view.ts';
import { htmlText, stepLists } from './html-text.ts';

// What a page says, for programs, in the words of https://schema.org. Nothing is said that the page doesn't show.

/** What a page can say; the types know which properties each has. */
export type PageData = ArticleData | BreadcrumbList | FAQPage | HowTo | Organization | WebSite;

/**
 * The sections that lead to a page, which search engines show instead of its address.
 *
 * @param trail from the outermost section inwards
 */
export function breadcrumbData(
  view: View,
  trail: readonly Pick<Section, 'id' | 'title'>[],
  here: { title: string },
): BreadcrumbList {
  const above = [{ id: undefined, title: view.text('site.home') }, ...trail].map(({ id, title }) => ({
    name: title,
    item: absolute(view, view.href(id)),
  }));
  return {
    '@type': 'BreadcrumbList',
    // The page itself has no link.
    itemListElement: [...above, { name: here.title }].map((item, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      ...item,
    })),
  };
}

/** An article on its own page, with the days that are known. */
export function articleData(view: View, article: Article, days: { added?: string; updated?: string }): ArticleData {
  return {
    '@type': 'Article',
    headline: article.title,
    inLanguage: article.locale,
    ...(days.added !== undefined && { datePublished: days.added }),
    ...(days.updated !== undefined && { dateModified: days.updated }),
    publisher: { '@type': 'Organization', name: view.chrome.site.name },
  };
}

/**
 * The steps of an article, as its page shows them. If it has several lists, such as one per device, each is named by the
 * heading or tab above it.
 *
 * @param html of its body
 */
export function howToData(title: string, html: string): HowTo[] {
  const lists = stepLists(html);
  return lists.map(({ label, steps }) => ({
    '@type': 'HowTo',
    name: lists.length > 1 ? (label ?? title) : title,
    step: steps.map((text) => ({ '@type': 'HowToStep', text })),
  }));
}

/**
 * The questions that a page answers in place. A question that is only a link to its answer is none of them.
 *
 * @param questions with the HTML of their answers
 */
export function faqData(questions: readonly { title: string; html: string }[]): FAQPage[] {
  if (questions.length === 0) return [];
  return [
    {
      '@type': 'FAQPage',
      mainEntity: questions.map(({ title, html }) => ({
        '@type': 'Question',
        name: title,
        acceptedAnswer: { '@type': 'Answer', text: htmlText(html) },
      })),
    },
  ];
}

/** The company and its help center with its search, for the home page. */
export function siteData(view: View): [Organization, WebSite] {
  const { chrome, locale, text, href } = view;
  const { social } = chrome.brand.footer;
  const logo = logoFor(chrome.brand, locale.tag)?.light;
  return [
    {
      '@type': 'Organization',
      name: chrome.site.name,
      url: chrome.site.home ?? absolute(view, href()),
      ...(logo && { logo: absolute(view, logo.url) }),
      ...(social.length > 0 && { sameAs: social.map((link) => linkAddress(view, link)) }),
    },
    {
      '@type': 'WebSite',
      name: text('site.title', { name: chrome.site.name }),
      url: absolute(view, href()),
      inLanguage: locale.tag,
      potentialAction: {
        '@type': 'SearchAction',
        target: { '@type': 'EntryPoint', urlTemplate: `${absolute(view, href('search'))}?q={search_term_string}` },
        // A note for search engines, which isn't part of the vocabulary.
        'query-input': 'required name=search_term_string',
      },
    } as WebSite,
  ];
}

function absolute({ chrome }: View, path: string): string {
  return new URL(path, chrome.url).href;
}
