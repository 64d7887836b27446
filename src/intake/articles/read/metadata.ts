import type { Metadata } from '../collection.ts';
import type { Report } from '../imported-site.ts';
import { readBodyProperties } from '../visibility/body-properties.ts';
import type { PathVisibility } from '../visibility/private-paths.ts';
import { laterDay, readVisibility, visibilityLoss, visibilityOf } from '../visibility/visibility.ts';
import type { FrontMatter } from './front-matter.ts';
import { PLACE_KEYS } from './place-keys.ts';

/** The address at a help desk, as its API calls it. */
const URL_KEYS = ['html_url', 'htmlUrl', 'web_url', 'public_url', 'original_url', 'old_url', 'source_url'];
const KNOWN_KEYS = new Set([
  ...['title', 'description', 'summary', 'excerpt', 'tags', 'keywords', 'labels', 'aliases', 'owner', 'reviewed'],
  ...['lastReviewed', 'last_reviewed', 'reviewed_at', 'reviewedAt', 'id', 'article_id'],
  ...['hero', 'features', 'banner'],
  ...['articleId', 'slug', 'permalink', 'url', 'redirect_from', 'redirectFrom'],
  ...URL_KEYS,
]);
const REVIEW_KEYS = ['reviewed', 'lastReviewed', 'last_reviewed', 'reviewed_at', 'reviewedAt'];

function text(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  return String(value).replace(/\s+/g, ' ').trim() || undefined;
}

function texts(value: unknown): string[] {
  const list = Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [value];
  return list.map(text).filter((entry) => entry !== undefined);
}

function realDay(value: string): string | undefined {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(value)?.[0];
  if (!day) return undefined;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : undefined;
}

function readReviewed({ data, lineOf }: FrontMatter, report: Report): string | undefined {
  const key = REVIEW_KEYS.find((name) => data[name] !== undefined && data[name] !== null);
  if (!key) return undefined;
  const written = data[key];
  const shown = written instanceof Date ? written.toISOString() : (text(written) ?? '');
  const day = realDay(shown);
  if (!day) report(lineOf(key), `The review date "${shown}" isn't a date like 2026-01-31 and was left out.`);
  return day;
}

const plain = (key: string) => key.toLowerCase().replace(/[-_ ]/g, '');
const BY_PLAIN_NAME = new Map([...KNOWN_KEYS].reverse().map((key) => [plain(key), key]));

/** The keys as we know them: `Title` and `Last-Reviewed` are `title` and `lastReviewed`. */
function withKnownNames(data: Record<string, unknown>): Record<string, unknown> {
  const named = Object.entries(data).map(
    ([key, value]) => [KNOWN_KEYS.has(key) ? key : (BY_PLAIN_NAME.get(plain(key)) ?? key), value] as const,
  );
  // A key that is written our way wins.
  return {
    ...Object.fromEntries(named),
    ...Object.fromEntries(Object.entries(data).filter(([key]) => KNOWN_KEYS.has(key))),
  };
}

/**
 * Reads the front matter keys of help desks, Jekyll, Hugo and Docusaurus, and who may see the page.
 * `report` gets values that cannot be used; unknown keys are returned for the caller to count.
 *
 * @param ofPath what the path of the file says about its visibility
 * @param today `YYYY-MM-DD`
 */
export function readMetadata(front: FrontMatter, ofPath: PathVisibility, today: string, report: Report): Metadata {
  const { lineOf } = front;
  const data = withKnownNames(front.data);
  const read = readVisibility({ ...readBodyProperties(front.body), ...front.data }, today);
  const statements = [...read.statements, ...ofPath.statements];
  const { archiveOn } = read.visibility;
  const visibility = visibilityOf(statements, laterDay(read.visibility.publishOn, ofPath.publishOn), archiveOn);
  const restricted = visibilityLoss(visibility, statements);
  if (restricted)
    report(restricted.key === undefined ? undefined : lineOf(restricted.key), restricted.what, restricted.kind);
  // Hugo and Jekyll write addresses under `aliases`, note apps write other names.
  const aliases = texts(data.aliases);
  const written = ['permalink', 'url', ...URL_KEYS, 'slug', 'redirect_from', 'redirectFrom'].flatMap((key) => {
    const patterned = texts(data[key]).filter((path) => /[:{}]/.test(path) && !path.includes('://'));
    for (const path of patterned) report(lineOf(key), `The address "${path}" is a pattern and was left out.`);
    return texts(data[key]).filter((path) => !patterned.includes(path));
  });
  const addresses = [...written, ...aliases.filter((alias) => alias.includes('/'))].map((address) =>
    address.replace(/^https?:\/\/[^/]+(?=\/)/, ''),
  );
  const urls = URL_KEYS.flatMap((key) => texts(data[key])).filter((url) => url.includes('://'));
  const number = [data.id, data.article_id, data.articleId].map(text).find((id) => id && /^\d+$/.test(id));
  const named = text(data.id);
  for (const key of ['title', 'description', 'owner']) {
    const isText = data[key] === null || typeof data[key] !== 'object';
    if (!isText) report(lineOf(key), `The front matter key "${key}" isn't text and was left out.`);
  }
  const owner = text(data.owner);
  const reviewed = readReviewed(front, report);
  const title = text(data.title);
  const summary = [data.description, data.summary, data.excerpt].map(text).find((value) => value);
  const labels = ['tags', 'keywords', 'labels'].flatMap((key) => texts(data[key]));
  return {
    ...(title && { title }),
    ...(summary && { summary }),
    aliases: [...new Set([...aliases.filter((alias) => !alias.includes('/')), ...labels])],
    ...(owner && { owner }),
    ...(reviewed && { reviewed }),
    ...(data.confidence === 'not-validated' && { confidence: data.confidence }),
    ...visibility,
    ...(number && { number }),
    ...(named && named !== number && { name: named }),
    ...(urls.length > 0 && { urls }),
    oldNames: addresses.filter((path) => !path.startsWith('/')),
    oldPaths: [...new Set(addresses.filter((path) => path.startsWith('/') && path !== '/'))],
    unknownKeys: Object.keys(data).filter(
      (key) => !KNOWN_KEYS.has(key) && !PLACE_KEYS.includes(key) && !read.keys.has(key),
    ),
  };
}
