import type { Loss, Report } from '../imported-site.ts';
import { settleLinks } from '../links/links.ts';
import { pictureHosts, settlePictures } from '../links/pictures.ts';
import { levelHeadings } from '../tree/headings.ts';
import { tidy } from '../tree/tidy.ts';
import { writeArticle } from '../write/mdx-writer.ts';
import type { BodyAnswers, WrittenBody } from './body.ts';
import type { ReadBody } from './read-body.ts';

/** Writes a body as an article. Its tree can't be used again. */
export function writeBody(
  path: string,
  { tree, lineOf }: Pick<ReadBody, 'tree' | 'lineOf'>,
  answers: BodyAnswers,
): WrittenBody {
  const losses: Loss[] = [];
  const report: Report = (line, what, kind) => {
    const at = lineOf(line);
    losses.push({ path, ...(at !== undefined && { line: at }), what, ...(kind && { kind }) });
  };
  settlePictures(tree, answers.pictures, report);
  settleLinks(tree, answers.links, report);
  tidy(tree);
  levelHeadings(tree);
  if (tree.children.length === 0) report(undefined, 'The article has a title but no text.');
  const imageHosts = pictureHosts(tree);
  return { text: writeArticle(answers.front, tree), imageHosts, losses };
}
