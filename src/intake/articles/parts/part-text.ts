import { escapeRegExp } from '#kb/values/escape.ts';
import type { SourceFile } from '../imported-site.ts';
import { splitSourceFrontMatter } from '../read/front-matter.ts';
import type { Include } from './include-marks.ts';

/** Languages of code by the ending of its file, if they differ. */
const LANGUAGES: Record<string, string> = {
  yml: 'yaml',
  mjs: 'js',
  cjs: 'js',
  py: 'python',
  rb: 'ruby',
  sh: 'bash',
  htm: 'html',
};

function region(text: string, name: string): string | undefined {
  const wanted = escapeRegExp(name);
  const pairs: [RegExp, RegExp][] = [
    [new RegExp(`8<-+[ \\t]*\\[start:[ \\t]*${wanted}\\]`), new RegExp(`8<-+[ \\t]*\\[end:[ \\t]*${wanted}\\]`)],
    [new RegExp(`#?region[ \\t]+${wanted}\\b`), new RegExp(`#?endregion\\b(?:[ \\t]+${wanted}\\b)?`)],
    [new RegExp(`ANCHOR:[ \\t]*${wanted}\\b`), new RegExp(`ANCHOR_END:[ \\t]*${wanted}\\b`)],
  ];
  const lines = text.split('\n');
  for (const [opens, closes] of pairs) {
    const start = lines.findIndex((line) => opens.test(line));
    const end = lines.findIndex((line, index) => index > start && closes.test(line));
    if (start >= 0) return lines.slice(start + 1, end < 0 ? undefined : end).join('\n');
  }
  return undefined;
}

/** The text of a file without its front matter. */
export function bodyOfPart({ path, text }: SourceFile): string {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  return /\.(?:mdx?|markdown|html?)$/i.test(path)
    ? splitSourceFrontMatter(plain).body.replace(/^\n+/, '').trimEnd()
    : plain.trimEnd();
}

/** What an include takes of a file; nothing if the file doesn't have the part. */
export function includedText(file: SourceFile, { lines, region: name, code, label }: Include): string | undefined {
  const whole = bodyOfPart(file);
  const part = name === undefined ? whole : region(whole, name);
  const taken =
    lines &&
    part
      ?.split('\n')
      .slice(lines[0] - 1, lines[1])
      .join('\n');
  const text = taken ?? part;
  if (text === undefined || code === undefined) return text;
  const ending = /\.(\w+)$/.exec(file.path)?.[1] ?? '';
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${fence}${code || (LANGUAGES[ending] ?? ending)}${label ? ` [${label}]` : ''}\n${text}\n${fence}`;
}
