import { extname } from 'node:path';
import type { Loss } from '#intake/articles/imported-site.ts';
import { lossesByTopic, type TopicLosses, worstFiles } from '#intake/articles/report/loss-topics.ts';
import { count } from '#report/layout/numbers.ts';

/** A short report is printed whole. */
const FEW = 20;
/** Places of each topic that a long report shows, and places whose visibility has to be decided. */
const EXAMPLES = 2;
const UNDECIDED = 10;
const WORST = 10;

function placeOf({ path, line }: Loss): string {
  return line === undefined ? path : `${path}:${line}`;
}

function shown(loss: Loss): string {
  return `  ${placeOf(loss)}\n    ${loss.what}`;
}

function topicText(topic: TopicLosses, examples: number): string {
  const { id, title, todo, losses, files } = topic;
  const most = id === 'visibility' ? Math.max(examples, UNDECIDED) : examples;
  const more = losses.length - Math.min(most, losses.length);
  const numbers =
    losses.length === files ? count(files, 'place') : `${count(losses.length, 'place')} in ${count(files, 'file')}`;
  const lines = [`${title}: ${numbers}`, `  ${todo}`, ...losses.slice(0, most).map(shown)];
  return [...lines, ...(more > 0 ? [`  and ${count(more, 'more place')}`] : [])].join('\n');
}

function worstText(losses: readonly Loss[]): string {
  const lines = worstFiles(losses, WORST).map(({ path, places }) => `  ${path}: ${count(places, 'place')}`);
  return ['Look at these files first:', ...lines].join('\n');
}

/** What wasn't imported unchanged, by topic: all of it if it's short, otherwise examples and the worst files. */
export function reportText(losses: readonly Loss[]): string {
  if (losses.length === 0) return '';
  const isShort = losses.length <= FEW;
  const topics = lossesByTopic(losses).map((topic) => topicText(topic, isShort ? FEW : EXAMPLES));
  return `${[...topics, ...(isShort ? [] : [worstText(losses)])].join('\n\n')}\n\n`;
}

/** Everything that wasn't imported unchanged as a file, by the ending of its name: CSV, JSON or Markdown. */
export function reportFile(name: string, losses: readonly Loss[]): string {
  const topics = lossesByTopic(losses);
  const ending = extname(name).toLowerCase();
  if (ending === '.json') {
    const listed = topics.map(({ id, title, todo, files, losses: found }) => ({
      id,
      title,
      todo,
      files,
      losses: found,
    }));
    return `${JSON.stringify({ topics: listed, worst: worstFiles(losses, WORST) }, null, 2)}\n`;
  }
  if (ending === '.csv') {
    const cell = (value: string | number) =>
      `"${String(value)
        .replaceAll('"', '""')
        .replace(/^(?=[=+@-])/, "'")}"`;
    const rows = topics.flatMap(({ id, losses: found }) =>
      found.map(({ path, line, what }) => [id, path, line ?? '', what].map(cell).join(',')),
    );
    return ['topic,path,line,what', ...rows].map((row) => `${row}\n`).join('');
  }
  const sections = topics.map(({ title, todo, losses: found }) => {
    const places = found.map((loss) => `- ${codeSpan(placeOf(loss))}: ${loss.what.replace(/[<{]/g, '\\$&')}`);
    return `## ${title} (${found.length})\n\n${todo}\n\n${places.join('\n')}\n`;
  });
  const worst = worstFiles(losses, WORST).map(({ path, places }) => `- ${codeSpan(path)}: ${count(places, 'place')}`);
  const first = worst.length === 0 ? [] : [`## Look at these files first\n\n${worst.join('\n')}\n`];
  return [`# What wasn't imported unchanged\n`, ...first, ...sections].join('\n');
}

function codeSpan(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return `${fence}${text}${fence}`;
}
