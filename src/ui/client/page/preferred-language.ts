/**
 * The language among those offered that a reader prefers to the one of the page, if there is one: the first of the
 * reader's languages that is offered at all decides. `pt-BR` takes `pt`, and `pt` or `pt-BR` take `pt-PT` if there is
 * nothing closer (after RFC 4647, lookup, and then by language alone).
 *
 * @param wanted language tags, the best first, as `navigator.languages` has them
 */
export function preferredLanguage(
  wanted: readonly string[],
  offered: readonly string[],
  current: string,
): string | undefined {
  for (const tag of wanted) {
    const found = lookup(tag, [current, ...offered]);
    if (found !== undefined) return found === current ? undefined : found;
  }
  return undefined;
}

function lookup(tag: string, offered: readonly string[]): string | undefined {
  for (let range = tag.toLowerCase(); range !== ''; range = range.slice(0, Math.max(0, range.lastIndexOf('-')))) {
    const exact = offered.find((one) => one.toLowerCase() === range);
    if (exact !== undefined) return exact;
  }
  const [language] = tag.toLowerCase().split('-');
  return offered.find((one) => one.toLowerCase().split('-')[0] === language);
}
