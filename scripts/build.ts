import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { type CompileBeside, compileBeside } from '#build/compile-beside.ts';
import { hasBundle } from '#build/keeping/kept-bundle.ts';
import { keptName, previewName, removeKept } from '#build/keeping/kept-file.ts';
import { openKeptTexts } from '#build/keeping/kept-texts.ts';
import { type BuildOptions, basePath } from '#build/options.ts';
import { themePartFailure } from '#build/theme-part-failure.ts';
import { checkContent } from '#io/check-content.ts';
import { themeDir } from '#io/content/read-theme.ts';
import { takeSnapshot } from '#io/content/snapshot.ts';
import { type Claim, FolderAside } from '#io/machine/claim-folder.ts';
import { trySearches } from '#io/search/try-searches.ts';
import { publishedLibrary } from '#kb/content/library.ts';
import { type Finding, hasErrors } from '#kb/findings/finding.ts';
import { applySeverity } from '#kb/rules/check.ts';
import { searchesWithoutResult } from '#kb/tickets/records/search-log.ts';
import { measureCoverage, popularTopics } from '#kb/tickets/worklist/coverage.ts';
import { risingTopics } from '#kb/tickets/worklist/rising-topics.ts';
import { contentFlag, shellQuoted } from '#kb/values/shell.ts';
import { CREDENTIALS, hasCredentials, hasPlainPath, PLAIN_PATH } from '#kb/values/web-address.ts';
import { summaryLines } from '#report/coverage-text.ts';
import { countLine, findingsText } from '#report/findings-text.ts';
import { count } from '#report/layout/numbers.ts';
import { defineCommand } from './shared/command.ts';
import { failureText, Refusal, UsageError } from './shared/failures.ts';
import { contentOption, themeOption, untrustedOption } from './shared/options.ts';
import { claimOut } from './shared/out-folder.ts';
import { callOf, namedContent, nameOf } from './shared/paths.ts';
import { type Progress, showProgress } from './shared/progress.ts';
import { readDay, readOneOf } from './shared/read-values.ts';
import { runCommand } from './shared/run-command.ts';

const WITHOUT_ADDRESS =
  "Without the address of the site, there is no sitemap and no feed, and search engines can't match translations. Add it to site.yaml, such as: url: https://help.example.com/";

const readAudience = readOneOf('public', 'internal');

export const command = defineCommand({
  name: 'build',
  summary: 'Check your content, then build the site and its search index.',
  details: 'If anything is wrong, the site that was built before is left as it is.',
  options: {
    content: contentOption,
    theme: themeOption,
    out: { value: 'DIR', about: 'Folder to build the site into', default: 'dist' },
    audience: {
      value: 'AUDIENCE',
      about: 'public, or internal to include articles for the support team',
      default: 'public',
      read: readAudience,
    },
    site: {
      value: 'URL',
      about: 'Address the site is published at',
      otherwise: 'url in site.yaml',
      read: readAddress,
    },
    today: {
      value: 'DATE',
      about: 'Build as if on this date, for publishOn and archiveOn',
      otherwise: 'today',
      read: readDay,
    },
    fresh: { about: 'Render every page again, and remove what earlier builds and previews kept for this one' },
    untrusted: untrustedOption,
  },
  examples: ['npm run build', 'npm run build -- --audience internal --out dist-internal'],
  run: async ({ content: contentDir, theme, out, audience, site, today, fresh, untrusted }) => {
    const started = performance.now();
    const claim = await claimOut(out);
    const progress = showProgress();
    try {
      return await buildInto(claim, {
        contentDir,
        theme,
        out,
        audience,
        site,
        today,
        fresh,
        untrusted,
        started,
        progress,
      });
    } finally {
      progress.clear();
      const left = await claim.release();
      if (left !== undefined)
        process.stderr.write(`${nameOf(left)} couldn't be removed. It isn't part of the site, so you can delete it.\n`);
    }
  },
});

interface BuildRequest {
  contentDir: string;
  theme: string | undefined;
  /** As it was named. */
  out: string;
  audience: BuildOptions['audience'];
  site: string | undefined;
  today: string | undefined;
  fresh: boolean;
  untrusted: boolean;
  /** In milliseconds of `performance.now`. */
  started: number;
  progress: Progress;
}

/** @returns the exit code */
async function buildInto(claim: Claim, request: BuildRequest): Promise<number> {
  const { contentDir, theme, out, audience, site, untrusted, started, progress } = request;
  const outDir = resolve(out);
  await mustBeReplaceable(outDir, out);
  const snapshot = await takeSnapshot(contentDir).catch((error: unknown) => {
    throw new Refusal(`The content couldn't be copied: ${failureText(error)} Nothing was built.`);
  });
  progress.show('Checking the content');
  let compiling: CompileBeside | undefined;
  try {
    const kept = keptName(resolve(contentDir), { theme, audience, site, untrusted });
    if (request.fresh) for (const name of [kept, previewName(resolve(contentDir), theme)]) await removeKept(name);
    const texts = await openKeptTexts(`${kept}.texts`);
    const day = request.today ?? new Date().toISOString().slice(0, 10);
    // What can't be read has the same findings as in `npm run check`.
    const isWhole = snapshot.failed.length === 0 && existsSync(join(snapshot.contentDir, 'site.yaml'));
    if (isWhole && !(await hasBundle(kept))) {
      const { contentDir, code: codeArticles } = snapshot;
      compiling = compileBeside({ contentDir, codeArticles, theme, site, audience, today: day, untrusted });
    }
    const { library, setup, sources, searched, searches, html, findings } = await checkContent(
      isWhole ? snapshot.contentDir : contentDir,
      theme,
      { untrusted },
      undefined,
      {
        baseOf: ({ url }) => basePath(site ?? url),
        compileArticle: texts.compileArticle,
        articles: isWhole ? snapshot.articles : undefined,
      },
    );
    snapshot.articles.clear();
    if (!library || !setup || hasErrors(findings)) {
      progress.clear();
      process.stderr.write(`${findingsText(findings)}\n\nNothing was built. ${out} is unchanged.\n`);
      return 1;
    }
    const [failed] = snapshot.failed;
    if (failed)
      throw new Refusal(`${nameOf(failed.path)} can't be read: ${failureText(failed.error)} Nothing was built.`);
    const published = publishedLibrary(library, audience, day);
    const coverage = sources.size + searched.length > 0 ? measureCoverage(published, sources) : undefined;
    const options: BuildOptions = {
      contentDir: snapshot.contentDir,
      historyDir: contentDir,
      outDir: claim.draft,
      before: outDir,
      theme,
      site,
      audience,
      today: day,
      popular: coverage ? popularTopics(coverage) : [],
      rising: coverage ? risingTopics(coverage, day) : [],
      untrusted,
      kept,
    };
    let missed: Finding[] = [];
    const approve = async (folder: string) => {
      missed = applySeverity(await trySearches(searches, folder), library.site.severity);
      return !hasErrors(missed);
    };
    // Loading what builds takes longer than checking, which comes first.
    const { buildSite } = await import('#build/build-site.ts');
    const pages = await buildSite({ library: published, html, setup, compiling }, options, approve, progress.show)
      .then(async (pages) => {
        if (pages !== undefined) await claim.replace();
        await texts.save();
        return pages;
      })
      .catch((error: unknown) => {
        if (process.env.DEBUG) throw error;
        const name = theme ?? library.site.theme;
        const why =
          themePartFailure(error, name, themeDir(name, snapshot.contentDir) ?? '') ??
          failureText(error).replaceAll(snapshot.root, dirname(contentDir));
        const state = error instanceof FolderAside ? '' : `\n\n${out} is unchanged.`;
        throw new Refusal(`The site could not be built: ${why}${state}`);
      });
    progress.clear();
    if (pages === undefined) {
      process.stderr.write(`${findingsText(missed)}\n\nNothing was published. ${out} is unchanged.\n`);
      return 1;
    }
    const folder = namedContent(contentDir);
    const checkOptions = `${contentFlag(folder)}${theme === undefined ? '' : ` --theme ${theme}`}`;
    const previewOptions = out === 'dist' ? '' : ` --out ${shellQuoted(out)}`;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const lines = [
      `Built ${count(pages, 'article page')} in ${count(library.locales.length, 'language')} in ${relative(process.cwd(), outDir) || '.'} (${seconds} s).`,
      findings.length > 0 ? `${countLine(findings)}. For details, run: ${callOf('check', checkOptions)}` : undefined,
      missed.length > 0
        ? `${missed.length} of ${count(searches.length, 'question')} in searches.yaml miss their article. For details, run: ${callOf('check', `${checkOptions} --dist ${shellQuoted(out)}`)}`
        : undefined,
      audience === 'public' && (site ?? library.site.url) === undefined ? WITHOUT_ADDRESS : undefined,
      ...(coverage
        ? [
            '',
            ...summaryLines({
              name: published.site.name,
              coverage,
              searched: searchesWithoutResult(searched, published),
              content: folder,
            }),
          ]
        : []),
      '',
      `To view the site, run: ${callOf('preview', previewOptions)}`,
    ];
    process.stdout.write(`${lines.filter((line) => line !== undefined).join('\n')}\n`);
    return 0;
  } finally {
    compiling?.close();
    await snapshot.remove();
  }
}

function readAddress(text: string, label: string): string {
  if (!URL.canParse(text))
    throw new UsageError(`${label} is "${text}". Use a full address such as https://help.example.com/.`);
  if (hasCredentials(text)) throw new UsageError(`${label} contains a user name or password. ${CREDENTIALS}`);
  if (!hasPlainPath(text)) throw new UsageError(`${label} is "${text}". ${PLAIN_PATH}`);
  return text;
}

/** A build replaces the folder, so it must be empty, or an earlier build. */
async function mustBeReplaceable(folder: string, named: string): Promise<void> {
  const existing: string[] = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new Refusal(
      `--out is "${named}", which isn't a folder that can be opened. Name another one. Nothing was built.`,
    );
  });
  if (existing.length > 0 && !(existing.includes('pagefind') && existing.includes('404.html')))
    throw new Refusal(
      `--out is "${named}", which contains other files than a built site. Name a new folder, or empty this one. Nothing was built.`,
    );
}

if (import.meta.main) await runCommand(command);
