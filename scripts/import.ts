import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Loss } from '#intake/articles/imported-site.ts';
import { importers } from '#intake/articles/importers/all.ts';
import { createFolder, writeFiles } from '#io/machine/atomic-write.ts';
import { isMissing, listFiles } from '#io/machine/files.ts';
import { isLocaleTag } from '#kb/values/locale.ts';
import { count } from '#report/layout/numbers.ts';
import { command, failureText, Refusal, UsageError } from './shared/command.ts';

const names = importers.map(({ name }) => name).join(' or ');

const usage = `
Imports the articles of another help center into a new content folder, and lists what wasn't imported.

${importers.map(({ name }) => `  npm run import -- ${name} DIR [options]`).join('\n')}

${importers.map(({ name, source }) => `  ${`${name} DIR`.padEnd(15)} ${source}`).join('\n')}

Options
  --into DIR      the content folder to create (default: imported)
  --locale L      the language of the articles (default: en)
  --name NAME     the name of the help center (default: the folder's name)
  --json          print the result as JSON: {articles, copied, losses: [{path, line, what}]}
  --help          show this help

Then check the articles: npm run check -- --content imported
`;

await command(
  usage,
  { into: { type: 'string' }, locale: { type: 'string' }, name: { type: 'string' }, json: { type: 'boolean' } },
  async ({ into = 'imported', locale = 'en', name, json }, [from, folder, ...more]) => {
    const importer = importers.find((one) => one.name === from);
    if (!importer)
      throw new UsageError(
        from === undefined ? `Say what to import: ${names}.` : `Can't import from "${from}". Use ${names}.`,
      );
    if (folder === undefined || more.length > 0) throw new UsageError('Name one folder to import.');
    if (!isLocaleTag(locale))
      throw new UsageError(`--locale is "${locale}", but a language code such as en or fi is expected.`);
    const source = resolve(folder);
    const target = resolve(into);
    await mustBeNew(target, into);
    const paths = await listFiles(source);
    const files = await Promise.all(
      paths.filter(importer.reads).map(async (path) => ({ path, text: await readFile(join(source, path), 'utf8') })),
    );
    if (files.length === 0) throw new Refusal(`There is no ${importer.needs} in ${folder}. Nothing was written.`);
    const assets = new Set(paths.filter((path) => !importer.reads(path)));
    const imported = importer.import(files, assets, { locale, name: name ?? basename(source) });
    await createFolder(target, async (draft) => {
      await writeFiles(
        draft,
        imported.files.map(({ path, text }) => [path, text]),
      );
      for (const { from, to } of imported.copies) {
        await mkdir(dirname(join(draft, to)), { recursive: true });
        await copyFile(join(source, from), join(draft, to));
      }
    }).catch((error: unknown) => {
      throw new Refusal(`${failureText(error)} Nothing was written.`);
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
);

function summaryOf(losses: number): string {
  if (losses === 0) return 'Everything was imported.';
  return `${count(losses, 'thing')} couldn't be imported unchanged (see above).`;
}

// Never overwrites content that someone has written.
async function mustBeNew(target: string, named: string): Promise<void> {
  const held = await readdir(target).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw new Refusal(`${named} can't be opened. Name another folder with --into. Nothing was written.`);
  });
  if (held.length > 0) throw new Refusal(`${named} isn't empty. Name a new folder with --into. Nothing was written.`);
}

function lossesText(losses: readonly Loss[]): string {
  return losses.map(({ path, line, what }) => `${path}${line === undefined ? '' : `:${line}`}\n  ${what}\n`).join('');
}
