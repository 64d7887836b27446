import type { Importer } from './importer.ts';
import { markdown } from './markdown.ts';

export const importers: readonly Importer[] = [markdown];
