import { saysLabel, wordsOf } from './visibility-words.ts';

const PRIVATE = new Set(
  'comment comments todo note-to-self reviewer reviewers reviewer-note authors-note internal-note internal-notes private-note'.split(
    ' ',
  ),
);
const RESTRICTED = new Set(
  `if show-if hide-if conditional conditional-content condition restrict restricted protect protected authenticated
logged-in logged-out signed-in visibility visible visible-to audience access role roles permission permissions gate
feature-flag feature-toggle only-for when for-role for-plan`.split(/\s+/),
);

/** Whether a named block or component is not for readers: `internal`, `StaffOnly`, `comment`. */
export function isPrivateBlock(name: string): boolean {
  const words = wordsOf(name);
  const joined = words.join('-');
  return (
    PRIVATE.has(joined) ||
    saysLabel(name) !== undefined ||
    /^(?:staff|agent|admin|team|member|employee)s?-only$/.test(joined)
  );
}

/** Whether a component shows its content to some readers only, or on a condition: `If`, `VisibleTo`. */
export function isConditionalBlock(name: string): boolean {
  return RESTRICTED.has(wordsOf(name).join('-'));
}

/** The start of a text on one line, to quote it in a report. */
export function shortText(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 60).trimEnd()}…` : line;
}
