import type { Finding } from '#kb/findings/finding.ts';

const verbs = [
  'Add',
  'Change',
  'Check',
  'Choose',
  'Close',
  'Convert',
  'Correct',
  'Create',
  'Delete',
  'Describe',
  'Download',
  'End',
  'Export',
  'Fix',
  'Indent',
  'Keep',
  'Link',
  'List',
  'Make',
  'Move',
  'Put',
  'Remove',
  'Rename',
  'Replace',
  'Resolve',
  'Run',
  'Save',
  'Set',
  'Start',
  'Type',
  'Update',
  'Use',
  'Write',
];
// A fix tells the reader what to do, or asks whether a similar word was meant.
const opening = new RegExp(`^(?:(?:${verbs.join('|')})\\b|Did you mean ""\\?)`);

/** How the text of a finding breaks the house style: one sentence each, no alarm, and a fix that can be followed. */
export function voiceFaults({ says, fix }: Pick<Finding, 'says' | 'fix'>): string[] {
  const faults: string[] = [];
  for (const [part, text] of Object.entries({ says, fix })) {
    const own = withoutQuotes(text).replace('Did you mean ""? If not, ', 'Did you mean ""?, ');
    if (!/[.?]$/.test(own)) faults.push(`${part} does not end in a full stop: ${text}`);
    if (/[.?]\s+\p{Lu}/u.test(own)) faults.push(`${part} has more than one sentence: ${text}`);
    if (own.includes('!')) faults.push(`${part} shouts: ${text}`);
    if (/\b(?:[A-Z][a-z]*)?Error\b|Oops|Sorry|\bundefined\b|\bnull\b|call stack|\bat .+:\d+:\d+/.test(own))
      faults.push(`${part} talks about the machine: ${text}`);
  }
  if (!opening.test(withoutQuotes(fix)))
    faults.push(`fix does not start with a verb from the list in tests/voice.ts: ${fix}`);
  return faults;
}

// What a writer wrote, or should write, can contain any character.
function withoutQuotes(text: string): string {
  return text
    .replace(/"[^"]*"/g, '""')
    .replace(/`[^`]*`/g, '``')
    .replace(/!\[[^\]]*\]/g, '[]');
}
