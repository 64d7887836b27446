import type { ArticleDesk } from '#intake/articles/desks/desk.ts';
import type { ImportedSite } from '#intake/articles/imported-site.ts';
import { deskImporter } from '#intake/articles/importers/desk-importer.ts';
import { importCollection } from '#intake/articles/importers/import-collection.ts';
import { faultsOf } from '../import-texts.ts';

/** Imports a dump: texts by path, or values that are written as JSON. Every article it makes must be one of ours. */
export function importDump(desk: ArticleDesk, dump: Record<string, unknown>, assets: string[] = []): ImportedSite {
  const files = Object.entries(dump).map(([path, value]) => ({
    path,
    text: typeof value === 'string' ? value : JSON.stringify(value),
  }));
  const collection = deskImporter(desk).collect(files, new Set(assets), {
    locale: 'en',
    name: 'Kettle',
    today: '2026-11-30',
  });
  const imported = importCollection(collection, { locale: undefined, name: 'Kettle', today: '2026-11-30' });
  const faults = imported.files.filter(({ path }) => path.endsWith('.mdx')).flatMap(({ text }) => faultsOf(text));
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return imported;
}

/** The text of a written file by its path below `articles`. */
export function writtenIn({ files }: ImportedSite, path: string): string {
  const file = files.find((one) => one.path === path || one.path === `articles/${path}.mdx`);
  if (!file) throw new Error(`No ${path} among ${files.map((one) => one.path).join(', ')}`);
  return file.text;
}
