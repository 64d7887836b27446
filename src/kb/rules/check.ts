import type { Library } from '../content/library.ts';
import type { Site } from '../content/site.ts';
import { compareFindings, type Finding } from '../findings/finding.ts';
import { articlesMissing, idTaken, sectionReserved, sectionUnknown, slugInvalid } from './articles.ts';
import { linkBroken, relatedUnknown } from './links.ts';
import { imageMissing } from './media.ts';
import { redirectRule } from './redirect-rules.ts';
import { redirectTaken } from './redirects.ts';
import type { Rule } from './rule.ts';
import { topicClaimedTwice, topicUnknown } from './topics.ts';
import { translationOrphan, translationOutdated } from './translations.ts';
import { widgetUnknown } from './widget.ts';

const rules: readonly Rule[] = [
  articlesMissing,
  idTaken,
  slugInvalid,
  sectionReserved,
  sectionUnknown,
  redirectTaken,
  redirectRule,
  topicUnknown,
  topicClaimedTwice,
  linkBroken,
  relatedUnknown,
  imageMissing,
  translationOutdated,
  translationOrphan,
  widgetUnknown,
];

/** All findings of the rules in a library, unsorted. */
export function checkLibrary(library: Library): Finding[] {
  return rules.flatMap((rule) => [...rule(library)]);
}

/** Findings with the company's severities (`severity` in `site.yaml`), sorted. */
export function applySeverity(findings: readonly Finding[], severity: Site['severity']): Finding[] {
  return findings
    .flatMap((found) => {
      const own = severity[found.code];
      return own === 'off' ? [] : [{ ...found, severity: own ?? found.severity }];
    })
    .sort(compareFindings);
}
