/**
 * The language to help in: the first one wanted that is spoken, by its whole tag or by its language.
 *
 * @param wanted tags, the dearest first; they may be empty or no tags at all
 */
export function chooseLocale(
  wanted: readonly (string | undefined)[],
  spoken: readonly string[],
  fallback: string,
): string {
  const language = (tag: string) => tag.toLowerCase().split(/[-_]/)[0];
  for (const tag of wanted) {
    if (!tag) continue;
    const same = spoken.find((one) => one.toLowerCase() === tag.toLowerCase().replaceAll('_', '-'));
    const found = same ?? spoken.find((one) => language(one) === language(tag));
    if (found !== undefined) return found;
  }
  return fallback;
}
