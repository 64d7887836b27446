import { escapeHtml, escapeRegExp } from '#kb/values/escape.ts';
import { replaceOutsideCode } from './code-ranges.ts';

const WORD = `(?:[.#][^\\s{}="']+|:?[\\w-]+=(?:"[^"\\n]*"|'[^'\\n]*'|[^\\s"'{}]+))`;
const LIST = `\\{:?[ \\t]*${WORD}(?:[ \\t]+${WORD})*[ \\t]*\\}`;

type Put = (match: (string | undefined)[]) => string;

/** `[text]{.mark #id}`: pandoc's marks of Word. */
function span([, content = '', words = '']: (string | undefined)[]): string {
  const id = /(?:^|\s)#([^\s}]+)/.exec(words)?.[1];
  const anchor = id ? `<a id="${escapeHtml(id)}"></a>` : '';
  const classes = [...words.matchAll(/(?:^|\s)\.([\w-]+)/g)].map((match) => match[1]);
  if (content.trim() === '') return anchor;
  if (classes.includes('mark') || classes.includes('highlight')) return `${anchor}<mark>${content}</mark>`;
  if (classes.includes('kbd')) return `${anchor}<kbd>${content}</kbd>`;
  return anchor + content;
}

const KEY_NAMES: Record<string, string> = { cmd: 'Cmd', ctrl: 'Ctrl', esc: 'Esc', del: 'Del' };

function keys([, written = '']: (string | undefined)[]): string {
  const names = written.split('+').map((key) => {
    const name = key.replace(/^"|"$/g, '');
    return KEY_NAMES[name] ?? name.charAt(0).toUpperCase() + name.slice(1).replace(/-/g, ' ');
  });
  return `<kbd>${escapeHtml(names.join(' + '))}</kbd>`;
}

function isMark(text: string): boolean {
  return /[\p{L}\p{N}*†‡§+−-]/u.test(text);
}

/** Marks of other dialects in a line, and what they are here. */
const MARKS: [RegExp, Put][] = [
  // kramdown: {::nomarkdown}, {:/}, {::options /}, and names for lists of attributes.
  [/\{::(?!comment)[^{}\n]*\}|\{:\/(?!comment)\w*\}|^\{:[\w-]+:[^{}\n]*\}[ \t]*$/gm, () => ''],
  [
    /(?<![\]!\\])(?<!^[ \t>]*:{2,}[\w-]*)\[((?:[^[\]\\\n]|\\.|!?\[[^[\]\n]*\](?:\([^()\n]*\))?)*)\]\{[ \t]*((?:[.#][^\s{}]+|[\w-]+=(?:"[^"\n]*"|\S+?))(?:[ \t]+[^{}\n]*?)?)[ \t]*\}/gm,
    span,
  ],
  // Attributes of links, pictures and code; an id stays for the anchors.
  [new RegExp(`(?<=[)\\]\`*_>])(?:(?!${LIST.replace(WORD, `[^{}\\n]*#[^{}\\n]*`)})${LIST})+`, 'g'), () => ''],
  [/(?<=\))[ \t]+\{\.[\w-]+(?:[ \t]+\.[\w-]+)*\}(?=[ \t]*$|[.,;:])/gm, () => ''],
  [
    /(?<=[\p{L}\p{N})\]])~((?:[^\s~\\]|\\.){1,20})~(?!~)/gu,
    ([all = '', text = '']) => (isMark(text) ? `<sub>${text}</sub>` : all),
  ],
  [
    /(?<![\^[\\])\^((?:[^\s^[\]\\]|\\.){1,30})\^(?!\^)/g,
    ([all = '', text = '']) => (isMark(text) ? `<sup>${text}</sup>` : all),
  ],
  [/(?<![=\\\w])==(?![\s=])((?:[^=\n]|=(?!=))*?[^\s=])==(?![=\w])/g, ([, text = '']) => `<mark>${text}</mark>`],
  [/(?<!\^)\^\^(?![\s^])([^^\n]*[^\s^])\^\^(?!\^)/g, ([, text = '']) => text],
  [/(?<![\w+])\+\+((?:[a-z\d-]+|"[^"\s+]+")(?:\+(?:[a-z\d-]+|"[^"\s+]+"))*)\+\+(?![\w+])/g, keys],
  [
    /:(?:material|fontawesome-(?:brands|regular|solid)|octicons|simple|phosphor|lucide)-([\w-]+?)(?:-(?:16|24))?:(?:[ \t]?\{([^{}\n]*)\})?/g,
    ([, name = '', words = '']) => {
      const title = /\btitle=["']([^"']*)["']/.exec(words)?.[1];
      return title
        ? `<i class='icon icon-${name}' title='${escapeHtml(title)}'></i>`
        : `<i class='icon icon-${name}'></i>`;
    },
  ],
  // With a colon, a list at the end of a line is always one; that of a heading can have its anchor.
  [/(?<=\S)(?<!^#{1,6}[ \t][^\n]*)[ \t]+\{:[ \t]*[^{}\n]*\}[ \t]*$/gm, () => ''],
  // kramdown's end of a block, and what divides the columns of a theme of Hugo.
  [/(?<=\n[ \t]*\n)\^[ \t]*$|^[ \t]*<--->[ \t]*$/gm, () => ''],
  // A list of attributes on a line of its own in an element.
  [/(?<=<\/summary>[ \t]*\n)[ \t]*\{:[^{}\n]*\}[ \t]*$/gm, () => ''],
  [/(?<![\w+])\+\+(?![\s+])([^+\n]*[^\s+])\+\+(?![\w+])/g, ([, text = '']) => text],
  // Films that note apps write as pictures.
  [
    /!\[([^[\]\n]*)\]\((https?:\/\/(?:www\.)?(?:youtube\.com\/watch\?|youtu\.be\/|vimeo\.com\/\d)[^()\s]*)\)/g,
    ([, label = '', address = '']) => `[${label.trim() || 'Video'}](${address})`,
  ],
  // Icons of ReadMe.
  [/(?<![\w:]):fa-([a-z\d-]+):(?![\w:])/g, ([, name = '']) => `<i class='icon icon-${name}'></i>`],
  [/(?<![\w:]):owlbert[\w-]*:(?![\w:])/g, () => ''],
  [/<<glossary:([^<>\n]+)>>/g, ([, term = '']) => term],
  [/^[ \t]*\\(?:newpage|pagebreak|clearpage)[ \t]*$/gm, () => ''],
];

/** Replaces marks of pandoc, kramdown, MkDocs and Obsidian in lines, outside code; the number of lines stays the same. */
export function settleInlineMarks(text: string): string {
  return MARKS.reduce((now, [pattern, put]) => replaceOutsideCode(now, pattern, put), text);
}

/** `*[HTML]: Hyper Text Markup Language`: the first place with the word gets the explanation. */
export function explainAbbreviations(text: string): string {
  const found: [string, string][] = [];
  const without = replaceOutsideCode(text, /^\*\[([^\]\n]+)\]:[ \t]+(.+)$/gm, ([, word = '', meaning = '']) => {
    found.push([word, meaning.trim()]);
    return '';
  });
  return found.reduce((now, [word, meaning]) => {
    let done = false;
    return replaceOutsideCode(
      now,
      new RegExp(`(?<![\\p{L}\\p{N}/"=<[])${escapeRegExp(word)}(?![\\p{L}\\p{N}])`, 'gu'),
      ([all = '']) => {
        if (done) return all;
        done = true;
        return `<abbr title="${escapeHtml(meaning)}">${all}</abbr>`;
      },
    );
  }, without);
}
