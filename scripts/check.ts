import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Code, codes } from '#kb/findings/codes.ts';
import { hasErrors } from '#kb/findings/finding.ts';
import { suggest } from '#kb/findings/suggest.ts';
import { applySeverity } from '#kb/rules/check.ts';
import { findingsText } from '#report/findings-text.ts';
import { command, contentFolder, UsageError } from './shared/command.ts';

const usage = `
Finds everything that is wrong with the content. Nothing is changed.

  npm run check -- [--content DIR] [--theme NAME] [--dist DIR] [--json]
  npm run check -- --explain CODE

  --content DIR   the folder of your content (content)
  --theme NAME    the theme to check, if it is not the one in site.yaml
  --dist DIR      also search the site built there for the questions in searches.yaml
  --json          [{code, severity, path, line, column, says, fix}]
  --explain CODE  why a finding matters

Exit code: 0 if there are no errors, 1 if there are, 2 for wrong usage.
`;

await command(
  usage,
  {
    content: { type: 'string' },
    theme: { type: 'string' },
    dist: { type: 'string' },
    json: { type: 'boolean' },
    explain: { type: 'string' },
  },
  async ({ content, theme, dist, json, explain }, words) => {
    if (words.length > 0) throw new UsageError(`"${words[0]}" is not expected here.`);
    if (explain !== undefined) {
      if (!Object.hasOwn(codes, explain))
        throw new UsageError(`There is no finding "${explain}". ${suggest(explain, Object.keys(codes))}`);
      const { severity, why } = codes[explain as Code];
      process.stdout.write(`${explain} (${severity})\n${why}\n`);
      return 0;
    }
    const { checkContent } = await import('#io/check-content.ts');
    const { library, searches, findings: found } = await checkContent(contentFolder(content), theme);
    if (dist !== undefined && !existsSync(join(resolve(dist), 'pagefind')))
      throw new UsageError(`--dist is "${dist}", but the folder of a built site is expected.`);
    const { trySearches } = await import('#io/search/try-searches.ts');
    const lost = dist === undefined ? [] : await trySearches(searches, resolve(dist));
    const findings = applySeverity([...found, ...lost], library?.site.severity ?? {});
    process.stdout.write(json ? `${JSON.stringify(findings, null, 2)}\n` : `${findingsText(findings)}\n`);
    return hasErrors(findings) ? 1 : 0;
  },
);
