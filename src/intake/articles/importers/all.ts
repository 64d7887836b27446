import { articleDesks } from '../desks/all.ts';
import { deskImporter } from './desk-importer.ts';
import { wordDocuments } from './documents-importer.ts';
import type { Importer } from './importer.ts';
import { markdown } from './markdown.ts';
import { htmlPages, webSite } from './web-importers.ts';

export const importers: readonly Importer[] = [
  markdown,
  htmlPages,
  wordDocuments,
  webSite,
  ...articleDesks.map(deskImporter),
];
