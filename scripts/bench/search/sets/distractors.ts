import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { readArticleHtml } from '#io/content/article-html.ts';
import { readContent } from '#io/content/read-content.ts';
import { findingsText } from '#report/findings-text.ts';
import { Refusal } from '../../../shared/failures.ts';
import { readCorpus } from './beir.ts';
import { type PlainArticle, plainArticle } from './plain-articles.ts';

/** Articles of another collection: a BEIR folder, or a content folder. */
export async function readDistractors(folder: string, locale: string): Promise<PlainArticle[]> {
  if (existsSync(join(folder, 'corpus.jsonl'))) return (await readCorpus(folder)).map(plainArticle);
  if (!existsSync(join(folder, 'site.yaml')))
    throw new Refusal(`${folder} has neither a corpus.jsonl nor a site.yaml. Name a BEIR folder or a content folder.`);
  const { library, findings } = await readContent(folder);
  if (!library) throw new Refusal(findingsText(findings));
  const html = await readArticleHtml(folder, [locale]);
  const articles = library.articles.filter((article) => article.locale === locale);
  if (articles.length === 0) throw new Refusal(`There are no articles in "${locale}" in ${folder}.`);
  return articles.map(({ title, path }) => ({ title, blocks: blocksOf(html.get(path) ?? '') }));
}

/**
 * Some of the articles, always the same ones: a larger number includes all those of a smaller one.
 *
 * @throws Refusal if there are not as many
 */
export function chooseDistractors(articles: readonly PlainArticle[], number: number | undefined): PlainArticle[] {
  if (number === undefined) return [...articles];
  if (articles.length < number)
    throw new Refusal(
      `There are only ${articles.length.toLocaleString('en')} other articles for --distractor-count ${number}. Name another folder with --distractors, or a smaller number.`,
    );
  return articles
    .map((article) => ({ article, order: orderOf(article) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .slice(0, number)
    .map(({ article }) => article);
}

function orderOf({ title, blocks }: PlainArticle): string {
  return createHash('sha256')
    .update([title, ...blocks.map(({ text }) => text)].join('\n'))
    .digest('hex');
}

const blockTags = new Set('p li h2 h3 h4 h5 h6 td th dt dd pre summary figcaption blockquote div tr'.split(' '));
const unread = new Set(['script', 'style', 'svg', 'template']);

/** The text of an article block by block, as its readers see it. */
function blocksOf(html: string): PlainArticle['blocks'] {
  const blocks: { text: string; isHeading: boolean }[] = [];
  let text = '';
  let isHeading = false;
  let hidden = 0;
  const finish = () => {
    const words = text.replace(/\s+/g, ' ').trim();
    if (words !== '') blocks.push({ text: words, isHeading });
    text = '';
    isHeading = false;
  };
  const parser = new Parser({
    onopentag(name) {
      if (unread.has(name)) hidden++;
      if (blockTags.has(name)) finish();
      if (/^h[2-6]$/.test(name)) isHeading = true;
    },
    ontext(data) {
      if (hidden === 0) text += data;
    },
    onclosetag(name) {
      if (unread.has(name)) hidden--;
      if (blockTags.has(name)) finish();
    },
  });
  parser.end(html);
  finish();
  return blocks;
}
