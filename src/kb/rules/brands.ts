import type { Library } from '../content/library.ts';
import { type Finding, finding, type Place } from '../findings/finding.ts';
import { suggest } from '../findings/suggest.ts';

/**
 * Brands that articles and sections are limited to, but that do not exist.
 *
 * @param themes the names of all themes
 */
export function unknownBrands({ articles, site }: Library, themes: ReadonlySet<string>): Finding[] {
  const unknown = (brands: readonly string[], at: (index: number) => Place) =>
    brands.flatMap((brand, index) =>
      themes.has(brand)
        ? []
        : [finding('brand-unknown', at(index), `There is no theme "${brand}".`, suggest(brand, themes))],
    );
  return [
    ...Object.values(site.sections).flatMap(({ brands }) => unknown(brands, () => ({ path: 'site.yaml' }))),
    ...articles.flatMap(({ brands, path, lines }) =>
      unknown(brands, (index) => ({ path, line: lines[`brands.${index}`] })),
    ),
  ];
}
