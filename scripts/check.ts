import { checkContent } from '#io/check-content.ts';
import { type Code, codes } from '#kb/codes.ts';
import { hasErrors, suggest } from '#kb/finding.ts';
import { findingsText } from '#report/findings-text.ts';
import { command, contentFolder, UsageError } from './command.ts';

const usage = `
Finds everything that is wrong with the content, all at once. Nothing is changed.

  npm run check -- [--content DIR] [--theme NAME] [--json]
  npm run check -- --explain CODE

  --content DIR   the folder of your content (content)
  --theme NAME    the theme to check, if it is not the one in site.yaml
  --json          [{code, severity, path, line, column, says, fix}]
  --explain CODE  why a kind of finding matters

Exit code: 0 when there are no errors, 1 when there are, 2 for a wrong call.
`;

await command(
  usage,
  { content: { type: 'string' }, theme: { type: 'string' }, json: { type: 'boolean' }, explain: { type: 'string' } },
  async ({ content, theme, json, explain }, words) => {
    if (words.length > 0) throw new UsageError(`"${words[0]}" is not expected here.`);
    if (explain !== undefined) {
      if (!Object.hasOwn(codes, explain))
        throw new UsageError(`There is no finding "${explain}". ${suggest(explain, Object.keys(codes))}`);
      const { severity, why } = codes[explain as Code];
      process.stdout.write(`${explain} (${severity})\n${why}\n`);
      return 0;
    }
    const { findings } = await checkContent(contentFolder(content), theme);
    process.stdout.write(json ? `${JSON.stringify(findings, null, 2)}\n` : `${findingsText(findings)}\n`);
    return hasErrors(findings) ? 1 : 0;
  },
);
