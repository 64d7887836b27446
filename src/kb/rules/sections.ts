import { pathsTo } from '../content/library.ts';
import type { Site } from '../content/site.ts';
import { type Finding, finding, type Place } from '../findings/finding.ts';
import { didYouMean, nearest, suggest } from '../findings/suggest.ts';
import { iconNames } from '../values/icon-names.ts';
import { titleOfId } from '../values/text.ts';
import type { Rule } from './rule.ts';

/**
 * Sections with articles that `site.yaml` does not name. A help center in one language that names none at all gets its
 * titles from the folders, and that is fine.
 */
export const sectionUnlisted: Rule = function* ({ site, articles, hasSection }) {
  const listed = Object.keys(site.sections);
  if (listed.length === 0 && site.locales.length === 1) return;
  const unused = listed.filter((id) => !hasSection(id));
  for (const id of new Set(articles.flatMap(({ section }) => pathsTo(section)))) {
    if (listed.includes(id)) continue;
    const near = nearest(id, unused);
    const like = nearest(id, listed);
    const found = finding(
      'section-unlisted',
      { path: 'site.yaml' },
      `The section "${id}" has articles but no entry in site.yaml, so it is called "${titleOfId(id.split('/').at(-1) ?? '')}".`,
      near !== undefined
        ? `Rename "${near}" in site.yaml to "${id}", or the folder to "${near}".`
        : like !== undefined
          ? `${didYouMean(like)} If not, add "${id}" to "sections" in site.yaml, with a title.`
          : `Add "${id}" to "sections" in site.yaml, with a title.`,
    );
    yield { ...found, group: '' };
  }
};

/**
 * Icons of sections that do not exist.
 *
 * @param at where a key of `site.yaml` is
 */
export function unknownIcons({ sections }: Site, at: (keys: readonly string[]) => Place): Finding[] {
  return Object.entries(sections).flatMap(([id, { icon }]) =>
    icon === undefined || iconNames.some((name) => name === icon)
      ? []
      : [
          finding(
            'icon-unknown',
            at(['sections', id, 'icon']),
            `There is no icon "${icon}".`,
            suggest(icon, iconNames),
          ),
        ],
  );
}
