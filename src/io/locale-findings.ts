import { type Finding, finding, suggest } from '#kb/finding.ts';

/** Files in the folder of a language that the site does not speak: `articles/sv/…` where site.yaml has no `sv`. */
export function localeFindings(paths: readonly string[], locales: readonly string[]): Finding[] {
  return paths.map((path) => {
    const locale = (path.split('/')[1] ?? '').replace(/\.yaml$/, '');
    return finding(
      'locale-unknown',
      { path },
      `"${locale}" is not a language of site.yaml.`,
      suggest(locale, locales, `add "${locale}" to "locales" in site.yaml`),
    );
  });
}
