import { basename, join } from 'node:path';
import { type Announcement, AnnouncementFile } from '#kb/announcement.ts';
import type { Finding } from '#kb/finding.ts';
import { listFiles } from './files.ts';
import { readYamlFile } from './read-yaml-file.ts';

/** The announcements of a content folder, by the names of their files. */
export async function readAnnouncements(dir: string): Promise<{ announcements: Announcement[]; findings: Finding[] }> {
  const announcements: Announcement[] = [];
  const findings: Finding[] = [];
  for (const file of await listFiles(join(dir, 'announcements'))) {
    if (!file.endsWith('.yaml')) continue;
    const read = await readYamlFile(dir, `announcements/${file}`, AnnouncementFile, 'announcement-invalid');
    findings.push(...read.findings);
    if (read.value) announcements.push({ ...read.value, id: basename(file, '.yaml') });
  }
  return { announcements, findings };
}
