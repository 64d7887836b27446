import GithubSlugger from 'github-slugger';
import type { Heading, Nodes, Root } from 'mdast';
import { SKIP, visit } from '#markdown/syntax/walk.ts';
import { headingText } from '../tree/headings.ts';
import { anchorName } from '../tree/jsx-elements.ts';

/** The places of one page that a link can jump to. */
export interface Anchors {
  /** Anchors of the headings on our page. */
  slugs: Set<string>;
  /** Names of the source (explicit ids) → anchor on our page; "" is the top of the page. */
  names: Map<string, string>;
}

const TOP = '';
const CONTENT = new Set(['image', 'inlineCode', 'code', 'footnoteReference']);

function namesInside(node: Nodes): string[] {
  const names: string[] = [];
  visit(node, (child) => {
    const name = anchorName(child);
    if (name) names.push(name);
  });
  return names;
}

function isContent(node: Nodes): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  return CONTENT.has(node.type) || (node.type === 'mdxJsxFlowElement' && node.name === 'Figure');
}

/**
 * Finds where each name of the source leads on our page, and takes the anchor marks out of the tree. A name in front
 * of or in a heading leads to that heading, any other to the heading above it. `removed` is the heading that became
 * the title, if any.
 */
export function settleAnchors(tree: Root, removed: Heading | undefined): Anchors {
  const slugger = new GithubSlugger();
  const slugs = new Set<string>();
  const names = new Map<string, string>();
  const set = (waiting: string[], slug: string) => {
    for (const name of waiting.splice(0)) if (!names.has(name)) names.set(name, slug);
  };
  if (removed) {
    set(namesInside(removed), TOP);
    set([new GithubSlugger().slug(headingText(removed))], TOP);
  }
  let current = TOP;
  const waiting: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'heading' && headingText(node) !== '') {
      // A heading without letters or digits gets the anchor that our pages give it.
      current = slugger.slug(headingText(node)) || slugger.slug('section');
      slugs.add(current);
      set([...waiting.splice(0), ...namesInside(node)], current);
      return SKIP;
    }
    const name = anchorName(node);
    if (name) waiting.push(name);
    else if (isContent(node)) set(waiting, current);
    return undefined;
  });
  set(waiting, current);
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined || !anchorName(node)) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return { slugs, names };
}

function loose(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * The anchor on our page for a fragment of a link in the source: by explicit id, by heading, or by the one heading
 * that differs only in punctuation, as other generators make it. "" is the top of the page; nothing when there is
 * no such place.
 */
export function anchorFor({ slugs, names }: Anchors, fragment: string): string | undefined {
  const named = names.get(fragment) ?? names.get(fragment.toLowerCase());
  if (named !== undefined) return named;
  if (slugs.has(fragment)) return fragment;
  if (fragment.toLowerCase() === 'top') return TOP;
  const wanted = loose(fragment);
  const numberless = (text: string) => loose(text).replace(/^\d+/, '');
  const close = [...slugs].filter((slug) => loose(slug) === wanted);
  const closer = close.length > 0 ? close : [...slugs].filter((slug) => numberless(slug) === numberless(fragment));
  return wanted !== '' && closer.length === 1 ? closer[0] : undefined;
}
