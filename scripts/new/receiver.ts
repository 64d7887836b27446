import { join, resolve } from 'node:path';
import { readSiteSetup, type SiteSetup } from '#io/content/read-site-setup.ts';
import { createFolder, writeFiles } from '#io/machine/atomic-write.ts';
import { engineDir } from '#io/machine/engine.ts';
import { readText } from '#io/machine/files.ts';
import { makeTextLookup } from '#kb/content/interface-texts.ts';
import { findingsText } from '#report/findings-text.ts';
import { failureText, NOTHING, Refusal, UsageError } from '../shared/failures.ts';
import { nameOf } from '../shared/paths.ts';
import type { ReceiverName } from './receiver-names.ts';

const sources = join(engineDir, 'scripts/new/receivers');

/** Where each program goes in the folder that is written. */
const programs: Record<ReceiverName, string> = {
  cloudflare: 'worker.mjs',
  netlify: 'netlify/functions/ohje-receiver.mjs',
  vercel: 'api/ohje-receiver.mjs',
  php: 'ohje-receiver.php',
  node: 'receiver.mjs',
};

const wrangler = `name = "ohje-receiver"
main = "worker.mjs"
compatibility_date = "2026-01-01"

[[d1_databases]]
binding = "DB"
database_name = "ohje-events"
database_id = "COPY IT HERE"
`;

export interface NewReceiverOptions {
  write: string | undefined;
  site: string | undefined;
  origin: readonly string[];
  /** The content folder, absolute. */
  content: string;
}

/** What a program is written with. */
interface Settings {
  site: string;
  origins: string[];
  thanks: Record<string, [yes: string, no: string]>;
}

/** @returns what was written, and what to do next */
export async function newReceiver(name: ReceiverName, options: NewReceiverOptions): Promise<string> {
  const { setup, findings } = await readSiteSetup(options.content);
  if (!setup) throw new Refusal(`${findingsText(findings)}\n\n${NOTHING}`);
  const settings = settingsOf(setup, options);
  const files = new Map([
    [programs[name], name === 'php' ? await phpProgram(settings) : await program(`${name}.mjs`, settings)],
    ['README.md', await readme(name, settings)],
    ...(name === 'cloudflare' ? [['wrangler.toml', wrangler] as const] : []),
  ]);
  const folder = resolve(options.write ?? `ohje-receiver-${name}`);
  await createFolder(folder, (draft) => writeFiles(draft, files)).catch((error: unknown) => {
    const taken = ['EEXIST', 'ENOTEMPTY', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
    const why = taken ? `${nameOf(folder)} already exists. Name another folder with --write.` : failureText(error);
    throw new Refusal(`${why} ${NOTHING}`);
  });
  return `Wrote ${nameOf(folder)}: ${[...files.keys()].sort().join(', ')}.\nNext: follow ${nameOf(join(folder, 'README.md'))}.\n`;
}

function settingsOf({ site, texts }: SiteSetup, { site: named, origin }: NewReceiverOptions): Settings {
  const address = named ?? site.url;
  if (address === undefined)
    throw new UsageError('The address of the site is unknown. Set "url" in site.yaml, or use --site.');
  const origins = [webOrigin('--site', address), ...origin.map((one) => webOrigin('--origin', one))];
  const thanks = site.locales.map((locale): [string, [string, string]] => {
    const text = makeTextLookup(locale, texts.get(locale) ?? []);
    return [locale, [text('vote.thanks'), text('vote.sorry')]];
  });
  return {
    site: address.replace(/\/?$/, '/'),
    origins: [...new Set(origins)],
    thanks: Object.fromEntries(thanks),
  };
}

function webOrigin(option: string, address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:')
    throw new UsageError(`${option} is "${address}". Use a full address such as https://help.example.com/.`);
  return url.origin;
}

async function source(file: string): Promise<string> {
  const text = await readText(join(sources, file));
  if (text === undefined) throw new Error(`${join(sources, file)} is missing.`);
  return text;
}

/** One file that imports only what its host has: the modules of ours are written into it, each once. */
async function program(file: string, settings: Settings): Promise<string> {
  const foreign = new Set<string>();
  const parts: string[] = [];
  const seen = new Set<string>();
  const add = async (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    const lines = (name === 'settings.mjs' ? await javaScriptSettings(settings) : await source(name)).split('\n');
    const own: string[] = [];
    for (const line of lines) {
      const [, from] = /^import .* from '([^']+)';$/.exec(line) ?? [];
      if (from === undefined) own.push(line);
      else if (from.startsWith('./')) await add(from.slice(2));
      else foreign.add(line);
    }
    const isMain = name === file;
    parts.push((isMain ? own.join('\n') : own.join('\n').replace(/^export /gm, '')).trim());
  };
  // The settings are first, where people look for them.
  await add('settings.mjs');
  await add(file);
  const [first = '', ...rest] = (parts.pop() ?? '').split('\n');
  // The first line of the program says what it is.
  return `${[first, ...(foreign.size > 0 ? [[...foreign].join('\n')] : []), ...parts, rest.join('\n').trim()].join('\n\n')}\n`;
}

async function javaScriptSettings({ site, origins, thanks }: Settings): Promise<string> {
  const text = await source('settings.mjs');
  return replaceValues(text, /^( {2})(site|origins|thanks): .*,$/gm, (_, indent, key) => {
    const values: Record<string, unknown> = { site, origins, thanks };
    return `${indent}${key}: ${JSON.stringify(values[key])},`;
  });
}

async function phpProgram({ site, origins, thanks }: Settings): Promise<string> {
  const list = (texts: readonly string[]) => `[${texts.map(phpText).join(', ')}]`;
  const values: Record<string, string> = {
    site: phpText(site),
    origins: list(origins),
    thanks: `[${Object.entries(thanks)
      .map(([locale, texts]) => `${phpText(locale)} => ${list(texts)}`)
      .join(', ')}]`,
  };
  const text = await source('receiver.php');
  return replaceValues(text, /^( {4})'(site|origins|thanks)' => .*,$/gm, (_, indent, key) => {
    return `${indent}'${key}' => ${values[key]},`;
  });
}

/** @throws if a value isn't where it is expected */
function replaceValues(text: string, pattern: RegExp, write: (...found: string[]) => string): string {
  if (text.match(pattern)?.length !== 3) throw new Error('The settings of the program are not in their places.');
  return text.replace(pattern, write);
}

function phpText(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

async function readme(name: ReceiverName, { origins }: Settings): Promise<string> {
  const text = `${await source(`${name}.md`)}${await source('every.md')}`;
  return text.replace('ORIGINS', origins.map((origin) => `- ${origin}`).join('\n'));
}
