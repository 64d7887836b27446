import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Code, codes } from '#kb/findings/codes.ts';
import { type Finding, hasErrors } from '#kb/findings/finding.ts';
import { suggest } from '#kb/findings/suggest.ts';
import { applySeverity } from '#kb/rules/check.ts';
import { annotationsFor } from '#report/annotations.ts';
import { annotateFindings } from '#report/finding-annotations.ts';
import { findingsText } from '#report/findings-text.ts';
import { defineCommand } from './shared/command.ts';
import { UsageError } from './shared/failures.ts';
import { annotationsOption, contentOption, themeOption, untrustedOption } from './shared/options.ts';
import { restoreOut } from './shared/out-folder.ts';
import { nameOf } from './shared/paths.ts';
import { showProgress } from './shared/progress.ts';
import { runCommand } from './shared/run-command.ts';

export const command = defineCommand({
  name: 'check',
  summary: 'Find all problems in your content at once. Nothing is changed.',
  usage: ['[options]', '--explain CODE'],
  options: {
    content: contentOption,
    theme: { ...themeOption, about: 'Theme to check' },
    dist: { value: 'DIR', about: 'Built site to test with the questions in searches.yaml' },
    all: { about: 'List each finding, even if there are hundreds of the same type' },
    annotations: annotationsOption,
    json: { about: 'Print the findings as JSON: [{code, severity, path, line, column, says, fix}]' },
    untrusted: untrustedOption,
    explain: { value: 'CODE', about: 'Say why a finding matters, such as link-broken' },
  },
  examples: [
    'npm run check',
    'npm run check -- --dist dist',
    'npm run check -- --annotations github',
    'npm run check -- --explain link-broken',
  ],
  run: async ({ content, theme, dist, all, annotations, untrusted, json, explain }) => {
    if (json && annotations !== undefined) throw new UsageError('Use only one of --json and --annotations.');
    if (explain !== undefined) {
      process.stdout.write(explanationOf(explain));
      return 0;
    }
    const { checkWithProgress } = await import('./shared/content-progress.ts');
    const {
      library,
      searches,
      findings: found,
    } = await checkWithProgress(content, theme, { untrusted }, new Date().toISOString().slice(0, 10));
    if (dist !== undefined) await restoreOut(dist);
    if (dist !== undefined && !existsSync(join(resolve(dist), 'pagefind')))
      throw new UsageError(`--dist is "${dist}", which isn't the folder of a built site.`);
    const { trySearches } = await import('#io/search/try-searches.ts');
    const progress = showProgress();
    const onTried = (done: number) => progress.show('Trying the questions of searches.yaml', done);
    const lost = dist === undefined ? [] : await trySearches(searches, resolve(dist), onTried);
    progress.clear();
    const findings = applySeverity([...found, ...applySeverity(lost, library?.site.severity ?? {})], {});
    if (annotations !== undefined)
      process.stdout.write(
        annotationsFor(
          annotations,
          annotateFindings(findings, (path) => nameFromRoot(content, path)),
        ),
      );
    else if (json) process.stdout.write(`${JSON.stringify(findings.map(asJson), null, 2)}\n`);
    else process.stdout.write(`${findingsText(findings, all)}\n`);
    return hasErrors(findings) ? 1 : 0;
  },
});

function asJson({ group: _, ...found }: Finding): Finding {
  return found;
}

/** Themes are next to the content folder, everything else is in it. */
function nameFromRoot(content: string, path: string): string {
  return nameOf(join(path.startsWith('themes/') ? dirname(content) : content, path)).replaceAll('\\', '/');
}

function explanationOf(code: string): string {
  if (!Object.hasOwn(codes, code))
    throw new UsageError(`There is no finding "${code}". ${suggest(code, Object.keys(codes))}`);
  const { severity, why } = codes[code as Code];
  return `${code} (${severity})\n${why}\n`;
}

if (import.meta.main) await runCommand(command);
