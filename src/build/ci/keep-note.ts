/**
 * A program that puts a text into the one comment or issue that has a mark, and creates it if there is none. It imports
 * nothing of the project, so it can run with a token that may write.
 *
 * @param start lines that set `file`, `mark`, `headers`, `list` (an address), `isOwn` (of an item), `found` (the address
 *   of an item), `method` to change one, and `bodyOf` (a text): what is sent
 */
export function keepNote(start: readonly string[]): string[] {
  return [
    "node --input-type=module <<'END'",
    "import { lstatSync, readFileSync } from 'node:fs';",
    'const { env } = process;',
    'async function call(method, address, body) {',
    '  const sent = body === undefined ? {} : { body: JSON.stringify(body) };',
    "  const response = await fetch(address, { method, ...sent, headers: { ...headers, 'Content-Type': 'application/json' } });",
    "  if (!response.ok) throw new Error([method, address, response.status, await response.text()].join(' '));",
    '  return response.json();',
    '}',
    'async function all(address) {',
    '  for (let page = 1, items = []; ; page++) {',
    "    const more = await call('GET', address + (address.includes('?') ? '&' : '?') + 'per_page=100&page=' + page);",
    '    items.push(...more);',
    '    if (more.length < 100) return items;',
    '  }',
    '}',
    ...start,
    '// A link could lead to any file of this machine.',
    "if (!lstatSync(file).isFile()) throw new Error(file + ' is not a file.');",
    "const text = readFileSync(file, 'utf8').slice(0, 60_000);",
    "if (text.trim() === '') { console.log('There is nothing to say.'); process.exit(0); }",
    'const own = (await all(list)).find(isOwn);',
    "const saved = own ? await call(method, found(own), bodyOf(text)) : await call('POST', list.split('?')[0], bodyOf(text));",
    "console.log(own ? 'Updated' : 'Created', saved.html_url ?? saved.web_url ?? saved.id);",
    'END',
  ];
}
