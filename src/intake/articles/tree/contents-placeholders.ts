import type { BlockContent, Root } from 'mdast';
import { SKIP, visit } from '#markdown/syntax/walk.ts';
import { plainText } from './plain-text.ts';

const PLACEHOLDER = /^\s*(?:\[toc\]|\[\[_?toc_?\]\]|\$\{toc\}|@\[toc\].*)\s*$/i;
const KRAMDOWN = /\{:?\s*toc\s*\}\s*$/;

/** Removes `[TOC]`, `[[toc]]`, `* TOC {:toc}` and the like, in place: pages list their headings anyway. */
export function dropContentsPlaceholders(tree: Root): void {
  visit(tree, ['paragraph', 'list'], (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const text = plainText(node);
    const isPlaceholder = node.type === 'paragraph' ? PLACEHOLDER.test(text) : KRAMDOWN.test(text) && text.length < 60;
    if (!isPlaceholder) return undefined;
    (parent.children as BlockContent[]).splice(index, 1);
    return [SKIP, index];
  });
}
