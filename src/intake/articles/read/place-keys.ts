import type { FrontMatter } from './front-matter.ts';

/** What front matter says about where a page belongs. */
export interface PlaceKeys {
  /** As written: `fi`, `pt_BR`, `Finnish`. */
  language?: string;
  /** The same in all translations of an article. */
  translationKey?: string;
  order?: number;
  /** Names of its section, outermost first. */
  categories: string[];
}

const LANGUAGE_KEYS = ['lang', 'locale', 'language'];
const TRANSLATION_KEYS = [
  'translationKey',
  'translation_key',
  'translation_id',
  'translationId',
  'lang-ref',
  'lang_ref',
];
const ORDER_KEYS = [
  'order',
  'sidebar_position',
  'weight',
  'nav_order',
  'position',
  'sidebar_order',
  'menu_order',
  'sort',
];
const CATEGORY_KEYS = ['category', 'section'];
const SUBCATEGORY_KEYS = ['sub_category', 'subcategory', 'subCategory', 'sub-category'];

/** All keys that `readPlaceKeys` reads. */
export const PLACE_KEYS = [...LANGUAGE_KEYS, ...TRANSLATION_KEYS, ...ORDER_KEYS, ...CATEGORY_KEYS, ...SUBCATEGORY_KEYS];

function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  return String(value).replace(/\s+/g, ' ').trim() || undefined;
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

function firstOf<T>(data: Record<string, unknown>, keys: readonly string[], read: (value: unknown) => T | undefined) {
  for (const key of keys) {
    const value = read(data[key]);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Starlight writes `sidebar: { order: 2 }`. */
function nestedOrder({ sidebar }: Record<string, unknown>): number | undefined {
  return typeof sidebar === 'object' && sidebar !== null && 'order' in sidebar ? numberOf(sidebar.order) : undefined;
}

export function readPlaceKeys({ data }: FrontMatter): PlaceKeys {
  const language = firstOf(data, LANGUAGE_KEYS, textOf);
  const translationKey = firstOf(data, TRANSLATION_KEYS, textOf);
  const order = firstOf(data, ORDER_KEYS, numberOf) ?? nestedOrder(data);
  const categories = [CATEGORY_KEYS, SUBCATEGORY_KEYS].map((keys) => firstOf(data, keys, textOf));
  return {
    ...(language && { language }),
    ...(translationKey && { translationKey }),
    ...(order !== undefined && { order }),
    categories: categories.filter((name) => name !== undefined),
  };
}
