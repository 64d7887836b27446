/** What readers would see of another system's markup, by the name of its dialect. */
const LEFTOVERS: Record<string, RegExp> = {
  'a mark of this importer': /[\uE000-\uF8FF]/,
  'a block of MkDocs': /^[ \t>]*\\?(?:!!!|\?\?\?\+?|===[!+]?)[ \t]+["'\w]/,
  'a fenced block': /^[ \t>]*\\?:{3,}/,
  'a list of attributes': /\\?\{:?[ \t]*(?:[.#][\w-]+|[\w-]+=["'])[^{}\n]*\}/,
  'kramdown’s own': /\\?\{\\?::|\\?\{:\//,
  'a template tag': /\\?\{\\?%|\\?\{\\?\{(?:<|%)/,
  'a wiki link': /!?\\?\[\\?\[[^\]\n]+\]\]/,
  'a tag': /\\<\/?(?:[A-Z][\w.]*|div|span|p|br|img|a|td|tr|table|details|summary|iframe)\b[^>\n]*>/,
  'a grid table': /^[ \t>]*\\?\+[-=]{3,}\\?\+/,
  'a table of dashes': /^[ \t]*-{3,} +-{3,}/,
  'a formula': /\$\$|\\\\\(.*\\\\\)/,
  'a block of ReadMe': /\\?\[\/?block[:\]]/,
  'an icon': /:(?:material|fontawesome|octicons)-[\w-]+:/,
  'a comment': /<!--|%%/,
  'an alert': /^[ \t]*>?[ \t]*\\?\[!\w+\]/,
  'a span of pandoc': /\\?\[[^\]\n]*\\?\]\\?\{/,
  'a key of MkDocs': /(?<![\w+])\\?\+\\?\+[a-z]+(?:\\?\+[a-z]+)*\\?\+\\?\+/,
  'a highlight': /(?<![=\w])==\w[^=\n]*\w==(?![=\w])/,
};

/** The leftovers of other dialects in the text of an article, code aside, as `dialect: line`. Empty when all is well. */
export function leftoversIn(article: string): string[] {
  const text = article
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^([ \t>]*)(`{3,}|~{3,})[\s\S]*?^[ \t>]*\2[ \t]*$/gm, '')
    .replace(/(`+)(?:(?!\1)[\s\S])+?\1/g, 'code');
  return text
    .split('\n')
    .flatMap((line) =>
      Object.entries(LEFTOVERS).flatMap(([name, pattern]) => (pattern.test(line) ? [`${name}: ${line.trim()}`] : [])),
    );
}
