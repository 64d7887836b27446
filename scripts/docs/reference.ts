import { z } from 'zod';
import { TicketSourcesFile } from '#io/records/ticket-sources.ts';
import { ArticleFields } from '#kb/content/article.ts';
import { SiteFile } from '#kb/content/site.ts';
import { codes } from '#kb/findings/codes.ts';
import { ThemeFile } from '#kb/theme/theme-file.ts';
import type { Command, CommandGroup } from '../shared/command.ts';
import { commandsPage } from './commands-page.ts';
import { escaped, frontMatter, type PageHead, table } from './mdx.ts';
import { type JsonSchema, type KeyRow, keyRows } from './schema-rows.ts';

interface FilePage extends PageHead {
  /** The name of the page, and the last part of its address. */
  name: string;
  schema: z.ZodType;
}

/** The files whose keys are listed. A line here is a page of the reference. */
const files: readonly FilePage[] = [
  {
    name: 'front-matter',
    title: 'Front matter',
    summary: 'Every key between the two lines of --- at the top of an article.',
    aliases: ['front matter keys', 'article metadata', 'yaml header', 'title, summary, type, topics, aliases'],
    schema: ArticleFields,
  },
  {
    name: 'site-yaml',
    title: 'site.yaml',
    summary: 'Every key of site.yaml: languages, sections, contact options, votes, widget, limits.',
    aliases: ['site settings', 'configuration', 'config file', 'site.yaml keys'],
    schema: SiteFile,
  },
  {
    name: 'theme-yaml',
    title: 'theme.yaml',
    summary: 'Every key of theme.yaml: colors, fonts, sizes, logo, header and footer.',
    aliases: ['theme settings', 'theme tokens', 'color keys', 'theme.yaml keys'],
    schema: ThemeFile,
  },
  {
    name: 'tickets-yaml',
    title: 'tickets.yaml',
    summary: 'Every key of tickets.yaml: where an export holds the category, the language and the rest.',
    aliases: ['ticket sources', 'mapping an export', 'tickets.yaml keys'],
    schema: TicketSourcesFile,
  },
];

/** The pages of the reference that are made from the code, by their file names; the same code, the same bytes. */
export function referencePages(commands: readonly (Command | CommandGroup)[]): Map<string, string> {
  return new Map([
    ...files.map((file) => [`${file.name}.mdx`, filePage(file)] as const),
    ['finding-codes.mdx', codesPage()],
    ['commands.mdx', commandsPage(commands)],
  ]);
}

function filePage({ schema, ...page }: FilePage): string {
  const rows = keyRows(z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }) as JsonSchema);
  const [single, groups] = grouped(rows);
  const parts = groups.map(([key, inside]) => `\n## ${key}\n\n${keyTable(inside, `${key}.`)}\n`);
  return `${frontMatter(page)}
A key in **bold** is required. \`[]\` after a key means one entry of a list, \`<name>\` a name that you choose.

${keyTable(single)}
${parts.join('')}`;
}

/** Keys with none below them and, by the key at the top of the file, those that have. */
function grouped(rows: readonly KeyRow[]): [KeyRow[], [string, KeyRow[]][]] {
  const byTop = Map.groupBy(rows, ({ key }) => key.replace(/(?:\[\]|\.).*$/, ''));
  return [
    [...byTop.values()].flatMap((group) => group.slice(0, 1)),
    [...byTop].map(([top, group]): [string, KeyRow[]] => [top, group.slice(1)]).filter(([, group]) => group.length > 0),
  ];
}

function keyTable(rows: readonly KeyRow[], above = ''): string {
  return table(
    ['Key', 'Holds', 'What it does'],
    rows.map(({ key, holds, required, fallback, what }) => {
      const name = `\`${key.startsWith(above) ? key.slice(above.length) : key}\``;
      const usual = fallback === '' ? '' : `; \`${fallback}\` if left out`;
      return [required ? `**${name}**` : name, `${escaped(holds)}${usual}`, escaped(what)];
    }),
  );
}

function codesPage(): string {
  const of = (severity: string) =>
    Object.entries(codes)
      .filter(([, code]) => code.severity === severity)
      .map(([name, { why }]) => [`\`${name}\``, escaped(why)])
      .sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  const page = {
    title: 'Finding codes',
    summary: 'Every error, warning and note that check can report, and why it matters.',
    aliases: ['error codes', 'warning codes', 'check errors', 'what does this finding mean'],
  };
  return `${frontMatter(page)}
\`npm run check\` ends each finding with its code. Codes are permanent. \`npm run check -- --explain link-broken\` says
why one matters, and \`severity\` in [site.yaml](./site-yaml.mdx) makes it an error, a warning, a note (\`info\`) or nothing.

## Errors

Nothing is built while there is one.

${table(['Code', 'Why it matters'], of('error'))}

## Warnings

${table(['Code', 'Why it matters'], of('warning'))}

## Notes

Something to know. A note is never a reason to fail.

${table(['Code', 'Why it matters'], of('info'))}
`;
}
