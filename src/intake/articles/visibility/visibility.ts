import type { LossKind } from '../imported-site.ts';
import { readSourceDay } from './source-day.ts';
import { saysVisibility } from './visibility-keys.ts';
import { type Says, saysLabel, strictest, wordsOf } from './visibility-words.ts';

/** Who may see an article, in our words. Without any key it's for everyone. */
export interface Visibility {
  confidence?: 'work-in-progress' | 'archived';
  audience?: 'internal';
  /** `YYYY-MM-DD`, after today. */
  publishOn?: string;
  /** `YYYY-MM-DD`. */
  archiveOn?: string;
}

/** One statement of the source, for the report. */
export interface Statement {
  /** As it is written, such as `hidden: true`. */
  written: string;
  /** The top-level key, for its line. */
  key?: string;
  says: Says;
}

const STARTS = new Set(
  `publishon publishdate publishat publishedat publishedon publisheddate datepublished publishtime pubdate publicationdate
publishingdate golive golivedate goliveat goliveon releaseon embargo embargountil embargodate scheduled scheduledat
scheduledfor scheduledon scheduledate scheduleddate publishfrom publishafter availablefrom visiblefrom activefrom
validfrom postdate published publish date firstpublishedat`.split(/\s+/),
);
const ENDS = new Set(
  `expirydate expirationdate expiredate expires expireson expiresat expireat expireon expiry unpublishon unpublishdate
unpublishat unpublishedat unpublishedon archiveon archiveat archivedat archivedon archivedate archivaldate validuntil
validto visibleuntil availableuntil publishuntil publishto publishdown removeon removeat deleteon deletedat deletedon
hideafter hideon`.split(/\s+/),
);
/** Keys that hold text for readers, in which a single word says nothing, and who can edit a page at a help desk. */
const OTHERS = new Set([
  ...['title', 'description', 'summary', 'excerpt', 'slug', 'id', 'name', 'url', 'permalink', 'section', 'parent'],
  ...['permissiongroup', 'permissiongroupid', 'filename', 'path'],
]);
/** Moments that only a published page has. */
const PUBLISHED = new Set(['publishedat', 'publishedon', 'firstpublishedat']);

function compactKey(key: string): string {
  const words = wordsOf(key);
  return (words[0] === 'is' || words[0] === 'wp' ? words.slice(1) : words).join('');
}

/** All entries with their full names; lists of values stay together. */
function entriesOf(data: Record<string, unknown>, above: string, depth: number): [key: string, values: string[]][] {
  return Object.entries(data).flatMap(([name, value]): [string, string[]][] => {
    const key = above + name;
    if (value instanceof Date) return [[key, [value.toISOString()]]];
    if (Array.isArray(value)) {
      const flat = value.filter((one) => typeof one !== 'object' || one === null).map((one) => String(one ?? ''));
      const inside =
        depth > 4 ? [] : value.filter((one) => typeof one === 'object' && one !== null && !(one instanceof Date));
      const nested = inside.flatMap((one) =>
        entriesOf(Array.isArray(one) ? { item: one } : (one as Record<string, unknown>), `${key}.`, depth + 1),
      );
      return flat.length > 0 || inside.length === 0 ? [[key, flat], ...nested] : nested;
    }
    if (typeof value === 'object' && value !== null) {
      return depth > 4 ? [] : entriesOf(value as Record<string, unknown>, `${key}.`, depth + 1);
    }
    return [[key, [value === null || value === undefined ? '' : String(value)]]];
  });
}

function shown(key: string, values: readonly string[]): string {
  // What opens a page stays out of reports.
  if (/pass|token|secret|key/i.test(key)) return key;
  const value = values.join(', ').replace(/\s+/g, ' ');
  return `${key}: ${value.length > 60 ? `${value.slice(0, 60)}…` : value}`;
}

function startSays(key: string, value: string, today: string): { says?: Says; publishOn?: string } {
  const day = readSourceDay(value);
  if (day) return day.from > today ? { publishOn: day.from } : {};
  if (compactKey(key) !== 'date') return { says: saysVisibility(key, [value]) ?? 'unclear' };
  // A date in words is a problem only if it can be ahead.
  const years = [...value.matchAll(/\d{4}/g)].map(Number);
  return years.some((year) => year >= Number(today.slice(0, 4))) ? { says: 'unclear' } : {};
}

/**
 * Reads who may see a page from its metadata, whatever system wrote it.
 *
 * @param data front matter or the record of an export; the values of one key can be nested
 * @param today `YYYY-MM-DD`; what starts later is scheduled
 * @returns with `keys`, the top-level keys that were understood
 */
export function readVisibility(
  data: Record<string, unknown>,
  today: string,
): { visibility: Visibility; statements: Statement[]; keys: Set<string> } {
  const statements: Statement[] = [];
  const keys = new Set<string>();
  let publishOn: string | undefined;
  let archiveOn: string | undefined;
  for (const [key, values] of entriesOf(data, '', 0)) {
    const [value = ''] = values;
    const top = key.split('.')[0] ?? key;
    const add = (says: Says) => {
      statements.push({ written: shown(key, values), key: top, says });
      keys.add(top);
    };
    const name = compactKey(key.split('.').at(-1) ?? key);
    const isOther = OTHERS.has(name) && !key.includes('.');
    const isMoment =
      values.length === 1 &&
      value.trim() !== '' &&
      !/^(?:true|false|yes|no|on|off|[01]|null|none|never)$/i.test(value.trim());
    if (isMoment && ENDS.has(name)) {
      const day = readSourceDay(value);
      if (!day) add('unclear');
      else if (archiveOn === undefined || day.until < archiveOn) archiveOn = day.until;
      if (day) add(day.until <= today ? 'archived' : 'public');
      continue;
    }
    if (isMoment && STARTS.has(name)) {
      const start = startSays(key, value, today);
      if (start.says && start.says !== 'public') add(start.says);
      if (start.publishOn && (publishOn === undefined || start.publishOn > publishOn)) publishOn = start.publishOn;
      if (start.publishOn) add('public');
      continue;
    }
    if (PUBLISHED.has(name) && /^(?:null|none)?$/i.test(value.trim())) {
      add('hidden');
      continue;
    }
    const says = isOther ? undefined : saysVisibility(key, values);
    if (says !== undefined) keys.add(top);
    if (says !== undefined && says !== 'public') add(says);
    if (says !== undefined || isOther) continue;
    const labels = values.flatMap((one) => one.split(/[,;|]/)).map(saysLabel);
    const label = labels.find((one) => one !== undefined);
    if (label) add(label);
  }
  return { visibility: visibilityOf(statements, publishOn, archiveOn), statements, keys };
}

export function laterDay(one: string | undefined, other: string | undefined): string | undefined {
  return one !== undefined && (other === undefined || one > other) ? one : other;
}

/** A statement that says nothing else: `status: scheduled`, `scheduled: true`, `_scheduled/`, `lids.scheduled.md`. */
const SCHEDULED =
  /^_?scheduled\/$|^[^.]*\.scheduled\.\w+$|(?:^|\.)scheduled: (?:true|yes|on|1)$|: (?:scheduled|future)$/i;

/** What several statements mean together for an article. */
export function visibilityOf(statements: readonly Statement[], publishOn?: string, archiveOn?: string): Visibility {
  // A scheduled article is finished; its day says when it's public.
  const isScheduled = ({ says, written }: Statement) => says !== 'archived' && SCHEDULED.test(written);
  const worst = strictest(statements.filter((one) => !(publishOn && isScheduled(one))).map(({ says }) => says));
  const internal = statements.some(({ says }) => says === 'internal');
  return {
    ...(worst === 'archived' && { confidence: 'archived' as const }),
    ...((worst === 'hidden' || worst === 'unclear') && { confidence: 'work-in-progress' as const }),
    ...(internal && { audience: 'internal' as const }),
    ...(publishOn && { publishOn }),
    ...(archiveOn && { archiveOn }),
  };
}

/** Who can see an article and why, as a sentence for the writer; nothing for an article that is for everyone. */
export function visibilityLoss(
  { confidence, audience, publishOn, archiveOn }: Visibility,
  statements: readonly Statement[],
): { what: string; kind: LossKind; key?: string } | undefined {
  const said = [...statements].sort((a, b) => Number(b.says === 'unclear') - Number(a.says === 'unclear'));
  const unclear = said.filter(({ says }) => says === 'unclear');
  const reasons = (unclear.length > 0 ? unclear : said).map(({ written }) => `"${written}"`);
  const why = [...new Set(reasons)].join(' and ');
  const became = [
    confidence === 'archived' && 'archived',
    confidence === 'work-in-progress' && 'a work in progress',
    audience && 'for the support team only',
    !confidence && publishOn && `scheduled for ${publishOn}`,
    !confidence && archiveOn && `public until ${archiveOn}`,
  ].filter((one) => typeof one === 'string');
  if (became.length === 0) return undefined;
  const [first] = said;
  const place = first?.key === undefined ? {} : { key: first.key };
  if (unclear.length > 0) {
    const what = `The source says ${why}, which can mean that the article isn't public. It's ${became.join(' and ')} now.`;
    return { what: `${what} Decide who can see it.`, kind: 'visibility', ...place };
  }
  return { what: `The source says ${why}. The article is ${became.join(' and ')} now.`, kind: 'private', ...place };
}
