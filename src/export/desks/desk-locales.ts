import type { DeskSettings } from './desk-target.ts';

/**
 * The desk's own code for each of our languages: the same, or else one of the same language and script, such as `en-us`
 * for `en`.
 *
 * @param ours the languages of the site
 * @param theirs the languages of the desk
 * @param main the desk's code of the language that it is set up in
 */
export function deskLocales(
  ours: readonly string[],
  theirs: readonly string[],
  main: string | undefined,
): { locales: Map<string, string>; mainLocale: string | undefined } {
  const known = [...new Set([...(main === undefined ? [] : [main]), ...theirs])];
  const locales = new Map<string, string>();
  for (const tag of ours) {
    const same = known.find((code) => plainCode(code) === plainCode(tag));
    const near = known.find((code) => languageAndScript(code) === languageAndScript(tag));
    const code = same ?? near;
    if (code !== undefined && ![...locales.values()].includes(code)) locales.set(tag, code);
  }
  return { locales, mainLocale: [...locales].find(([, code]) => code === main)?.[0] };
}

/**
 * For a desk that takes everything in its own language first.
 *
 * @param main the desk's code of the language that it is set up in, if it says so
 * @throws if the site isn't in that language: its articles would be shown as if they were
 */
export function mustHaveMain(
  label: string,
  main: string | undefined,
  { locales, mainLocale }: Pick<DeskSettings, 'locales' | 'mainLocale'>,
): void {
  if (main === undefined || mainLocale !== undefined) return;
  const known = [...locales.keys()].join(', ');
  throw new Error(
    `${label} is set up in ${main}, but your help center is in ${known || 'none of its languages'}. Add ${main} to your help center, or change the main language of ${label}.`,
  );
}

function plainCode(code: string): string {
  return code.toLowerCase().replaceAll('_', '-');
}

function languageAndScript(code: string): string {
  try {
    const { language, script } = new Intl.Locale(code.replaceAll('_', '-')).maximize();
    return `${language}-${script}`;
  } catch {
    return code;
  }
}
