import { HtmlValidate, StaticConfigLoader } from 'html-validate/node';

// The rules of the standard. The site's own files need no hash: they come from the same server as the page.
const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:standard', 'html-validate:document'],
    rules: { 'require-sri': 'off' },
  }),
);

/** What the HTML standard doesn't allow in a page. */
export async function htmlProblems(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${message} (${ruleId})`),
  );
}
