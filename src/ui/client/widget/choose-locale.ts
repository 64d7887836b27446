/**
 * The language of the widget: the first preferred tag that the help center has, either whole or by its language alone.
 *
 * @param wanted tags, the most preferred first; they can be empty or invalid
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
