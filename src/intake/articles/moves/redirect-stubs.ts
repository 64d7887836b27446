import type { FrontMatter } from '../read/front-matter.ts';

/** Keys of front matter that say where a page redirects to: of Jekyll, Hugo themes, GitBook and others. */
export const REDIRECT_KEYS: readonly string[] = [
  ...['redirect', 'redirect_to', 'redirectTo', 'redirect-to', 'redirect_url', 'redirectUrl', 'redirect_link'],
  ...['moved_to', 'movedTo'],
];
const REFRESH = /<meta\s[^>]*http-equiv=["']?refresh["']?[^>]*content=["'][^"']*url=\s*([^"'\s>]+)/i;

function firstText(value: unknown): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  return typeof first === 'string' && first.trim() !== '' ? first.trim() : undefined;
}

/** Where a page without a text of its own redirects to, as written; nothing for other pages. */
export function redirectOf({ data, body }: Pick<FrontMatter, 'data' | 'body'>): string | undefined {
  const refresh = REFRESH.exec(body)?.[1];
  if (refresh) return refresh;
  if (body.trim() !== '') return undefined;
  return REDIRECT_KEYS.map((key) => firstText(data[key])).find((target) => target !== undefined);
}
