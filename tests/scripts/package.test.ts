import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { engineDir } from '#io/machine/engine.ts';
import { listFiles } from '#io/machine/files.ts';
import { digest } from '#kb/values/digest.ts';
import { commandEnv, type Ran } from '../run.ts';
import { sharedSite } from '../site/small-site.ts';

let project: string;
let engine: string;
let before: Map<string, string>;
/** Built by the repository. */
let site: string;

/** A project that has the package installed, with what it depends on and nothing else. */
beforeAll(async () => {
  project = join(inject('sharedFolder'), 'project');
  const packages = join(project, 'node_modules');
  engine = join(packages, 'ohje/lib');
  await node([join(engineDir, 'scripts/package.ts'), join(packages, 'ohje')], engineDir);
  const own = JSON.parse(await readFile(join(engineDir, 'package.json'), 'utf8'));
  await linkPackages(Object.keys(own.dependencies), packages);
  await writeFile(join(project, 'package.json'), '{ "private": true }');
  site = await sharedSite();
  for (const name of ['content', 'components'])
    await cp(join(site, '..', name), join(project, name), { recursive: true });
  before = await digests(engine);
});

const ohje = (...words: string[]): Promise<Ran> => node([join(engine, 'scripts/ohje.js'), ...words], project);

describe('the package', () => {
  it('contains what its modules import, and names every package they use', async () => {
    const { dependencies } = JSON.parse(await readFile(join(engine, 'package.json'), 'utf8'));
    // Loaded only by the commands that need them, with a message that says how to install them.
    const optional = ['playwright-core', '@sparticuz/chromium', '@modelcontextprotocol/server', 'pdfjs-dist'];
    const known = new Set([...Object.keys(dependencies), ...optional]);
    const missing: string[] = [];
    const modules = [...before.keys()].filter((file) => /\.(?:js|mjs|astro)$/.test(file));
    for (const file of modules)
      for (const name of importsOf(await readFile(join(engine, file), 'utf8'))) {
        if (/^(?:node|astro|virtual):/.test(name) || builtinModules.includes(name)) continue;
        if (name.startsWith('#theme/') || name === '#code-articles') continue;
        if (name.startsWith('.') || name.startsWith('#')) {
          const path = name.startsWith('#') ? `src/${name.slice(1)}` : join(dirname(file), name);
          if (!before.has(path)) missing.push(`${file}: ${name}`);
        } else if (!known.has(/^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? '')) missing.push(`${file}: ${name}`);
      }
    expect(modules.length).toBeGreaterThan(300);
    expect(missing).toEqual([]);
  });

  it('lists its commands, without those of the repository', async () => {
    const { code, stdout } = await ohje('--help');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ {2}check {2,}Find all problems/m);
    expect(stdout).not.toMatch(/^ {2}(?:bench|docs|sbom|package|prepack) /m);
  });

  it('explains an unknown command', async () => {
    expect(await ohje('chekc')).toMatchObject({ code: 2, stderr: expect.stringContaining('Did you mean "check"?') });
  });

  it('names other commands as they can be typed, with npm scripts and without', async () => {
    expect((await ohje('check', '--jsn')).stderr).toContain('run: npx ohje check --help');
    const inScript = { npm_lifecycle_event: 'check' };
    const { stderr } = await node([join(engine, 'scripts/ohje.js'), 'check', '--jsn'], project, inScript);
    expect(stderr).toContain('run: npm run check -- --help');
  });

  it('builds the same site as the repository, byte for byte', async () => {
    const built = await ohje('build', '--today', '2026-11-15', '--site', 'https://help.pilvi.example/');
    expect(built).toMatchObject({ code: 0, stderr: '' });
    expect(await digests(join(project, 'dist'))).toEqual(await digests(site));
  });

  it('keeps what it writes in the project, out of git, and nothing in its own folder', async () => {
    expect(await digests(engine)).toEqual(before);
    expect(await readFile(join(project, '.ohje/.gitignore'), 'utf8')).toBe('*\n');
  });
});

describe('the package for npm create ohje', () => {
  it('starts a help center with the packages it names, and depends on the engine of its version', async () => {
    // As npm puts it: away from the engine and from what only the engine needs.
    const folder = join(inject('sharedFolder'), 'create');
    const bin = join(folder, 'node_modules/create-ohje/scripts/create-ohje.js');
    await cp(join(project, 'node_modules/ohje/create-ohje'), join(folder, 'node_modules/create-ohje'), {
      recursive: true,
    });
    const own = JSON.parse(await readFile(join(folder, 'node_modules/create-ohje/package.json'), 'utf8'));
    await linkPackages(Object.keys(own.dependencies), join(folder, 'node_modules'));
    const ran = await node([bin, 'help', '--name', 'Acme', '--locales', 'en,de', '--brand', '#0a7cff'], folder);
    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const made = JSON.parse(await readFile(join(folder, 'help/package.json'), 'utf8'));
    expect(made.dependencies).toMatchObject({ ohje: `^${own.version}` });
    expect(made.scripts).toMatchObject({ build: 'ohje build', move: 'ohje move' });
    expect(own.dependencies).not.toHaveProperty('astro');
    expect((await node([bin, '--help'], folder)).stdout).toContain('npm create ohje DIR [options]');
  });
});

async function linkPackages(names: readonly string[], folder: string): Promise<void> {
  for (const name of names) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await symlink(join(engineDir, 'node_modules', name), join(folder, name), 'junction');
  }
}

async function digests(folder: string): Promise<Map<string, string>> {
  const files = (await listFiles(folder)).sort();
  return new Map(
    await Promise.all(files.map(async (file) => [file, digest(await readFile(join(folder, file)))] as const)),
  );
}

function importsOf(source: string): string[] {
  return ts.preProcessFile(source, true, true).importedFiles.map(({ fileName }) => fileName.split('?')[0] ?? '');
}

function node(words: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): Promise<Ran> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      words,
      { cwd, env: commandEnv({ npm_lifecycle_event: undefined, ...env }) },
      (error, stdout, stderr) => done({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr }),
    );
  });
}
