import type { FileChange, FileUpdate } from '#intake/articles/again/plan-update.ts';
import { count } from '#report/layout/numbers.ts';

/** What is said about each type of change; nothing about files that stay the same. */
const SAYS: [FileChange, string][] = [
  ['added', 'added'],
  ['updated', 'updated from the source'],
  ['merged', 'merged with your changes'],
  ['moved', 'moved as in the source'],
  ['kept', 'kept as you changed them'],
  ['archived', "archived because they're no longer in the source"],
  ['conflict', 'to look at'],
];
/** Paths of one type that are listed before a change is made. */
const LISTED = 20;

/** What an import changes, or would change, in a content folder that it was run into before. */
export function changesText(updates: readonly FileUpdate[], where: string, isDryRun: boolean): string {
  const groups = SAYS.map(([change, says]) => ({ says, change, of: updates.filter((one) => one.change === change) }));
  const found = groups.filter(({ of }) => of.length > 0);
  const conflicts = updates.filter((one) => one.conflicts.length > 0);
  const lines = conflicts.flatMap(({ path, conflicts }) => [path, ...conflicts.map((what) => `  ${what}`)]);
  if (isDryRun) lines.push(...found.filter(({ change }) => change !== 'conflict').flatMap(listed));
  const numbers = found.map(({ says, of }) => `  ${count(of.length, 'file')} ${says}`);
  const title = isDryRun ? `Would change in ${where}:` : `Changed in ${where}:`;
  lines.push(...(numbers.length > 0 ? [title, ...numbers] : [`Nothing to change in ${where}.`]));
  return lines.map((line) => `${line}\n`).join('');
}

function listed({ says, of }: { says: string; of: FileUpdate[] }): string[] {
  const more = of.length - LISTED;
  return [
    `${says[0]?.toUpperCase()}${says.slice(1)}:`,
    ...of.slice(0, LISTED).map(({ path }) => `  ${path}`),
    ...(more > 0 ? [`  and ${count(more, 'more file')}`] : []),
  ];
}
