import { type Finding, finding } from '#kb/findings/finding.ts';

/** Files in the folder of a language that the site does not speak: `articles/sv/…` where site.yaml has no `sv`. */
export function localeFindings(paths: readonly string[], locales: readonly string[]): Finding[] {
  return paths.map((path) => {
    const locale = (path.split('/')[1] ?? '').replace(/\.yaml$/, '');
    // All codes of two letters are near each other, and a French text is no English one.
    const move = `move the file to one of ${locales.join(', ')}.`;
    return finding(
      'locale-unknown',
      { path },
      `"${locale}" is not a language of site.yaml.`,
      locale.includes('.') ? `M${move.slice(1)}` : `Add "${locale}" to "locales" in site.yaml, or ${move}`,
    );
  });
}
