import { bodyDesk } from '../bodies/body-desk.ts';
import type { Collection } from '../collection.ts';
import type { ImportedSite } from '../imported-site.ts';
import type { ImportOptions } from './importer.ts';
import { planImport } from './plan-import.ts';

/**
 * Turns what an importer collected into the files of a content folder. Pure: the same collection gives the same bytes,
 * whatever the order of its pages.
 */
export function importCollection(collection: Collection, options: ImportOptions): ImportedSite {
  const desk = bodyDesk();
  const { bodies, settle } = planImport(collection, options);
  const { answers, finish } = settle(bodies.map(desk.read));
  return finish(answers.map((one, at) => desk.write(bodies[at]?.path ?? '', one)));
}
