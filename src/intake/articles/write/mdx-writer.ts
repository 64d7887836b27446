import type { Root, Text } from 'mdast';
import { defaultHandlers } from 'mdast-util-to-markdown';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkStringify, { type Options } from 'remark-stringify';
import { unified } from 'unified';
import { stringify as writeYaml } from 'yaml';
import { writeShortCells } from './element-cells.ts';

type Join = NonNullable<Options['join']>[number];

/** Components and tables need blank lines around them even in a tight list, where other blocks do without. */
const setApart: Join = (left, right) => {
  const apart = (type: string) => type === 'mdxJsxFlowElement' || type === 'table';
  return apart(left.type) || apart(right.type) ? 1 : undefined;
};

/** MDX reads a top-level line that starts with one of these words as code. */
const inText = { inConstruct: ['phrasing' as const], notInConstruct: ['listItem' as const, 'blockquote' as const] };
const unsafe: NonNullable<Options['unsafe']> = [
  { atBreak: true, character: 'i', after: 'mport\\b', ...inText },
  { atBreak: true, character: 'e', after: 'xport\\b', ...inText },
];

type TextHandler = NonNullable<NonNullable<Options['handlers']>['text']>;

/** Letters, numbers and what Markdown never means anything by, after a letter or the end of another part of the line. */
const PLAIN = /^[ ,;.?)\p{L}][\p{L}\p{M}\p{N} ,;?%'"’“”…()/.-]*$/u;
/** What is escaped although all its characters are plain. */
const SPECIAL = /^ ?(?:im|ex)port\b|[Ww]\.(?:[-.\w]|$)/;
const STARTS_WITH_LETTER = /^\p{L}/u;
const ENDS_OF_PARTS = new Set('*_`)>');

/**
 * Most texts have nothing to escape. To find that out, the writer of remark tries forty patterns on each, which took a
 * quarter of the time of an import.
 */
const text: TextHandler = (node: Text, parent, state, info) => {
  const { value } = node;
  const isFree = STARTS_WITH_LETTER.test(value) || ENDS_OF_PARTS.has(info.before);
  const endsLine = value.endsWith(' ') && /^[\r\n]/.test(info.after);
  const isPlain = isFree && !endsLine && PLAIN.test(value) && !SPECIAL.test(value);
  return isPlain ? value : defaultHandlers.text(node, parent, state, info);
};

const writer = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkMdx)
  .use(remarkStringify, {
    bullet: '-',
    rule: '-',
    emphasis: '_',
    listItemIndent: 'one',
    join: [setApart],
    unsafe,
    handlers: { text },
  })
  .freeze();

/** Front matter of an article in our dialect, in the order in which it is written. */
export interface ArticleFrontMatter {
  title: string;
  summary?: string;
  topics?: readonly string[];
  aliases?: string[];
  order?: number;
  owner?: string;
  reviewed?: string;
  confidence?: string;
  audience?: string;
  /** `YYYY-MM-DD`. */
  publishOn?: string;
  /** `YYYY-MM-DD`. */
  archiveOn?: string;
  redirectFrom?: string[];
}

const FRONT_MATTER_KEYS = [
  ...[
    'title',
    'summary',
    'topics',
    'aliases',
    'order',
    'owner',
    'reviewed',
    'confidence',
    'audience',
    'publishOn',
    'archiveOn',
  ],
  'redirectFrom',
] as const satisfies (keyof ArticleFrontMatter)[];

/** Writes an article as MDX with front matter, ending in a line end. Other keys of `front` aren't written. */
export function writeArticle(front: ArticleFrontMatter, body: Root): string {
  const keys = FRONT_MATTER_KEYS.map((key) => [key, front[key]] as const).filter(
    ([, value]) => typeof value === 'number' || value?.length,
  );
  const head = writeYaml(Object.fromEntries(keys), { lineWidth: 0 });
  writeShortCells(body);
  const text = writer.stringify(body).trim();
  return `---\n${head}---\n${text === '' ? '' : `\n${text}\n`}`;
}
