import { stringify } from 'yaml';
import type { Article } from '#kb/content/article.ts';
import type { ArticlePlan } from '#kb/content/new-article.ts';

/** The file of an article that is to be written: its front matter, and hints that no reader ever sees. */
export function writeDraft({ fields, original }: ArticlePlan): string {
  const hints = original ? translationHints(original) : fields.type === 'faq' ? faqHints : solutionHints;
  const body = hints.map((hint) => `{/* ${hint.replaceAll('*/', '* /')} */}`).join('\n\n');
  return `---\n${Object.entries(fields).map(writeField).join('')}---\n\n${body}\n`;
}

/** Lists of ids on one line, the customers' words one a line. */
function writeField([key, value]: [string, unknown]): string {
  if (key === 'aliases') return stringify({ [key]: value });
  const text = stringify(value, { lineWidth: 0, collectionStyle: 'flow', flowCollectionPadding: false });
  return `${key}: ${key === 'source' ? `${JSON.stringify(value)}\n` : text}`;
}

const title = 'Title: the question or task as a customer would say it. Add a summary: one sentence that answers.';
const done = 'When it is ready, take these hints out and set "confidence" to not-validated or validated.';

const faqHints = [title, 'The answer, in the first sentence. Then what it depends on, if it does.', done];

// After the structure of an article in KCS: issue, environment, resolution, cause.
const solutionHints = [
  title,
  'What the customer sees or wants, in their words, and where: which app, card or plan ("appliesTo").',
  'What to do, one step a line: 1. Open **…** and tap **…**. Most readers stop where it works, so the usual way comes first.',
  'Why it happens, if that helps to avoid it. Then what to do if it still does not work, with a link to the next article.',
  done,
];

function translationHints(original: Article): string[] {
  const headings = original.outline.map(({ level, text }) => `${'#'.repeat(level)} ${text}`);
  return [
    `Translate ${original.path}: "${original.title}".`,
    ...(original.summary === undefined ? [] : [`Its summary: ${original.summary}`]),
    ...(headings.length === 0 ? [] : [`Its headings: ${headings.join(' · ')}`]),
    'Keep components, variables and links as they are. "source" says which version this was made from.',
    done,
  ];
}
