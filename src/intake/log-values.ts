import { isDay } from '#kb/values/day.ts';

/** The day of an ISO day or moment, as it is written there; also without hyphens, and of Unix seconds or milliseconds. */
export function dayOf(text: string): string | undefined {
  const [unix, seconds = ''] = /^(\d{10})(?:\d{3})?(?:\.\d+)?$/.exec(text) ?? [];
  if (unix !== undefined) return new Date(Number(seconds) * 1000).toISOString().slice(0, 10);
  const [, year, month, day] = /^(\d{4})-?(\d\d)-?(\d\d)(?!\d)/.exec(text) ?? [];
  const found = `${year}-${month}-${day}`;
  return isDay(found) ? found : undefined;
}

/** `en-US` and `en_US` are read by those who read `en`; `undefined` for a language the site does not speak. */
export function siteLocaleFinder(locales: readonly string[]): (written: string) => string | undefined {
  const byTag = new Map(locales.map((tag) => [tag.toLowerCase(), tag]));
  return (written) => {
    const tag = written.toLowerCase().replaceAll('_', '-');
    return byTag.get(tag) ?? byTag.get(tag.split('-')[0] ?? '');
  };
}
