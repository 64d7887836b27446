import { relative, resolve } from 'node:path';
import { type Part, readPart } from '#build/parts/read-part.ts';
import { writeJoined } from '#build/parts/write-joined.ts';
import type { Claim } from '#io/machine/claim-folder.ts';
import { fileWriter } from '#io/machine/file-writer.ts';
import { onceEach } from '#io/machine/files.ts';
import { shellQuoted } from '#kb/values/shell.ts';
import { count } from '#report/layout/numbers.ts';
import { Refusal, UsageError } from '../shared/failures.ts';
import { contentOption } from '../shared/options.ts';
import { callOf } from '../shared/paths.ts';
import type { Progress } from '../shared/progress.ts';
import { fileFaults, misfits } from './misfits.ts';
import { mustBeReplaceable } from './replaceable.ts';

/** What is put together. */
interface Joining {
  /** The folders of the parts, as they were named. */
  names: readonly string[];
  /** As it was named. */
  out: string;
  /** In milliseconds of `performance.now`. */
  started: number;
  progress: Progress;
}

/**
 * Parts are as they were built, so nothing but their names and the folder of the site can be chosen.
 *
 * @param options all others, as they were read
 * @throws UsageError
 */
export function mustOnlyJoin(options: Readonly<Record<string, unknown>>, parts: readonly string[]): void {
  const unset = { content: contentOption.read(contentOption.default), audience: 'public' } as Record<string, unknown>;
  const given = Object.keys(options).filter((name) => (options[name] || unset[name]) !== unset[name]);
  const mistakes = [
    ...given.map((name) => `--${name} has no use with --join. Give it to each build of a part instead.`),
    ...(parts.length === 0 ? ['Option --join needs the folders of the parts, such as dist-parts/*.'] : []),
  ];
  if (mistakes.length > 0) throw new UsageError(mistakes.join('\n'));
}

/**
 * Puts parts together to the site that one build of all languages makes.
 *
 * @returns the exit code
 */
export async function joinInto(claim: Claim, { names, out, started, progress }: Joining): Promise<number> {
  const outDir = resolve(out);
  await mustBeReplaceable(outDir, out, 'a built site');
  progress.show('Reading the parts');
  const read = await Promise.all(
    onceEach(names).map(async (name) => ({ name, part: await readPart(name, resolve(name)) })),
  );
  const faults = read.flatMap(({ name, part }) => unreadable(name, part));
  const [first, ...others] = read.flatMap(({ part }) => (typeof part === 'string' ? [] : [part]));
  if (!first) throw refusal(faults, out);
  const parts = [first, ...others] as const;
  // Parts that can't be read could have what is missing.
  faults.push(...misfits(parts, faults.length === 0));
  const all = parts.reduce((sum, { there }) => sum + there.length, 0);
  const wrong = await writeJoined(parts, fileWriter(claim.draft, outDir), (done) =>
    progress.show('Putting the parts together', done / all),
  );
  // Parts that don't fit have other files, too.
  faults.push(...fileFaults(faults.length === 0 ? wrong : wrong.filter(({ other }) => !other)));
  if (faults.length > 0) throw refusal(faults, out);
  await claim.replace();
  progress.clear();
  const pages = parts.reduce((sum, part) => sum + part.pages, 0);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(
    `Put ${count(parts.length, 'part')} together: ${count(pages, 'article page')} in ${count(first.all.length, 'language')} in ${relative(process.cwd(), outDir) || '.'} (${seconds} s).

To view the site, run: ${callOf('preview', out === 'dist' ? '' : ` --out ${shellQuoted(out)}`)}
`,
  );
  return 0;
}

function unreadable(name: string, part: Part | string): string[] {
  if (part === 'missing')
    return [`${name} isn't a part: it has no part.json. Name the folders that builds with --locales wrote.`];
  return part === 'unreadable'
    ? [`${name} can't be read: its part.json is damaged, or of another version of Ohje. Build it again.`]
    : [];
}

function refusal(faults: readonly string[], out: string): Refusal {
  const lines = faults.map((fault) => `- ${fault}`).join('\n');
  return new Refusal(`The parts can't be put together:\n${lines}\n\nNothing was built. ${out} is unchanged.`);
}
