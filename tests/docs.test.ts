import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { engineDir } from '#io/machine/engine.ts';
import { listFiles } from '#io/machine/files.ts';
import { TicketSourcesFile } from '#io/records/ticket-sources.ts';
import { AnnouncementFile } from '#kb/content/announcement.ts';
import { ArticleFields } from '#kb/content/article.ts';
import { FactsFile } from '#kb/content/fact.ts';
import { SearchesFile } from '#kb/content/guarded-searches.ts';
import { SiteFile } from '#kb/content/site.ts';
import { SynonymsFile } from '#kb/content/synonyms.ts';
import { TopicsFile } from '#kb/content/topic.ts';
import { customProperties } from '#kb/theme/custom-properties.ts';
import { ThemeFile } from '#kb/theme/theme-file.ts';
import { styleFindings } from '#kb/theme/theme-styles.ts';
import { MeasuresFile } from '#kb/tickets/records/measures-file.ts';
import { loadCommands } from '../scripts/shared/load-commands.ts';

// Readers copy what the docs show. Every command, option and key in there must exist.
const docs = join(engineDir, 'docs/articles/en');
const read = (path: string) => readFileSync(path, 'utf8');
const pages = new Map([
  ['README.md', read(join(engineDir, 'README.md'))],
  ...(await listFiles(docs))
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => [file, read(join(docs, file))] as const),
]);

interface Block {
  page: string;
  /** What the page says before it. */
  before: string;
  text: string;
}

function blocks(language: string): Block[] {
  return [...pages].flatMap(([page, source]) =>
    [...source.matchAll(/^```(\w*)\n([\s\S]*?)^```/gm)]
      .filter(([, is]) => is === language)
      .map((match) => ({ page, before: source.slice(0, match.index), text: match[2] ?? '' })),
  );
}

const englishKeys = Object.keys(parse(read(join(engineDir, 'src/ui/strings/en.yaml'))).strings);
const StringsFile = z.strictObject({
  strings: z.record(
    z.string().refine((key) => englishKeys.includes(key)),
    z.unknown(),
  ),
});

/** The files an example can be for, by how the docs call them, and what the rest of such a file would hold. */
const files: Readonly<Record<string, { schema: z.ZodType; rest?: object }>> = {
  'site.yaml': { schema: SiteFile, rest: { name: 'Acme', locales: ['en', 'fi'], defaultLocale: 'en' } },
  'theme.yaml': { schema: ThemeFile, rest: { version: 1 } },
  'topics.yaml': { schema: TopicsFile },
  'facts.yaml': { schema: FactsFile },
  'tickets.yaml': { schema: TicketSourcesFile },
  'measures.yaml': { schema: MeasuresFile },
  'searches.yaml': { schema: SearchesFile },
  'synonyms/': { schema: SynonymsFile },
  'strings/': { schema: StringsFile },
  'announcements/': { schema: AnnouncementFile },
  'front matter': { schema: ArticleFields, rest: { title: 'A title' } },
};

/** The file an example is for: named in its first line, or else last before it. */
function fileOf({ before, text }: Block): string | undefined {
  const lastIn = (words: string) =>
    Object.keys(files)
      .map((name) => ({ name, at: words.toLowerCase().lastIndexOf(name) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => b.at - a.at)[0]?.name;
  const [first = ''] = text.split('\n');
  return (first.startsWith('#') ? lastIn(first) : undefined) ?? lastIn(before);
}

function faults(name: string, value: unknown): string[] {
  const { schema, rest } = files[name] ?? {};
  const whole = rest ? { ...rest, ...(value as object) } : value;
  return (schema?.safeParse(whole).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('examples', () => {
  it('of YAML files fit the schema of the file', () => {
    const wrong = blocks('yaml')
      .filter(({ text }) => !/^(?:jobs|\w+:\n {2}(?:script|image)|on):/m.test(text))
      .flatMap((block) => {
        const name = fileOf(block);
        if (name === undefined) return [`${block.page}: of which file is this?\n${block.text}`];
        return faults(name, parse(block.text)).map((fault) => `${block.page}, an example of ${name}: ${fault}`);
      });
    expect(wrong).toEqual([]);
  });

  it('of articles have a front matter that can be published', () => {
    const wrong = blocks('mdx').flatMap(({ page, text }) => {
      const [, matter] = /^---\n([\s\S]*?)\n---\n/.exec(text) ?? [];
      return matter === undefined ? [] : faults('front matter', parse(matter)).map((fault) => `${page}: ${fault}`);
    });
    expect(wrong).toEqual([]);
  });

  it('of styles use parts and properties that exist', () => {
    const wrong = blocks('css').flatMap(({ page, text }) =>
      styleFindings(text, { path: page, tokens: customProperties, has: () => true }).map(
        ({ says }) => `${page}: ${says}`,
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe('commands', async () => {
  const { scripts } = JSON.parse(read(join(engineDir, 'package.json'))) as { scripts: Record<string, string> };
  const declared = new Map((await loadCommands()).map((command) => [command.name, command]));
  const called = [...pages].flatMap(([page, source]) =>
    [...source.matchAll(/npm run (?:--silent )?([\w:-]+)(?: -- ([^`\n]*))?/g)].map(([call, name = '', words = '']) => ({
      page,
      call,
      name,
      words: words.replace(/"[^"]*"/g, ''),
    })),
  );

  it('exist, with the arguments and options shown', () => {
    const wrong = called.flatMap(({ page, call, name, words }) => {
      if (!(name in scripts)) return [`${page}: ${call} (there is no "${name}")`];
      const command = declared.get(name);
      if (!command) return [];
      const [first = ''] = words.split(' ');
      const one = 'commands' in command ? command.commands.find((member) => member.name === first) : command;
      const isWord = /^[a-z]+$/.test(first);
      if (!one) return isWord ? [`${page}: ${call} (there is no "${first}")`] : [];
      return (words.match(/--[a-z-]+/g) ?? [])
        .filter((option) => option !== '--help' && !Object.hasOwn(one.options, option.slice(2)))
        .map((option) => `${page}: ${call} (there is no "${option}")`);
    });
    expect(wrong).toEqual([]);
  });

  it('have every option that is mentioned alone', () => {
    const known = new Set(
      [...declared.values()]
        .flatMap((command) => ('commands' in command ? command.commands : [command]))
        .flatMap(({ options }) => Object.keys(options)),
    );
    const wrong = [...pages].flatMap(([page, source]) =>
      [...source.matchAll(/`(--[a-z][a-z-]*)/g)]
        .map(([, option = '']) => option)
        .filter((option) => !option.startsWith('--hc-') && option !== '--help' && !known.has(option.slice(2)))
        .map((option) => `${page}: ${option}`),
    );
    expect(wrong).toEqual([]);
  });
});
