import type { PartFile } from '#build/parts/part-file.ts';
import type { Part } from '#build/parts/read-part.ts';
import type { WrongFile } from '#build/parts/write-joined.ts';
import { compareText } from '#kb/values/text.ts';
import { count } from '#report/layout/numbers.ts';

type Made = keyof PartFile['made'];

const made: Record<Made, (one: string, other: string) => [what: string, fix: string]> = {
  engine: () => ['with different versions of Ohje, a package, or Node', 'Install with npm ci on each machine.'],
  settings: () => [
    'with different settings in .env files or in variables that start with PUBLIC_',
    'Use the same on each machine.',
  ],
  theme: (one, other) => [`with the themes "${one}" and "${other}"`, 'Use the same --theme.'],
  today: (one, other) => [`for ${one} and ${other}`, 'Use the same --today.'],
  audience: (one, other) => [`for the audiences "${one}" and "${other}"`, 'Use the same --audience.'],
  address: (one, other) => [`for ${addressed(one)} and ${addressed(other)}`, 'Use the same --site.'],
  history: () => ['with different dates of articles, which come from git', 'Fetch the whole history on each machine.'],
};

/**
 * What keeps parts from being one site, a sentence or two each.
 *
 * @param parts all are compared with the first
 * @param complete whether no other part can have a language that is missing
 */
export function misfits(parts: readonly [Part, ...Part[]], complete: boolean): string[] {
  const [first, ...others] = parts;
  return [...others.flatMap((part) => differences(part, first)), ...languageFaults(parts, complete)];
}

function differences(part: Part, first: Part): string[] {
  const both = `${part.name} and ${first.name}`;
  const faults = (Object.keys(made) as Made[])
    .filter((key) => part.made[key] !== first.made[key])
    .map((key) => made[key](part.made[key], first.made[key]));
  return [
    ...faults.map(([what, fix]) => `${both} were built ${what}. ${fix}`),
    ...contentFault(part, first, both),
    ...(part.all.join() === first.all.join()
      ? []
      : [`${both} are of sites in ${part.all.join(', ')} and in ${first.all.join(', ')}. Use the same site.yaml.`]),
  ];
}

function contentFault(part: Part, first: Part, both: string): string[] {
  const articles = differentKeys(part.articles, first.articles);
  const different = [
    ...(articles.length === 0 ? [] : [exampleOf(articles, 'article')]),
    ...differentKeys(part.content, first.content),
  ];
  return different.length === 0
    ? []
    : [`${both} were built from different content: ${different.join('; ')}. Build both from the same commit.`];
}

function differentKeys(mine: Readonly<Record<string, string>>, others: Readonly<Record<string, string>>): string[] {
  const all = new Set([...Object.keys(mine), ...Object.keys(others)]);
  return [...all].filter((path) => mine[path] !== others[path]).sort(compareText);
}

function languageFaults(parts: readonly [Part, ...Part[]], complete: boolean): string[] {
  const [{ all }] = parts;
  const of = (tag: string) => parts.filter(({ locales }) => locales.includes(tag)).map(({ name }) => name);
  const missing = all.filter((tag) => of(tag).length === 0);
  return [
    ...all
      .filter((tag) => of(tag).length > 1)
      .map((tag) => `The language "${tag}" is in ${of(tag).join(' and ')}. Name only one of them.`),
    ...(missing.length === 0 || !complete
      ? []
      : [
          `No part has ${missing.map((tag) => `"${tag}"`).join(', ')}. Build what is missing with: npm run build -- --locales ${missing.join(',')}`,
        ]),
  ];
}

/** What is wrong with the files of parts, a sentence for each part. */
export function fileFaults(wrong: readonly WrongFile[]): string[] {
  const damaged = Map.groupBy(
    wrong.filter(({ other }) => !other),
    ({ part }) => part,
  );
  const different = Map.groupBy(
    wrong.filter(({ other }) => other),
    ({ part }) => part,
  );
  const example = (files: readonly WrongFile[]) =>
    exampleOf(
      files.map(({ path }) => path),
      'file',
    );
  return [
    ...[...damaged].map(
      ([{ name }, files]) => `${name} is not as it was built: ${example(files)}. Build it or fetch it again.`,
    ),
    ...[...different].map(
      ([{ name }, files]) =>
        `${name} has other files than ${files[0]?.other?.name}: ${example(files)}. Build both again on the same system.`,
    ),
  ];
}

/** `3 files, such as a.md` */
function exampleOf(paths: readonly string[], noun: string): string {
  const [first = ''] = paths;
  return paths.length === 1 ? first : `${count(paths.length, noun)}, such as ${first}`;
}

function addressed(address: string): string {
  return address === '' ? 'no address' : address;
}
