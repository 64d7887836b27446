import { basename } from 'node:path';
import { type Announcement, AnnouncementFile } from '#kb/content/announcement.ts';
import { type Finding, finding } from '#kb/findings/finding.ts';
import { suggest } from '#kb/findings/suggest.ts';
import { listContent } from './list-content.ts';
import { readYamlFile } from './read-yaml-file.ts';

/** What an announcement can be limited to. */
interface Known {
  locales: readonly string[];
  /** Ids of sections that have articles. */
  sections: ReadonlySet<string>;
}

/** The announcements of a content folder, by the names of their files. */
export async function readAnnouncements(
  dir: string,
  known: Known,
): Promise<{ announcements: Announcement[]; findings: Finding[] }> {
  const announcements: Announcement[] = [];
  const { files, findings } = await listContent(dir, 'announcements', 'announcement-invalid');
  for (const file of files) {
    if (!file.endsWith('.yaml')) continue;
    const read = await readYamlFile(dir, `announcements/${file}`, AnnouncementFile, 'announcement-invalid');
    findings.push(...read.findings);
    if (!read.value) continue;
    announcements.push({ ...read.value, id: basename(file, '.yaml') });
    const strangers = (key: 'locales' | 'sections', choices: Iterable<string>, kind: string) => {
      const all = [...choices];
      for (const [index, name] of (read.value?.[key] ?? []).entries())
        if (!all.includes(name))
          findings.push(
            finding(
              'announcement-invalid',
              read.at([key, index]),
              `There is no ${kind} "${name}" in this help center.`,
              suggest(name, all),
            ),
          );
    };
    strangers('locales', known.locales, 'locale');
    strangers('sections', known.sections, 'section');
  }
  return { announcements, findings };
}
