import type { Link, PhrasingContent, Root } from 'mdast';
import { completeAddress } from '#markdown/syntax/links.ts';
import { SKIP, visit } from '#markdown/syntax/walk.ts';
import type { Report } from '../imported-site.ts';
import { plainText } from '../tree/plain-text.ts';
import { type Anchors, anchorFor } from './anchors.ts';
import type { AssetShelf } from './assets.ts';
import type { SourceLinkTarget } from './link-targets.ts';
import { outsideAddress } from './outside-address.ts';

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

/** What the links of one article are resolved with. */
export interface LinkContext {
  id: string;
  find(url: string): SourceLinkTarget;
  /** The article made from a source file; `undefined` if it was skipped. */
  articleAt(path: string): LinkedArticle | undefined;
  /** The section whose page on the old site has this address, if readers can see any of it. */
  sectionAt(url: string): string | undefined;
  shelf: AssetShelf;
  report: Report;
}

function isEmpty(node: Link): boolean {
  const shows = (child: PhrasingContent): boolean =>
    child.type === 'image' || ('children' in child ? child.children.some(shows) : plainText(child).trim() !== '');
  return !node.children.some(shows);
}

/** The new address; no `url` if only the text can stay. `says` is the text for a link without text. */
function addressFor(node: Link, context: LinkContext): { url?: string; says?: string } {
  const { report } = context;
  const line = node.position?.start.line;
  const target = context.find(node.url);
  if (target.kind === 'contact') return { url: '/contact' };
  if (target.kind === 'other-site' || target.kind === 'old-site') {
    const outside = outsideAddress(node.url);
    if ('fault' in outside) {
      // The address isn't shown: a password in it would be copied to the report.
      report(line, `The address of a link ${outside.fault}; only its text was kept.`);
      return {};
    }
    if (target.kind === 'other-site') return outside;
    report(line, `The link to ${node.url} still leads to the old site; no article in the folder matches it.`);
    return outside;
  }
  if (target.kind === 'path') {
    // Every site has a front page and a contact page.
    if (node.url === '/contact' || node.url === '/') return { url: node.url };
    const section = context.sectionAt(node.url);
    if (section !== undefined) return { url: `/${section}` };
    const file = context.shelf.take(node.url);
    if (file) return { url: `./${file}`, says: file };
    const problem = context.shelf.problem(node.url);
    if (problem) report(line, `The link to ${node.url} can't be kept, only its text. ${problem}`);
    if (problem) return {};
    const complete = completeAddress(node.url);
    if (complete) return { url: complete };
    report(line, `The link to ${node.url} matches no file in the folder; only its text was kept.`);
    return {};
  }
  const article = context.articleAt(target.path);
  if (!article) {
    report(line, `The link to ${node.url} leads to "${target.path}", which wasn't imported; only its text was kept.`);
    return {};
  }
  if (article.private) {
    report(line, `The link to ${node.url} leads to an article that isn't public; only its text was kept.`, 'private');
    return {};
  }
  if (article.elsewhere) {
    report(line, `The link to ${node.url} leads to an article in another language only; only its text was kept.`);
    return {};
  }
  const own = article.id === context.id;
  const anchor = target.fragment === '' ? '' : anchorFor(article.anchors, target.fragment);
  if (own && !anchor) {
    if (anchor === undefined) {
      report(line, `The link to #${target.fragment} matches no heading in this article; only its text was kept.`);
    }
    return {};
  }
  if (anchor === undefined) {
    const page = `"${article.title}"`;
    report(line, `The link to ${node.url} matches no heading in ${page}; it now leads to the top of that article.`);
  }
  const fragment = anchor ? `#${anchor}` : '';
  return { url: own ? fragment : `/${article.id}${fragment}`, says: article.title };
}

/**
 * Points links to our articles and files, in place. A broken link is replaced with its text and reported; a bare
 * address of another article becomes that article's title.
 */
export function settleLinks(tree: Root, context: LinkContext): void {
  visit(tree, 'link', (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const written = node.url;
    const { url, says } = addressFor(node, context);
    const bare = plainText(node) === written;
    if (url && says && (isEmpty(node) || (bare && url !== written))) node.children = [{ type: 'text', value: says }];
    if (url && isEmpty(node)) {
      context.report(node.position?.start.line, `The link to ${written} has no text and was left out.`);
    }
    if (url && !isEmpty(node)) {
      node.url = url;
      return undefined;
    }
    parent.children.splice(index, 1, ...(isEmpty(node) ? [] : node.children));
    return [SKIP, index];
  });
}
