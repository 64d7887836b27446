/** Markup in a text that stayed text, so readers see its characters. */
export interface UnreadMarkup {
  /** Where in the text, from 0. */
  at: number;
  /** As it is written. */
  text: string;
  fix: string;
}

const TYPES = new Map([
  ...['note', 'info', 'seealso', 'question'].map((type) => [type, 'note'] as const),
  ...['tip', 'hint', 'success', 'example'].map((type) => [type, 'tip'] as const),
  ['important', 'important'],
]);
const callout = (type = '') =>
  `Write <Callout type="${TYPES.get(type.toLowerCase()) ?? 'warning'}"> … </Callout> instead.`;

/** What other tools read and Markdown doesn't, or only in another form. The first group is the type of a callout. */
const marks: readonly [pattern: RegExp, fix: (found: RegExpMatchArray) => string][] = [
  [
    /(?<!\*)\*\*(?=[^\s*])[^*\n]*[^\s*]\*\*(?!\*)/g,
    () => 'Put a space outside the asterisks, or move the punctuation next to them outside.',
  ],
  [/^\[!(\w+)\][^\n]*/g, ([, type]) => callout(type)],
  [/^:::+[ \t]*\{?\.?(\w+)[^\n]*/gm, ([, type]) => callout(type)],
  [/^(?:!!!|\?\?\?\+?)[ \t]+(\w+)[^\n]*/gm, ([, type]) => callout(type)],
  [/^===[ \t]+"[^\n]*/gm, () => 'Write <Tabs> with a <Tab label="…"> for each instead.'],
  [/\[\[[^\][\n]+\]\]/g, () => 'Write the address after the text: [text](./article.mdx).'],
  [/\[\^[\w-]+\]/g, ([mark]) => `Add the note as a line of its own: ${mark}: …`],
  [/(?<![\w\]])\[[^\][\n]+\]\[[\w -]+\]/g, () => 'Write the address in round brackets: [text](./article.mdx).'],
  [/^\|[^\n]+\|[ \t]*\n[ \t]*\|[^\n]+\|/gm, () => 'Add a line below the first row of the table: | --- | --- |'],
  [/^#{1,6}\p{L}[^\n]*/gu, () => 'Add a space after the last #, so it is a heading.'],
  [/\$\$[^$\n]+\$\$/g, () => "Formulas aren't supported. Write it as text, or add a picture of it."],
];

/** Finds markup of Markdown that isn't read where it is, and of other tools, in a text that readers see. */
export function unreadMarkup(text: string): UnreadMarkup[] {
  return marks
    .flatMap(([pattern, fix]) =>
      [...text.matchAll(pattern)].map((found) => ({ at: found.index, text: found[0], fix: fix(found) })),
    )
    .sort((a, b) => a.at - b.at);
}
