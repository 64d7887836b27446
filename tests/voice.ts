import type { Finding } from '#kb/findings/finding.ts';

const verbs = [
  'Add',
  'Begin',
  'Bring',
  'Change',
  'Close',
  'Give',
  'Keep',
  'Link',
  'Look',
  'Make',
  'Move',
  'Name',
  'Put',
  'Rename',
  'Take',
  'Use',
  'Write',
];
const opening = new RegExp(`^(?:${verbs.join('|')}|If|When|Where)\\b`);

/** What a finding says otherwise than findings speak: one sentence each, no alarm, and a fix one can follow. */
export function voiceFaults({ says, fix }: Pick<Finding, 'says' | 'fix'>): string[] {
  const faults: string[] = [];
  for (const [part, text] of Object.entries({ says, fix })) {
    const own = withoutQuotes(text);
    if (!/[.?]$/.test(own)) faults.push(`${part} does not end in a full stop: ${text}`);
    if (/[.?]\s+\p{Lu}/u.test(own)) faults.push(`${part} is more than one sentence: ${text}`);
    if (own.includes('!')) faults.push(`${part} shouts: ${text}`);
    if (/\b(?:[A-Z][a-z]*)?Error\b|Oops|Sorry|\bundefined\b|\bnull\b|call stack|\bat .+:\d+:\d+/.test(own))
      faults.push(`${part} speaks of the machine: ${text}`);
  }
  if (!opening.test(fix)) faults.push(`fix does not begin with what to do: ${fix}`);
  return faults;
}

// What a writer wrote, or is to write, may hold any sign.
function withoutQuotes(text: string): string {
  return text
    .replace(/"[^"]*"/g, '""')
    .replace(/`[^`]*`/g, '``')
    .replace(/!\[[^\]]*\]/g, '[]');
}
