import type { Link, PhrasingContent, Root } from 'mdast';
import { completeAddress } from '#markdown/syntax/links.ts';
import { SKIP, visit } from '#markdown/syntax/walk.ts';
import type { SourcePage } from '../collection.ts';
import type { LossKind, Report } from '../imported-site.ts';
import { plainText } from '../tree/plain-text.ts';
import { type Anchors, anchorFor } from './anchors.ts';
import type { AssetShelf } from './assets.ts';
import type { SourceLinkTarget } from './link-targets.ts';
import { outsideAddress } from './outside-address.ts';
import { fileNameOf } from './paths.ts';

/** An article that links can lead to. */
export interface LinkedArticle {
  id: string;
  title: string;
  anchors: Anchors;
  /** Whether readers of the linking article can't see it. */
  private: boolean;
  /** Whether it's in neither the language of the linking article nor the default one, so no link can lead to it. */
  elsewhere: boolean;
}

/** Where a link leads. */
export interface LinkAnswer {
  /** The address in the source that the written one means. */
  means: string;
  /** The new address; without it, only the text can stay. */
  url?: string | undefined;
  /** The text for a link without text. */
  says?: string | undefined;
  losses: { what: string; kind?: LossKind | undefined }[];
}

/** What the links of one article are answered with. */
export interface LinkContext {
  id: string;
  /** The address in the source that a written one means. */
  resolve: SourcePage['resolveUrl'];
  find(url: string): SourceLinkTarget;
  /** The article made from a source file; `undefined` if it was skipped. */
  articleAt(path: string): LinkedArticle | undefined;
  /** The section whose page on the old site has this address, if readers can see any of it. */
  sectionAt(url: string): string | undefined;
  shelf: AssetShelf;
}

function isEmpty(node: Link): boolean {
  const shows = (child: PhrasingContent): boolean =>
    child.type === 'image' || ('children' in child ? child.children.some(shows) : plainText(child).trim() !== '');
  return !node.children.some(shows);
}

/** Where a link of one article leads. */
export function answerLink(written: string, context: LinkContext): LinkAnswer {
  const losses: LinkAnswer['losses'] = [];
  const means = context.resolve?.(written, (what) => losses.push({ what })) ?? written;
  return { means, ...addressFor(means, context, (what, kind) => losses.push({ what, kind })), losses };
}

type Lose = (what: string, kind?: LossKind) => void;

function addressFor(written: string, context: LinkContext, lose: Lose): { url?: string; says?: string } {
  // The front page of the old site, which can be a file of its own.
  if (written === '/') return { url: '/' };
  const target = context.find(written);
  if (target.kind === 'contact') return { url: '/contact' };
  if (target.kind === 'other-site' || target.kind === 'old-site') {
    const outside = outsideAddress(written);
    if ('fault' in outside) {
      // The address isn't shown: a password in it would be copied to the report.
      lose(`The address of a link ${outside.fault}; only its text was kept.`);
      return {};
    }
    if (target.kind === 'other-site') return outside;
    lose(`The link to ${written} still leads to the old site; no article in the folder matches it.`);
    return outside;
  }
  if (target.kind === 'path') {
    // Every site has a front page and a contact page.
    if (written === '/contact' || written === '/') return { url: written };
    const section = context.sectionAt(written);
    if (section !== undefined) return { url: `/${section}` };
    const file = context.shelf.take(written);
    if (file) return { url: `./${file}`, says: file };
    const problem = context.shelf.problem(written);
    if (problem) lose(`The link to ${written} can't be kept, only its text. ${problem}`);
    if (problem) return {};
    const complete = completeAddress(written);
    if (complete) return { url: complete };
    lose(`The link to ${written} matches no file in the folder; only its text was kept.`);
    return {};
  }
  const article = context.articleAt(target.path);
  if (!article) {
    lose(`The link to ${written} leads to "${target.path}", which wasn't imported; only its text was kept.`);
    return {};
  }
  if (article.private) {
    lose(`The link to ${written} leads to an article that isn't public; only its text was kept.`, 'private');
    return {};
  }
  if (article.elsewhere) {
    lose(`The link to ${written} leads to an article in another language only; only its text was kept.`);
    return {};
  }
  const own = article.id === context.id;
  const anchor = target.fragment === '' ? '' : anchorFor(article.anchors, target.fragment);
  if (own && !anchor) {
    if (anchor === undefined) {
      lose(`The link to #${target.fragment} matches no heading in this article; only its text was kept.`);
    }
    return {};
  }
  if (anchor === undefined) {
    const page = `"${article.title}"`;
    lose(`The link to ${written} matches no heading in ${page}; it now leads to the top of that article.`);
  }
  const fragment = anchor ? `#${anchor}` : '';
  return { url: own ? fragment : `/${article.id}${fragment}`, says: article.title };
}

/**
 * Points links to our articles and files, in place. A broken link is replaced with its text and reported; a bare
 * address of another article becomes that article's title.
 */
export function settleLinks(tree: Root, answers: ReadonlyMap<string, LinkAnswer>, report: Report): void {
  visit(tree, 'link', (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const line = node.position?.start.line;
    const written = node.url;
    const { means, url, says, losses } = answers.get(written) ?? { means: written, losses: [] };
    for (const { what, kind } of losses) report(line, what, kind);
    const text = plainText(node);
    // GitBook names the file of a page that it shows as a card.
    const isFile = /\.(?:mdx?|markdown)$/i.test(text) && fileNameOf(written.replace(/[?#].*$/, '')) === text;
    const bare = text === written || text === means || isFile;
    if (url && says && (isEmpty(node) || (bare && url !== means))) node.children = [{ type: 'text', value: says }];
    if (url && isEmpty(node)) report(line, `The link to ${means} has no text and was left out.`);
    if (url && !isEmpty(node)) {
      node.url = url;
      return undefined;
    }
    parent.children.splice(index, 1, ...(isEmpty(node) ? [] : node.children));
    return [SKIP, index];
  });
}
