import { mkdir, readdir } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { createFolder } from '#io/machine/atomic-write.ts';
import { isMissing } from '#io/machine/files.ts';
import { shellQuoted } from '#kb/values/shell.ts';
import { failureText, NOTHING, Refusal, UsageError } from '../../shared/failures.ts';
import { nameOf } from '../../shared/paths.ts';
import { readCiName } from '../ci-names.ts';
import { startWorkflows } from '../workflow.ts';
import { readAnswers, type SiteOptions } from './answers.ts';
import { engineDependency } from './engine-dependency.ts';
import { copyOwn, findOwn } from './own-content.ts';
import { writeProject } from './project.ts';
import { writeStarter } from './starter.ts';

export interface NewSiteOptions extends SiteOptions {
  /** A copy of the engine's repository that contains the company's content. */
  from: string | undefined;
  /** A version or a packed engine, if not the one that runs. */
  engine: string | undefined;
}

/** Creates the project of a help center, or nothing. @returns what was written, and what to do next */
export async function newSite(dir: string, { from, engine, ...given }: NewSiteOptions): Promise<string> {
  const project = resolve(dir);
  mustBePlain(project);
  await mustBeFree(project, dir);
  const dependency = await engineDependency(engine);
  const fill = from === undefined ? await starter(dir, given) : await own(from, given.ci);
  let notes: string[] = [];
  await createFolder(project, async (draft) => {
    await mkdir(draft, { recursive: true });
    const { name, locale, ci, notes: made } = await fill(draft);
    notes = ci === undefined ? made : [...made, ...(await startWorkflows(readCiName(ci, '--ci'), draft))];
    await writeProject(draft, { folder: basename(project), name, locale, engine: dependency });
  }).catch((error: unknown) => {
    if (error instanceof Refusal || error instanceof UsageError) throw error;
    throw new Refusal(`${failureText(error)} ${NOTHING}`);
  });
  const steps = [`cd ${shellQuoted(nameOf(project))}`, 'npm install', 'npm run dev'];
  return [`Wrote ${nameOf(project)}.`, ...notes, '', 'Next:', ...steps.map((step) => `  ${step}`), ''].join('\n');
}

/** What fills a new project with content and themes. */
type Fill = (draft: string) => Promise<{ name: string; locale: string; ci: string | undefined; notes: string[] }>;

async function starter(dir: string, given: SiteOptions): Promise<Fill> {
  const answers = await readAnswers(dir, given);
  return async (draft) => ({
    name: answers.name,
    locale: answers.locales[0],
    ci: answers.ci,
    notes: await writeStarter(draft, answers),
  });
}

async function own(from: string, ci: string | undefined): Promise<Fill> {
  if (ci !== undefined) readCiName(ci, '--ci');
  const found = await findOwn(resolve(from), from);
  return async (draft) => ({ ...found.site, ci, notes: await copyOwn(found, draft) });
}

/** Vite reads these as the end of a file's path. */
function mustBePlain(project: string): void {
  const [found] = /[#?]/.exec(project) ?? [];
  if (found !== undefined)
    throw new UsageError(
      `The path "${project}" contains "${found}", so no site can be built there. Name another folder.`,
    );
}

// Never overwrites what someone has written.
async function mustBeFree(project: string, named: string): Promise<void> {
  const existing = await readdir(project).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw new Refusal(`${named} isn't a folder that can be opened. Name another one. ${NOTHING}`);
  });
  if (existing.length > 0) throw new Refusal(`${named} isn't empty. Name a new folder. ${NOTHING}`);
}
