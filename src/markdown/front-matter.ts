import { type Finding, finding } from '#kb/findings/finding.ts';
import type { Located } from '#kb/findings/validate.ts';
import { readYaml } from './yaml.ts';

export interface SplitArticle {
  /** The front matter with the places of its keys; `undefined` if there is none to read. */
  fields: Located | undefined;
  /** The article without its front matter. */
  body: string;
  /** The line of the file on which `body` starts. */
  bodyLine: number;
  findings: Finding[];
}

const opening = /^---(?<language>[^\n]*)\n/;
const closing = /^---[ \t]*$/m;

/**
 * Splits an article into front matter and body, without running anything in either.
 *
 * Front matter that cannot be read is still kept out of the body, where it would cause misleading findings.
 */
export function readFrontMatter(source: string, path: string): SplitArticle {
  const text = source.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const opened = opening.exec(text);
  if (!opened) return missing(text, path);
  const inside = text.slice(opened[0].length);
  const closed = closing.exec(inside);
  if (!closed)
    return {
      ...afterLikelyEnd(text),
      findings: [
        finding(
          'front-matter-missing',
          { path, line: 1 },
          'The front matter starts with "---" but never ends.',
          'Add a line with only "---" after its last "key: value" line.',
        ),
      ],
    };
  const block = inside.slice(0, closed.index);
  const body = inside.slice(closed.index + closed[0].length + 1);
  const bodyLine = block.split('\n').length + 2;
  const language = opened.groups?.language?.trim() ?? '';
  if (language !== '' && language !== 'yaml')
    return {
      fields: undefined,
      body,
      bodyLine,
      findings: [
        finding(
          'front-matter-code',
          { path, line: 1 },
          `The front matter is marked as "${language}", but only YAML is read.`,
          'Start the file with a line of only "---", and write the front matter as "key: value" lines.',
        ),
      ],
    };
  const { findings, ...fields } = readYaml(block, path, 'front-matter-invalid', 2);
  return { fields: findings.length > 0 ? undefined : fields, body, bodyLine, findings };
}

function missing(text: string, path: string): SplitArticle {
  return {
    ...unread(text),
    findings: [
      finding(
        'front-matter-missing',
        { path, line: 1 },
        'The file does not start with "---" and a title.',
        'Start it with three lines: "---", "title: …" and "---".',
      ),
    ],
  };
}

/** Without the lines that look like front matter, because those would cause misleading findings as text. */
function afterLikelyEnd(text: string) {
  const lines = text.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && !/^(?:[\w-]+[ \t]*:|[ \t]+\S|-[ \t]|#[^#])/.test(line));
  const first = end < 0 ? lines.length : end;
  return { fields: undefined, body: lines.slice(first).join('\n'), bodyLine: first + 1 };
}

function unread(text: string) {
  return { fields: undefined, body: text, bodyLine: 1 };
}
