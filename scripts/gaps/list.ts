import { dismissedLines } from '#report/dismissed-text.ts';
import { readWorkList } from './read-work-list.ts';

/** Prints the decisions about the work list. */
export async function listDismissals(contentDir: string, json: boolean): Promise<number> {
  const { coverage } = await readWorkList(contentDir);
  const { dismissed } = coverage;
  const text = dismissed.length === 0 ? 'Nothing is dismissed.' : dismissedLines(dismissed).join('\n');
  process.stdout.write(`${json ? JSON.stringify(dismissed, null, 2) : text}\n`);
  return 0;
}
