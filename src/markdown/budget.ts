import type { Tree, TreeNode } from './syntax/tree.ts';

// As much text as 50 long articles: no page is meant to be this long, and ten times as much would fill the memory.
const MOST = 5_000_000;
/** What an element takes besides its text. */
const PER_NODE = 50;

const sizes = new WeakMap<Tree, number>();

/** Limits what snippets and variables add to an article, because a few of them can multiply to any size. */
export interface Budget {
  /** Whether there is room for a snippet or a text of this many characters, which is then taken. */
  has(added: Tree | number): boolean;
  isSpent(): boolean;
}

export function makeBudget(): Budget {
  let left = MOST;
  return {
    has(added) {
      if (left > 0) left -= typeof added === 'number' ? added : sizeOf(added);
      return left > 0;
    },
    isSpent: () => left <= 0,
  };
}

/** How much a snippet adds, without the snippets in it. */
function sizeOf(tree: Tree): number {
  const known = sizes.get(tree);
  if (known !== undefined) return known;
  let size = 0;
  const waiting: TreeNode[] = [...tree.children];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    size += PER_NODE + ('value' in node && typeof node.value === 'string' ? node.value.length : 0);
    if ('children' in node) for (const child of node.children) waiting.push(child as TreeNode);
  }
  sizes.set(tree, size);
  return size;
}
