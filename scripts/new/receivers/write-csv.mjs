// The export, in columns that `tickets import` reads.

const columns = {
  votes: ['day', 'article', 'locale', 'helpful', 'section', 'reason', 'votes'],
  searches: ['day', 'event', 'question', 'locale', 'results', 'confident', 'article', 'position', 'searches'],
};

/** Equal events of a day are kept once, with their number. This is what they are compared by. */
export function lineOf({ event, article, locale, helpful, section, reason, question, results, confident, position }) {
  const values =
    event === 'ohje:vote'
      ? [article, locale, helpful ? 'yes' : 'no', section, reason]
      : [event, question, locale, results, confident, article, position];
  return JSON.stringify(values.map((value) => value ?? ''));
}

export function writeCsv(kind, lines) {
  const rows = lines.map(({ day, line, n }) => [day, ...JSON.parse(line), n]);
  return [columns[kind], ...rows].map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

/** A cell that no spreadsheet runs as a formula, whatever it separates cells by. The import removes the apostrophe. */
function cellOf(value) {
  const text = String(value)
    .replace(/^(?=\s*[=+\-@＝＋－＠])/u, "'")
    .replace(/([;|\t]\s*)(?=[=+\-@＝＋－＠])/gu, "$1'");
  return /[",;|\s]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
