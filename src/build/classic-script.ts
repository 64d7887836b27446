import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { engineDir } from '#io/machine/engine.ts';

/** The script of the results page in a bundle that is opened from a folder. */
export const offlineSearchModule = fileURLToPath(import.meta.resolve('../ui/client/offline/offline.ts'));

/**
 * A module and all that it imports as one classic script, which also a page that is a file can run.
 *
 * @param name the global that gets what it exports
 */
export async function classicScript(file: string, name?: string): Promise<string> {
  const made = await build({
    root: engineDir,
    configFile: false,
    logLevel: 'error',
    base: './',
    build: {
      write: false,
      copyPublicDir: false,
      modulePreload: false,
      rollupOptions: {
        input: file,
        ...(name !== undefined && { preserveEntrySignatures: 'strict' as const }),
        output: { format: 'iife', ...(name !== undefined && { name }) },
      },
    },
  });
  const [output] = [made].flat();
  const chunk = output && 'output' in output ? output.output.find((one) => one.type === 'chunk') : undefined;
  if (chunk?.type !== 'chunk') throw new Error(`${file} could not be made a classic script.`);
  return chunk.code;
}
