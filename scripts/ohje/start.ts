import { enableCompileCache } from 'node:module';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { engineDir } from '#io/machine/engine.ts';
import { failureText, isOfMachine } from '../shared/failures.ts';
import { copyEngine } from './copy-engine.ts';
import { projectFolder } from './project-folder.ts';

/** Runs the command on the command line with the project's copy of the engine. */
export async function start(): Promise<void> {
  const home = join(projectFolder(process.cwd()), '.ohje');
  const folder = await copyEngine(engineDir, home).catch((error: unknown) => {
    if (!isOfMachine(error)) throw error;
    process.stderr.write(`Ohje couldn't write its working folder .ohje: ${failureText(error)}\n`);
    process.exitCode = 1;
  });
  if (folder === undefined) return;
  // Commands import much, so what is compiled for one is kept for the next.
  enableCompileCache(join(home, 'compiled'));
  // A new project depends on the engine in the same way.
  process.env.OHJE_PACKAGE = engineDir;
  const file = join(folder, 'scripts/ohje', `run${extname(import.meta.filename)}`);
  const { run } = (await import(pathToFileURL(file).href)) as typeof import('./run.ts');
  await run(process.argv.slice(2));
}
