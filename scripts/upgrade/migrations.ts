import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { github } from '#build/ci/github.ts';
import { gitlab } from '#build/ci/gitlab.ts';
import { checkContent } from '#io/check-content.ts';
import { shellQuoted } from '#kb/values/shell.ts';
import { editorFiles } from '../new/site/editor.ts';
import { ignoredByGit, projectCommands } from '../new/site/project.ts';
import { addToJson, readJson } from './add-to-json.ts';
import type { Migration } from './old-form.ts';

const CHANGE_IT = 'To change it, run: npm run upgrade -- --write';

/** Before the engine was a package, a company worked in a copy of its repository. */
const copyOfRepository: Migration = async ({ root, read }) => {
  const manifest = readJson((await read('package.json')) ?? '');
  const isCopy = manifest?.name === 'ohje' && existsSync(join(root, 'src/kb')) && existsSync(join(root, 'scripts'));
  if (!isCopy) return [];
  const fresh = shellQuoted(`../${basename(root)}-help`);
  return [
    {
      path: 'package.json',
      says: 'Your content is in a copy of the whole Ohje repository, which an upgrade changes.',
      fix: `To move it into a project of its own, run: npm run new -- site ${fresh} --from .`,
    },
  ];
};

/** A project has a script for each command that its version had when it was started. */
const missingCommands: Migration = async ({ read }) => {
  const text = (await read('package.json')) ?? '';
  const manifest = readJson(text);
  if (manifest?.name === 'ohje') return [];
  const depends = [manifest?.dependencies, manifest?.devDependencies].some((list) => hasKey(list, 'ohje'));
  if (!depends) return [];
  const scripts = (manifest?.scripts ?? {}) as Record<string, unknown>;
  const lines = Object.values(scripts).map(String);
  const missing = (await projectCommands()).filter(
    (name) =>
      !Object.hasOwn(scripts, name) && !lines.some((line) => line.split(/\s+/).join(' ').includes(`ohje ${name}`)),
  );
  if (missing.length === 0) return [];
  const fresh = addToJson(text, 'scripts', Object.fromEntries(missing.map((name) => [name, `ohje ${name}`])));
  return [
    {
      path: 'package.json',
      says: `${missing.length === 1 ? 'The script' : 'The scripts'} ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing.`,
      fix: fresh === undefined ? 'Add "NAME": "ohje NAME" for each to "scripts".' : CHANGE_IT,
      ...(fresh !== undefined && { text: fresh }),
    },
  ];
};

/** Editors complete a YAML file if their settings name its schema. */
const missingSchemas: Migration = async ({ read }) => {
  const path = '.vscode/settings.json';
  const text = await read(path);
  const written = new Map(await editorFiles()).get(path) ?? '{}';
  if (text === undefined) return [];
  const key = 'yaml.schemas';
  const settings = readJson(text);
  if (!settings) return [];
  const known = Object.keys((settings[key] ?? {}) as object);
  const wanted = Object.entries((readJson(written)?.[key] ?? {}) as Record<string, unknown>);
  const missing = wanted.filter(([schema]) => !known.includes(schema));
  // Someone who uses none of the schemas has decided so.
  if (missing.length === 0 || missing.length === wanted.length) return [];
  const fresh = addToJson(text, key, Object.fromEntries(missing));
  if (fresh === undefined) return [];
  const names = missing.map(([schema]) => basename(schema, '.json'));
  return [{ path, says: `Your editor doesn't know the schemas ${names.join(', ')} yet.`, fix: CHANGE_IT, text: fresh }];
};

/** What commands write is not part of a project. */
const missingIgnores: Migration = async ({ root, read }) => {
  const manifest = readJson((await read('package.json')) ?? '');
  if (manifest === undefined || manifest.name === 'ohje' || !existsSync(join(root, '.git'))) return [];
  const path = '.gitignore';
  const text = (await read(path)) ?? '';
  const plain = (line: string) =>
    line
      .trim()
      .replace(/^(?:\*\*)?\//, '')
      .replace(/\/(?:\*\*?)?$/, '');
  const known = new Set(text.split('\n').map(plain));
  const missing = ignoredByGit.filter((line) => !known.has(plain(line)));
  if (missing.length === 0) return [];
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const start = text === '' || text.endsWith('\n') ? text : `${text}${newline}`;
  return [
    {
      path,
      says: `${missing.join(', ')} ${missing.length === 1 ? "isn't" : "aren't"} ignored by git.`,
      fix: CHANGE_IT,
      text: `${start}${missing.map((line) => line + newline).join('')}`,
    },
  ];
};

/** Workflows can have changes of the company's, so they are never changed here. */
const oldWorkflows: Migration = async ({ read }) => {
  const old = [];
  for (const [name, { files }] of Object.entries({ github, gitlab }))
    for (const { path, text } of files) {
      const own = await read(path);
      if (own === undefined || own.replaceAll('\r\n', '\n') === text) continue;
      old.push({
        path,
        says: 'The workflow is different from the one that this version writes.',
        fix: `If you changed nothing in it, run: npm run new -- workflow ${name} --write . --force`,
      });
    }
  return old;
};

/** What this version refuses, an earlier one may have accepted. */
const contentErrors: Migration = async ({ root, content }) => {
  const { findings } = await checkContent(content, undefined);
  const folder = content.slice(root.length + 1).replaceAll('\\', '/');
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ path, line, says, fix }) => ({
      path: path.startsWith('themes/') ? path : `${folder}/${path}`,
      line,
      says,
      fix,
    }));
};

/** In the order in which they are printed. */
export const migrations: readonly Migration[] = [
  copyOfRepository,
  missingCommands,
  missingSchemas,
  missingIgnores,
  oldWorkflows,
  contentErrors,
];

function hasKey(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
}
