import { isData } from '#kb/values/data.ts';
import { readVisibility } from '../visibility/visibility.ts';
import { type DeskRecord, textOf } from './desk-records.ts';

/** A reason why not everyone can see an article, and what it means for us. */
export interface Hidden {
  as: 'work-in-progress' | 'archived' | 'internal' | { publishOn: string } | { archiveOn: string };
  /** Why, as the desk says it: `draft`, `only signed-in users`. */
  why: string;
  /** We don't know what the desk means by it. */
  unsure?: true;
}

const yes = /^(?:true|yes|1|on|y|t)$/i;
const no = /^(?:false|no|0|off|n|f|null|none|)$/i;

/** Whether a field says yes; nothing if it is left out, `unsure` if it says neither yes nor no. */
export function flagOf(value: unknown): boolean | 'unsure' | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : 'x';
  if (yes.test(text)) return true;
  return no.test(text) ? false : 'unsure';
}

/** Hides an article if a field says yes, or says something that isn't known. */
export function hiddenIf(record: DeskRecord, key: string, as: Hidden['as'], why: string): Hidden[] {
  const flag = flagOf(record[key]);
  if (flag === 'unsure') return [notKnown(key, record[key])];
  return flag ? [{ as, why }] : [];
}

export function notKnown(key: string, value: unknown): Hidden {
  const shown = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return { as: 'work-in-progress', why: `${key}: ${shown.slice(0, 60)}`, unsure: true };
}

const ABOUT_VISIBILITY =
  /visib|viewable|privat|privacy|hidden|restrict|access|segment|permission|audience|internal|publi[sc]|status|(?:^|_)state|draft|archiv|unlisted|secret|member|signed?_?in|login|role|expir|schedul|embargo|confidential|password|delete|trash|valid_|unpublish/i;
/** Names that look like visibility and aren't. */
const NOT_ABOUT_VISIBILITY = /_?(?:url|link|count|counts|by|by_id)$|^public_?url$/i;
const EVERYONE = /^(?:public|everyone|everybody|all|anyone|published|active|live|open|visible|0)$/i;

function saysNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value === 'object') return Object.values(value).every(saysNothing);
  return EVERYONE.test(String(value).trim()) || no.test(String(value).trim());
}

/** Days of publication, and labels, which can say that an article is private. */
const DAYS_AND_LABELS =
  /live|release|remove|hide|until|valid|available|active|from$|date$|label|tags?$|keyword|robots|index/i;
const sayings = new Map<string, boolean>();

/** Whether a field of this name can say who may see an article. There are few names and many records. */
function canSay(key: string): boolean {
  const known = sayings.get(key);
  if (known !== undefined) return known;
  const can = ABOUT_VISIBILITY.test(key) || DAYS_AND_LABELS.test(key);
  sayings.set(key, can);
  return can;
}

/**
 * Hides what has a field or label about visibility that the importer of the desk doesn't read itself, unless it says
 * nothing, or everyone. What isn't understood hides, too.
 *
 * @param known the fields that the importer of the desk reads
 * @param today `YYYY-MM-DD`
 */
export function otherVisibility(record: DeskRecord, known: ReadonlySet<string>, today: string): Hidden[] {
  // What is inside another record, such as the role of an author, isn't about this one.
  const own = Object.entries(record).filter(
    ([key, value]) => !known.has(key) && canSay(key) && (!isData(value) || ABOUT_VISIBILITY.test(key)),
  );
  const { visibility, statements, keys } = readVisibility(Object.fromEntries(own), today);
  const { publishOn, archiveOn } = visibility;
  const understood = statements.flatMap(({ says, written }): Hidden[] => {
    if (says === 'public') return [];
    if (says === 'unclear') return [{ as: 'work-in-progress', why: written, unsure: true }];
    return [{ as: says === 'hidden' ? 'work-in-progress' : says, why: written }];
  });
  const others = own
    .filter(([key]) => !keys.has(key) && ABOUT_VISIBILITY.test(key) && !NOT_ABOUT_VISIBILITY.test(key))
    .filter(([key, value]) => !saysNothing(value) && !isYesToPublic(key, value))
    .map(([key, value]) => notKnown(key, value));
  return [
    ...understood,
    ...(publishOn ? [{ as: { publishOn }, why: `published on ${publishOn}` }] : []),
    ...(archiveOn ? [{ as: { archiveOn }, why: `public until ${archiveOn}` }] : []),
    ...others,
  ];
}

function isYesToPublic(key: string, value: unknown): boolean {
  const isDate = /_at$|_on$|date/i.test(key) && /^\d{4}-/.test(textOf(value) ?? '');
  return /^(?:is_?)?(?:public|published|visible|active|live)$/i.test(key) && (flagOf(value) === true || isDate);
}
