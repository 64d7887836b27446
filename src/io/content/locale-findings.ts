import { type Finding, finding } from '#kb/findings/finding.ts';
import { didYouMean } from '#kb/findings/suggest.ts';

/** Findings for files of a locale that isn't in site.yaml, such as `articles/sv/…` without `sv`. */
export function localeFindings(paths: readonly string[], locales: readonly string[]): Finding[] {
  return paths.map((path) => {
    const locale = (path.split('/')[1] ?? '').replace(/\.yaml$/, '');
    const all = locales.join(', ');
    if (locale.includes('.'))
      return finding(
        'locale-unknown',
        { path },
        `"${locale}" isn't in the folder of a locale.`,
        `Move it to the folder of one of the locales in site.yaml: ${all}.`,
      );
    const same = locales.find((one) => one.toLowerCase() === locale.toLowerCase().replaceAll('_', '-'));
    if (same !== undefined)
      return finding(
        'locale-unknown',
        { path },
        `"${locale}" isn't one of the locales in site.yaml.`,
        didYouMean(same),
      );
    // No other "Did you mean": any two codes of two letters are close, and a French text isn't an English one.
    return finding(
      'locale-unknown',
      { path },
      `"${locale}" isn't one of the locales in site.yaml.`,
      `Add "${locale}" to "locales" in site.yaml, or move the file to one of: ${all}.`,
    );
  });
}
