import type { ArticleDesk } from '../desks/desk.ts';
import { deskCollection } from '../desks/desk-collection.ts';
import { readDump } from '../desks/read-dump.ts';
import type { Importer } from './importer.ts';

/** Imports the articles of a help desk from a dump; a download of its API is one. */
export function deskImporter(desk: ArticleDesk): Importer {
  return {
    name: desk.name,
    source: 'the articles of a help desk: its address, or a folder with a dump as JSON or CSV',
    needs: `JSON or CSV file with articles of ${desk.label}`,
    desk,
    reads: (path) => /\.(?:json|ndjson|jsonl|csv)$/i.test(path) && !path.startsWith('files/'),
    collect(files, assets, { today }) {
      const { records, downloaded, losses } = readDump(files, desk);
      const collection = deskCollection(desk.read(records, today), assets, downloaded);
      return { ...collection, losses: [...losses, ...collection.losses] };
    },
  };
}
