type Text = string | Readonly<Partial<Record<string, string>>>;

/**
 * A file of interface texts to translate: every key with nothing between its quotes, and the English beside it.
 *
 * @param english the texts by their keys
 */
export function draftTexts(english: Readonly<Record<string, Text>>, tag: string): string {
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(tag);
  const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
  const lines = Object.entries(english).flatMap(([key, text]) =>
    typeof text === 'string'
      ? [`  ${key}: "" # ${text}`]
      : [`  ${key}:`, ...forms.map((form) => `    ${form}: "" # ${text[form] ?? text.other ?? ''}`)],
  );
  return `# The texts of the interface in ${name}. Write each between its quotes; the English stands beside it.
# What stands in {…} is filled in, so keep it as it is. A text with a number has a form for each plural of the language.
# Until a text is written, readers see the one of the default language.
strings:
${lines.join('\n')}
`;
}
