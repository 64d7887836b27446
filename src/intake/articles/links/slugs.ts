import { slug } from 'github-slugger';

const GOOD_SLUG = /^[\p{Ll}\p{Lo}\p{Lm}\p{Nd}]+(?:[-_.][\p{Ll}\p{Lo}\p{Lm}\p{Nd}]+)*$/u;

/** Notion puts the number of a page behind its name: 32 hexadecimal digits. */
const NOTION_NUMBER = /(?<=\S)(?:\s|%20)+[\da-f]{32}$/i;

/** Whether a file or folder was exported from Notion, by its name. */
export function isNotionName(name: string): boolean {
  return NOTION_NUMBER.test(name);
}

function withoutNumber(name: string): string {
  return name.replace(NOTION_NUMBER, '');
}

/**
 * The last part of an address for a file or folder name. A name that is a good slug once lower-cased is kept;
 * letters outside the Latin alphabet stay. `fallback` is for names without any letter or digit.
 */
export function slugOfName(name: string, fallback: string): string {
  const lower = withoutNumber(name).normalize('NFC').toLowerCase();
  if (GOOD_SLUG.test(lower)) return lower;
  // Dropping the dot in "3.3 V" or "v1.2", as github-slugger does, would make another number.
  const made = slug(lower.replace(/[.\s]+/g, ' '))
    .replace(/[^\p{Ll}\p{Lo}\p{Lm}\p{M}\p{Nd}_-]+/gu, '')
    .replace(/-{2,}/g, '-')
    .replace(/^[-_\p{M}]+|[-_]+$/gu, '');
  return made || fallback;
}

/** A heading for a file or folder name: the name itself, or its words if it is a slug. */
export function titleOfName(fileName: string): string {
  const name = withoutNumber(fileName);
  const words = /\s|\p{Lu}/u.test(name) && !/^[\p{L}\p{N}]+(?:[-_][\p{L}\p{N}]+)+$/u.test(name);
  if (words) return name.trim();
  const spaced = name
    .replace(/^\d+[-_.](?=\p{L})/u, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return spaced ? spaced[0]?.toUpperCase() + spaced.slice(1) : name;
}

/** `slug`, or the first of `slug-2`, `slug-3`, … that `taken` does not hold. Does not change `taken`. */
export function freeName(slug: string, taken: (candidate: string) => boolean): string {
  if (!taken(slug)) return slug;
  let count = 2;
  while (taken(`${slug}-${count}`)) count += 1;
  return `${slug}-${count}`;
}
