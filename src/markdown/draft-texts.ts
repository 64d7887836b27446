type Text = string | Readonly<Partial<Record<string, string>>>;

/**
 * A file of interface texts to translate: every key with an empty text, and the English in a comment.
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
  return `# The interface texts in ${name}. Write each translation between the quotes; the English text follows it.
# Keep everything in {…} as it is. A text with a number has one form for each plural of the language.
# Until a text is translated, readers see it in the default language, or in English.
strings:
${lines.join('\n')}
`;
}
