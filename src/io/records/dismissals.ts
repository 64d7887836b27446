import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { Finding } from '#kb/findings/finding.ts';
import { type Dismissal, DismissedFile } from '#kb/tickets/records/dismissals.ts';
import { readYamlFile } from '../content/read-yaml-file.ts';
import { replaceFile } from '../machine/atomic-write.ts';
import { readText } from '../machine/files.ts';

/** Relative to the content folder. */
export const dismissedPath = 'dismissed.yaml';

const HEAD = `# Decisions about the work list of "npm run tickets -- report": what needs no work, why, and until when.
# Remove an entry to bring its row back.
dismissed: []
`;

/** The decisions of `dismissed.yaml`; empty if there is no such file or it's wrong. */
export async function readDismissals(dir: string): Promise<{ dismissals: Dismissal[]; findings: Finding[] }> {
  const { value, findings } = await readYamlFile(dir, dismissedPath, DismissedFile, 'dismissed-invalid');
  return { dismissals: value?.dismissed ?? [], findings };
}

/** Adds a decision at the end of the file, or creates it. Comments stay. */
export async function addDismissal(dir: string, dismissal: Partial<Dismissal>): Promise<void> {
  const file = join(dir, dismissedPath);
  const document = parseDocument((await readText(file)) ?? HEAD);
  const entry = Object.fromEntries(Object.entries(dismissal).filter(([, value]) => value !== undefined));
  const list = document.get('dismissed', true);
  if (list && typeof list === 'object' && 'flow' in list) list.flow = false;
  document.addIn(['dismissed'], document.createNode(entry));
  await replaceFile(file, document.toString({ lineWidth: 0 }));
}
