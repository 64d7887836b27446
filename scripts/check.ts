import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Code, codes } from '#kb/findings/codes.ts';
import { hasErrors } from '#kb/findings/finding.ts';
import { suggest } from '#kb/findings/suggest.ts';
import { applySeverity } from '#kb/rules/check.ts';
import { findingsText } from '#report/findings-text.ts';
import { defineCommand } from './shared/command.ts';
import { UsageError } from './shared/failures.ts';
import { contentOption, themeOption, untrustedOption } from './shared/options.ts';
import { restoreOut } from './shared/out-folder.ts';
import { runCommand } from './shared/run-command.ts';

export const command = defineCommand({
  name: 'check',
  summary: 'Find all problems in your content at once. Nothing is changed.',
  usage: ['[options]', '--explain CODE'],
  options: {
    content: contentOption,
    theme: { ...themeOption, about: 'Theme to check' },
    dist: { value: 'DIR', about: 'Built site to test with the questions in searches.yaml' },
    json: { about: 'Print the findings as JSON: [{code, severity, path, line, column, says, fix}]' },
    untrusted: untrustedOption,
    explain: { value: 'CODE', about: 'Say why a finding matters, such as link-broken' },
  },
  examples: ['npm run check', 'npm run check -- --dist dist', 'npm run check -- --explain link-broken'],
  run: async ({ content, theme, dist, untrusted, json, explain }) => {
    if (explain !== undefined) {
      process.stdout.write(explanationOf(explain));
      return 0;
    }
    const { checkContent } = await import('#io/check-content.ts');
    const { library, searches, findings: found } = await checkContent(content, theme, { untrusted });
    if (dist !== undefined) await restoreOut(dist);
    if (dist !== undefined && !existsSync(join(resolve(dist), 'pagefind')))
      throw new UsageError(`--dist is "${dist}", which isn't the folder of a built site.`);
    const { trySearches } = await import('#io/search/try-searches.ts');
    const lost = dist === undefined ? [] : await trySearches(searches, resolve(dist));
    const findings = applySeverity([...found, ...applySeverity(lost, library?.site.severity ?? {})], {});
    process.stdout.write(json ? `${JSON.stringify(findings, null, 2)}\n` : `${findingsText(findings)}\n`);
    return hasErrors(findings) ? 1 : 0;
  },
});

function explanationOf(code: string): string {
  if (!Object.hasOwn(codes, code))
    throw new UsageError(`There is no finding "${code}". ${suggest(code, Object.keys(codes))}`);
  const { severity, why } = codes[code as Code];
  return `${code} (${severity})\n${why}\n`;
}

if (import.meta.main) await runCommand(command);
