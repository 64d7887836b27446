import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { writeFiles } from '#io/machine/atomic-write.ts';
import { asciiFileName } from '#kb/values/file-name.ts';
import { commandFiles } from '../../shared/load-commands.ts';
import { editorFiles } from './editor.ts';
import type { EngineDependency } from './engine-dependency.ts';

/** Commands for people who work on the engine. */
const engineOnly = ['bench', 'docs', 'lint:prose', 'sbom'];

/** The commands that a project has a script for. */
export async function projectCommands(): Promise<string[]> {
  return [...(await commandFiles()).keys()].filter((one) => !engineOnly.includes(one));
}

/** What commands write, and no one edits. */
export const ignoredByGit = ['node_modules/', 'dist/', 'dist-internal/', 'dist-parts/', '.ohje/', '.reports/'];

/** What the files around the content need to know. */
interface Project {
  folder: string;
  name: string;
  locale: string;
  engine: EngineDependency;
}

/** Writes what a project has around its content and themes. */
export async function writeProject(draft: string, { folder, name, locale, engine }: Project): Promise<void> {
  const commands = await projectCommands();
  const readme = await readFile(join(import.meta.dirname, 'starter/README.md'), 'utf8');
  await writeFiles(draft, [
    ['package.json', packageJson(packageName(folder), commands, engine.spec)],
    ['README.md', readme.replaceAll('{{name}}', name).replaceAll('{{locale}}', locale)],
    // npm leaves files with these names out of packages, or reads them itself.
    ['.gitignore', [...ignoredByGit, '.DS_Store', '*.log', ''].join('\n')],
    ...(await editorFiles()),
    ['tsconfig.json', typesConfig],
    ['pnpm-workspace.yaml', pnpmSettings],
  ]);
  await engine.bring?.(draft);
}

/** npm updates no package from a project of the same name. */
function packageName(folder: string): string {
  const name = asciiFileName(folder, 'help-center');
  return name === 'ohje' ? 'ohje-help-center' : name;
}

function packageJson(name: string, commands: readonly string[], engine: string): string {
  // With an older Node on the machine, npm installs a newer one for this project alone.
  const isOld = Number(/node\/v(\d+)/.exec(process.env.npm_config_user_agent ?? '')?.[1] ?? 22) < 22;
  return json({
    name,
    private: true,
    type: 'module',
    scripts: Object.fromEntries(commands.map((command) => [command, `ohje ${command}`])),
    dependencies: { ...(isOld ? { node: '^24.9.0' } : {}), ohje: engine },
    allowScripts: isOld ? { node: true, ...installScripts } : installScripts,
  });
}

/**
 * Packages whose program that runs at installation isn't needed: what it would build comes with the package. npm warns
 * about those that aren't listed, and pnpm fails.
 */
const installScripts = { esbuild: false, koffi: false };

const pnpmSettings = `# Which packages can run a program when pnpm installs them. These work without, except Node itself.
${stringify({ allowBuilds: { node: true, ...installScripts } })}`;

/** Shows editors what the engine gives to the parts of a theme. */
const typesConfig = json({
  compilerOptions: {
    strict: true,
    noEmit: true,
    target: 'esnext',
    module: 'esnext',
    moduleResolution: 'bundler',
    allowImportingTsExtensions: true,
    paths: { '#ui/*': ['./node_modules/ohje/lib/src/ui/*'] },
  },
  include: ['themes', 'components'],
});

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
