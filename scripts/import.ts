import { copyFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Loss } from '#intake/articles/imported-site.ts';
import { importers } from '#intake/articles/importers/all.ts';
import { createFolder, writeFiles } from '#io/machine/atomic-write.ts';
import { isMissing } from '#io/machine/files.ts';
import { printVotes, votesPath } from '#io/records/votes.ts';
import { isLocaleTag } from '#kb/values/locale.ts';
import { count } from '#report/layout/numbers.ts';
import { readSourceFolder } from './import/read-source.ts';
import { sourceFolder } from './import/source-folder.ts';
import { importWithUsableFiles } from './import/usable-files.ts';
import { defineCommand } from './shared/command.ts';
import { failureText, NOTHING, Refusal, UsageError } from './shared/failures.ts';
import { listOf } from './shared/read-values.ts';
import { runCommand } from './shared/run-command.ts';

export const command = defineCommand({
  name: 'import',
  summary: "Import the articles of another help center into a new content folder, and list what wasn't imported.",
  details: 'Then check the articles: npm run check -- --content imported',
  arguments: {
    from: {
      placeholder: 'FROM',
      about: `What to import: ${importers.map(({ name, source }) => `${name} (${source})`).join(', ')}`,
    },
    folder: { placeholder: 'PATH', about: 'Folder to import, or the address of a help desk' },
  },
  options: {
    into: { value: 'DIR', about: 'Content folder to create', default: 'imported' },
    locale: {
      value: 'LOCALE',
      about: "Language of articles that don't say it in their folder, name or front matter",
      otherwise: 'what the source says, or en',
      read: readLocale,
    },
    name: {
      value: 'NAME',
      about: 'Name of the help center',
      otherwise: 'what the source says, or the name of the folder',
    },
    json: { about: 'Print the result as JSON: {articles, copied, losses: [{path, line, what}]}' },
  },
  examples: ['npm run import -- markdown old-docs --into content'],
  run: async ({ into, locale, name, json }, { from, folder }) => {
    const importer = importers.find((one) => one.name === from);
    if (!importer)
      throw new UsageError(`Can't import from "${from}". Use ${listOf(importers.map((one) => one.name))}.`);
    const target = resolve(into);
    await mustBeNew(target, into);
    const source = await sourceFolder(importer, folder, target);
    const { files, assets, losses } = await readSourceFolder(source, importer);
    if (!files.some(({ path }) => importer.reads(path)) && losses.length === 0)
      throw new Refusal(`There is no ${importer.needs} in ${folder}. ${NOTHING}`);
    const today = new Date().toISOString().slice(0, 10);
    const options = { locale, name: name ?? basename(source), today };
    const collection = importer.collect(files, assets, options);
    collection.losses.push(...losses);
    const imported = await importWithUsableFiles(collection, source, {
      ...options,
      name: name ?? collection.name ?? options.name,
    });
    if (imported.votes.length > 0)
      imported.files.push({
        path: votesPath,
        text: printVotes(imported.votes.map((votes) => ({ day: today, ...votes }))),
      });
    await createFolder(target, async (draft) => {
      await writeFiles(
        draft,
        imported.files.map(({ path, text }) => [path, text]),
      );
      for (const copy of imported.copies) {
        const to = join(draft, copy.to);
        await mkdir(dirname(to), { recursive: true });
        if ('from' in copy) await copyFile(join(source, copy.from), to);
        else await writeFile(to, copy.bytes);
      }
    }).catch((error: unknown) => {
      throw new Refusal(`${failureText(error)} ${NOTHING}`);
    });
    const articles = imported.files.filter(({ path }) => path.endsWith('.mdx')).length;
    if (json)
      process.stdout.write(
        `${JSON.stringify({ articles, copied: imported.copies.length, losses: imported.losses }, null, 2)}\n`,
      );
    else {
      const where = relative(process.cwd(), target) || '.';
      process.stdout.write(
        `${lossesText(imported.losses)}Wrote ${where}: ${count(articles, 'article')} and ${count(imported.copies.length, 'other file')}. ${summaryOf(imported.losses.length)}\nNow run: npm run check -- --content ${where}\n`,
      );
    }
    return 0;
  },
});

function readLocale(text: string, label: string): string {
  if (!isLocaleTag(text)) throw new UsageError(`${label} is "${text}". Use a language code such as en or fi.`);
  return text;
}

function summaryOf(losses: number): string {
  if (losses === 0) return 'Everything was imported.';
  return `${count(losses, 'thing')} couldn't be imported unchanged (see above).`;
}

// Never overwrites content that someone has written.
async function mustBeNew(target: string, named: string): Promise<void> {
  const existing = await readdir(target).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw new Refusal(`${named} can't be opened. Name another folder with --into. ${NOTHING}`);
  });
  if (existing.length > 0) throw new Refusal(`${named} isn't empty. Name a new folder with --into. ${NOTHING}`);
}

function lossesText(losses: readonly Loss[]): string {
  return losses.map(({ path, line, what }) => `${path}${line === undefined ? '' : `:${line}`}\n  ${what}\n`).join('');
}

if (import.meta.main) await runCommand(command);
