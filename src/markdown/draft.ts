import { stringify } from 'yaml';
import type { Article } from '#kb/content/article.ts';
import type { ArticlePlan } from '#kb/content/new-article.ts';

/** The file of a new article: its front matter, and hints in comments that readers never see. */
export function writeDraft({ fields, original }: ArticlePlan): string {
  const hints = original ? translationHints(original) : fields.type === 'faq' ? faqHints : solutionHints;
  const body = hints.map((hint) => `{/* ${hint.replaceAll('*/', '* /')} */}`).join('\n\n');
  return `---\n${Object.entries(fields).map(writeField).join('')}---\n\n${body}\n`;
}

/** Lists of ids go on one line; aliases get one line each. */
function writeField([key, value]: [string, unknown]): string {
  if (key === 'aliases') return stringify({ [key]: value });
  const text = stringify(value, { lineWidth: 0, collectionStyle: 'flow', flowCollectionPadding: false });
  return `${key}: ${key === 'source' ? `${JSON.stringify(value)}\n` : text}`;
}

const title = 'Title: the question or task in the customer’s words. Add a summary: one sentence with the answer.';
const done = 'When the article is ready, remove these hints and set "confidence" to not-validated or validated.';

const faqHints = [title, 'Give the answer in the first sentence. If it depends, say what it depends on.', done];

// Follows the structure of an article in KCS: issue, environment, resolution, cause.
const solutionHints = [
  title,
  'What the customer sees or wants, in their own words, and where: which app or plan ("appliesTo").',
  'What to do, one step per line: 1. Open **…** and tap **…**. Most readers stop when it works, so start with the most common solution.',
  'Why it happens, if that helps to prevent it. Then what to do if it still does not work, with a link to the next article.',
  done,
];

function translationHints(original: Article): string[] {
  const headings = original.outline.map(({ level, text }) => `${'#'.repeat(level)} ${text}`);
  return [
    `Translate ${original.path}: "${original.title}".`,
    ...(original.summary === undefined ? [] : [`Its summary: ${original.summary}`]),
    ...(headings.length === 0 ? [] : [`Its headings: ${headings.join(' · ')}`]),
    'Keep components, variables and links as they are. "source" records the version of the original that you translate.',
    done,
  ];
}
