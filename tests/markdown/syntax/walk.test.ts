import type { Nodes, Root } from 'mdast';
import { visit as visitUnist } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { EXIT, SKIP, visit } from '#markdown/syntax/walk.ts';

const tree = (): Root => ({
  type: 'root',
  children: [
    {
      type: 'paragraph',
      children: [
        { type: 'text', value: 'a' },
        { type: 'strong', children: [{ type: 'text', value: 'b' }] },
      ],
    },
    {
      type: 'list',
      children: [{ type: 'listItem', children: [{ type: 'paragraph', children: [{ type: 'text', value: 'c' }] }] }],
    },
    { type: 'paragraph', children: [{ type: 'text', value: 'd' }] },
  ],
});

/** What a walk visits, with the place of each node, and the tree that is left. */
function trace(walk: typeof visit, test: string | string[] | undefined, act: (node: Nodes) => unknown) {
  const seen: string[] = [];
  const root = tree();
  const visitor = (node: Nodes, index: number | undefined, parent: Nodes | undefined) => {
    seen.push(`${node.type} ${index} ${parent?.type}`);
    const result = act(node);
    if (result === 'remove' && parent && 'children' in parent && index !== undefined) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    return result;
  };
  if (test === undefined) walk(root, visitor as never);
  else walk(root, test as never, visitor as never);
  return { seen, root };
}

describe('a walk through a tree', () => {
  it.each<[string, string | string[] | undefined, (node: Nodes) => unknown]>([
    ['all nodes', undefined, () => undefined],
    ['one type', 'text', () => undefined],
    ['several types', ['text', 'listItem'], () => undefined],
    ['skipping', undefined, (node) => (node.type === 'list' ? SKIP : undefined)],
    ['ending', undefined, (node) => (node.type === 'strong' ? EXIT : undefined)],
    ['removing', 'paragraph', () => 'remove'],
    ['going on elsewhere', 'list', () => 2],
  ])('is that of unist-util-visit: %s', (_, test, act) => {
    expect(trace(visit, test, act)).toEqual(trace(visitUnist as typeof visit, test, act));
  });
});
