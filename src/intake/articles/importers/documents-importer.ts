import { deskCollection } from '../desks/desk-collection.ts';
import { CONVERTED, type ConvertedDocuments, documentContent } from '../documents/document-content.ts';
import type { Loss } from '../imported-site.ts';
import type { Importer } from './importer.ts';

/** Documents of Word, or of any word processor that saves as `.docx`. */
export const wordDocuments: Importer = {
  name: 'docx',
  source: 'Word documents: a folder, or one file',
  needs: 'Word document (.docx)',
  converts: /\.docx$/i,
  reads: (path) => path === CONVERTED,
  collect(files, assets, { locale, today }) {
    const converted: ConvertedDocuments = files[0] ? JSON.parse(files[0].text) : { documents: [] };
    const collection = deskCollection(documentContent(converted, locale, today), assets, new Map());
    const losses = converted.documents.flatMap(({ path, losses: lost, hidden }): Loss[] => [
      ...hidden.map((text): Loss => ({ path, what: `Hidden text was left out: "${text}"`, kind: 'private' })),
      ...lost.map((what) => ({ path, what })),
    ]);
    return { ...collection, losses: [...losses, ...collection.losses] };
  },
};
