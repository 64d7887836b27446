import { dirname, join } from 'node:path';
import { replaceFiles } from '#io/machine/atomic-write.ts';
import { readText } from '#io/machine/files.ts';
import { GitFailure, runGit } from '#io/machine/git.ts';
import { count } from '#report/layout/numbers.ts';
import { failureText, NOTHING, Refusal, UsageError } from '../shared/failures.ts';
import { migrations } from './migrations.ts';
import type { OldForm, UpgradedProject } from './old-form.ts';

interface UpgradeOptions {
  write: boolean;
  force: boolean;
  json: boolean;
}

/** Prints what to change, or changes what is safe. @returns the exit code: 1 if anything is left to do */
export async function upgrade(content: string, { write, force, json }: UpgradeOptions): Promise<number> {
  if (force && !write) throw new UsageError('--force changes files, so it needs --write.');
  const root = dirname(content);
  const project: UpgradedProject = { root, content, read: (path) => readText(join(root, path)) };
  const old: OldForm[] = [];
  for (const find of migrations) old.push(...(await find(project)));
  const safe = write ? old.filter(({ text }) => text !== undefined) : [];
  if (!force) await mustBeCommitted(root, safe);
  await replaceFiles(safe.map(({ path, text = '' }) => [join(root, path), text])).catch((error: unknown) => {
    throw new Refusal(`${failureText(error)} ${NOTHING}`);
  });
  const left = old.filter((one) => !safe.includes(one));
  if (json)
    process.stdout.write(
      `${JSON.stringify(
        left.map(({ text, ...one }) => ({ ...one, safe: text !== undefined })),
        null,
        2,
      )}\n`,
    );
  else process.stdout.write(`${[...safe.map(changedText), ...left.map(leftText), ending(safe, left)].join('\n')}\n`);
  return left.length === 0 ? 0 : 1;
}

function changedText({ path, says }: OldForm): string {
  return `Changed ${path}: ${says}`;
}

/** As findings are printed: the place, what was found, what to do. */
function leftText({ path, line, says, fix }: OldForm): string {
  return `${line === undefined ? path : `${path}:${line}`}\n  ${says}\n  ${fix}\n`;
}

function ending(safe: readonly OldForm[], left: readonly OldForm[]): string {
  if (left.length > 0) return `${count(left.length, 'thing')} to change.`;
  return safe.length > 0 ? 'Nothing else to change.' : 'Nothing to change.';
}

/** What isn't committed can't be brought back. Without git, there is nothing to compare with. */
async function mustBeCommitted(root: string, forms: readonly OldForm[]): Promise<void> {
  if (forms.length === 0) return;
  const paths = forms.map(({ path }) => path);
  const status = await runGit(root, ['status', '--porcelain', '-z', '--untracked-files=all', '--', ...paths]).catch(
    (error: unknown) => {
      if (error instanceof GitFailure) return Buffer.from('');
      throw error;
    },
  );
  const changed = status
    .toString()
    .split('\0')
    .map((entry) => entry.slice(3))
    .filter((path) => path !== '');
  if (changed.length > 0)
    throw new Refusal(
      `${changed.join(', ')}: not everything is committed. Commit your changes first, or use --force. ${NOTHING}`,
    );
}
