import { readdir } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import type { BuildOptions } from '#build/options.ts';
import { partFailure } from '#build/part-failure.ts';
import { checkContent } from '#io/check-content.ts';
import { themeDir } from '#io/content/read-theme.ts';
import { trySearches } from '#io/search/try-searches.ts';
import { publishedLibrary } from '#kb/content/library.ts';
import { type Finding, hasErrors } from '#kb/findings/finding.ts';
import { applySeverity } from '#kb/rules/check.ts';
import { searchesWithoutResult } from '#kb/tickets/records/search-log.ts';
import { measureCoverage, popularTopics } from '#kb/tickets/worklist/coverage.ts';
import { risingTopics } from '#kb/tickets/worklist/rising-topics.ts';
import { contentOption, shellQuoted } from '#kb/values/shell.ts';
import { summaryLines } from '#report/coverage-text.ts';
import { countLine, findingsText } from '#report/findings-text.ts';
import { count } from '#report/layout/numbers.ts';
import {
  callOf,
  command,
  contentFolder,
  dayOption,
  failureText,
  namedContent,
  Refusal,
  UsageError,
} from './shared/command.ts';

const usage = `
Checks the content, builds the site with its search, and shows what the tickets say.
If anything is wrong, the site that was built before stays as it is.

  npm run build -- [--content DIR] [--theme NAME] [--out DIR] [--audience public|internal] [--site URL]

  --content DIR     the folder of your content (content)
  --theme NAME      the theme, if it is not the one in site.yaml
  --out DIR         where the site goes (dist)
  --audience WHO    public, or internal for the support team's own articles too (public)
  --site URL        the address it is published under, if it is not the one in site.yaml
  --today DATE      build as if on this day, for publishOn and archiveOn (today)
`;

await command(
  usage,
  {
    content: { type: 'string' },
    theme: { type: 'string' },
    out: { type: 'string' },
    audience: { type: 'string' },
    site: { type: 'string' },
    today: { type: 'string' },
  },
  async ({ content, theme, out = 'dist', audience = 'public', site, today }, words) => {
    if (words.length > 0) throw new UsageError(`"${words[0]}" is not expected here.`);
    if (audience !== 'public' && audience !== 'internal')
      throw new UsageError(`--audience is "${audience}", but public or internal is expected.`);
    if (site !== undefined && !URL.canParse(site))
      throw new UsageError(`--site is "${site}", but an address such as https://help.example.com/ is expected.`);
    const contentDir = contentFolder(content);
    const outDir = resolve(out);
    const began = performance.now();
    await mustBeReplaceable(outDir, out);
    const { library, counts, searched, searches, findings } = await checkContent(contentDir, theme);
    if (!library || hasErrors(findings)) {
      process.stderr.write(`${findingsText(findings)}\n\nNothing was built; ${out} is as it was.\n`);
      return 1;
    }
    const day = today === undefined ? new Date().toISOString().slice(0, 10) : dayOption('today', today);
    const published = publishedLibrary(library, audience, day);
    const coverage = counts.length + searched.length > 0 ? measureCoverage(published, counts, {}) : undefined;
    const popular = coverage ? popularTopics(coverage) : [];
    const rising = coverage ? risingTopics(coverage, day) : [];
    const options: BuildOptions = { contentDir, outDir, theme, site, audience, today: day, popular, rising };
    let lost: Finding[] = [];
    const approve = async (folder: string) => {
      lost = applySeverity(await trySearches(searches, folder), library.site.severity);
      return !hasErrors(lost);
    };
    // Loading what builds takes longer than checking, which comes first.
    const { buildSite } = await import('#build/build-site.ts');
    const pages = await buildSite(published, options, approve).catch((error: unknown) => {
      if (process.env.DEBUG) throw error;
      const name = theme ?? library.site.theme;
      const why = partFailure(error, name, themeDir(name, contentDir) ?? '') ?? failureText(error);
      throw new Refusal(`The site could not be built: ${why}\n\n${out} is as it was.`);
    });
    if (pages === undefined) {
      process.stderr.write(`${findingsText(lost)}\n\nNothing was published; ${out} is as it was.\n`);
      return 1;
    }
    const folder = namedContent(contentDir);
    const check = `${contentOption(folder)}${theme === undefined ? '' : ` --theme ${theme}`}`;
    const preview = out === 'dist' ? '' : ` --out ${shellQuoted(out)}`;
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const lines = [
      `Built ${count(pages, 'article page')} in ${count(library.locales.length, 'language')} into ${relative(process.cwd(), outDir) || '.'} (${seconds} s).`,
      findings.length > 0 ? `${countLine(findings)}; \`${callOf('check', check)}\` names them.` : undefined,
      lost.length > 0
        ? `${lost.length} of ${count(searches.length, 'question')} in searches.yaml miss their article; \`${callOf('check', `${check} --dist ${shellQuoted(out)}`)}\` names them.`
        : undefined,
      ...(coverage ? ['', ...summaryLines(coverage, searchesWithoutResult(searched, published), folder)] : []),
      '',
      `Look at it with \`${callOf('preview', preview)}\`.`,
    ];
    process.stdout.write(`${lines.filter((line) => line !== undefined).join('\n')}\n`);
    return 0;
  },
);

/** A build replaces the folder, which must be empty or an earlier build. */
async function mustBeReplaceable(folder: string, named: string): Promise<void> {
  const held: string[] = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new Refusal(
      `--out is "${named}", which is no folder that can be opened. Name another one. Nothing was built.`,
    );
  });
  if (held.length > 0 && !(held.includes('pagefind') && held.includes('404.html')))
    throw new Refusal(
      `--out is "${named}", which holds something else than a built site. Name a new folder, or empty this one. Nothing was built.`,
    );
}
