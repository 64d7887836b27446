import { compareText } from '#kb/values/text.ts';

/** The parts of `package-lock.json` that are read. */
export interface Lock {
  packages: Readonly<Record<string, { version?: string; license?: string; dev?: boolean; link?: boolean }>>;
}

export interface ShippedPackage {
  name: string;
  version: string;
  /** An expression of SPDX, such as `MIT` or `(MIT OR Apache-2.0)`. */
  license: string;
}

/** Packages that only say "BSD", with the license in their `LICENSE` file, which someone has read. */
const readByHand = new Map([['duck@0.1.12', 'BSD-2-Clause']]);

/** Every package that a user of Ohje installs, on any system, sorted: all except those for its developers. */
export function shippedPackages({ packages }: Lock): ShippedPackage[] {
  const shipped = Object.entries(packages).flatMap(([path, { version = '', license = 'unknown', dev, link }]) => {
    if (path === '' || dev || link) return [];
    const name = path.slice(path.lastIndexOf('node_modules/') + 13);
    return [{ name, version, license: readByHand.get(`${name}@${version}`) ?? license }];
  });
  const once = new Map(shipped.map((one) => [`${one.name}@${one.version}`, one]));
  return [...once.entries()].sort(([a], [b]) => compareText(a, b)).map(([, one]) => one);
}

/**
 * Licenses under which a package can be installed with Ohje and used by it, unchanged, for any purpose. The LGPL and the
 * MPL are among them because these packages stay separate files that anyone can replace.
 */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MPL-2.0',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** Whether an expression of SPDX allows it: all parts of an AND, one part of an OR. */
export function isAllowed(license: string): boolean {
  const text = license.trim();
  const inner = /^\(([^()]*)\)$/.exec(text)?.[1];
  if (inner !== undefined) return isAllowed(inner);
  if (/\sOR\s/.test(text)) return text.split(/\sOR\s/).some(isAllowed);
  return text.split(/\sAND\s/).every((part) => allowed.has(part.trim()));
}
