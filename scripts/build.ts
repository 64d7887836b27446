import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type CompileBeside, compileBeside } from '#build/compile-beside.ts';
import { hasBundle } from '#build/keeping/kept-bundle.ts';
import { keptName, longDigest, previewName, removeKept } from '#build/keeping/kept-file.ts';
import { openKeptTexts } from '#build/keeping/kept-texts.ts';
import { type BuildOptions, basePath } from '#build/options.ts';
import { PART_SITE } from '#build/parts/part-file.ts';
import { writePart } from '#build/parts/write-part.ts';
import { smallPictures } from '#build/pictures/small-pictures.ts';
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
import { findingsText } from '#report/findings-text.ts';
import { joinInto, mustOnlyJoin } from './build/join.ts';
import { mustHaveLocales, readAddress, readLocales } from './build/read-words.ts';
import { mustBeReplaceable } from './build/replaceable.ts';
import { summaryText } from './build/summary.ts';
import { defineCommand } from './shared/command.ts';
import { failureText, Refusal, UsageError } from './shared/failures.ts';
import { contentOption, themeOption, untrustedOption } from './shared/options.ts';
import { claimOut } from './shared/out-folder.ts';
import { unexpectedText } from './shared/parse-words.ts';
import { nameOf } from './shared/paths.ts';
import { type Progress, showProgress } from './shared/progress.ts';
import { readDay, readOneOf } from './shared/read-values.ts';
import { runCommand } from './shared/run-command.ts';

/** With so many articles, the check takes longer than another process needs to start. */
const MANY = 1000;

const readAudience = readOneOf('public', 'internal');

export const command = defineCommand({
  name: 'build',
  summary: 'Check your content, then build the site and its search index.',
  details: 'If anything is wrong, the site that was built before is left as it is.',
  options: {
    content: contentOption,
    theme: themeOption,
    out: {
      value: 'DIR',
      about: 'Folder to build the site into',
      otherwise: 'dist, or dist-parts/LANGUAGES for a part',
    },
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
    locales: {
      value: 'LANGUAGES',
      about: 'Build only the pages of these languages, such as en,fi, as a part for --join',
      group: 'On several machines',
      read: readLocales,
    },
    join: { about: 'Put parts together to the whole site', group: 'On several machines' },
  },
  arguments: { parts: { placeholder: 'PART', about: 'Folders of the parts to join', optional: true, repeat: true } },
  usage: ['[options]', '--join PART… [--out DIR]'],
  examples: [
    'npm run build',
    'npm run build -- --audience internal --out dist-internal',
    'npm run build -- --locales en,fi',
    'npm run build -- --join dist-parts/*',
  ],
  run: async ({ join: joins, out: named, ...options }, { parts }) => {
    const started = performance.now();
    if (joins) mustOnlyJoin(options, parts);
    else if (parts[0] !== undefined) throw new UsageError(unexpectedText(parts[0], { content: contentOption }));
    const { locales } = options;
    const out = named ?? (locales ? `dist-parts/${locales.join('-')}` : 'dist');
    const claim = await claimOut(out);
    const progress = showProgress();
    try {
      return joins
        ? await joinInto(claim, { names: parts, out, started, progress })
        : await buildInto(claim, { ...options, contentDir: options.content, out, started, progress });
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
  /** If it is a part. */
  locales: readonly string[] | undefined;
  /** In milliseconds of `performance.now`. */
  started: number;
  progress: Progress;
}

/** @returns the exit code */
async function buildInto(claim: Claim, request: BuildRequest): Promise<number> {
  const { contentDir, theme, out, audience, site, untrusted, locales, started, progress } = request;
  const outDir = resolve(out);
  await mustBeReplaceable(outDir, out, locales ? 'a part' : 'a built site');
  const snapshot = await takeSnapshot(contentDir).catch((error: unknown) => {
    throw new Refusal(`The content couldn't be copied: ${failureText(error)} Nothing was built.`);
  });
  progress.show('Checking the content');
  let compiling: CompileBeside | undefined;
  try {
    const kept = keptName(resolve(contentDir), { theme, audience, site, untrusted, locales });
    if (request.fresh) for (const name of [kept, previewName(resolve(contentDir), theme)]) await removeKept(name);
    let pictures = 0;
    const texts = await openKeptTexts(`${kept}.texts`);
    const day = request.today ?? new Date().toISOString().slice(0, 10);
    // What can't be read has the same findings as in `npm run check`.
    const isWhole = snapshot.failed.length === 0 && existsSync(join(snapshot.contentDir, 'site.yaml'));
    if (isWhole && snapshot.articles.size > MANY && !(await hasBundle(kept))) {
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
        smaller: (bytes, output) => {
          progress.show(`Preparing the pictures (${++pictures})`);
          return smallPictures(bytes, output);
        },
        onRead: (done) => progress.show('Checking the content', done),
        articles: isWhole ? snapshot.articles : undefined,
      },
    );
    const articles = new Map(locales && [...snapshot.articles].map(([path, text]) => [path, longDigest(text)]));
    snapshot.articles.clear();
    if (!library || !setup || hasErrors(findings)) {
      progress.clear();
      process.stderr.write(`${findingsText(findings)}\n\nNothing was built. ${out} is unchanged.\n`);
      return 1;
    }
    const [failed] = snapshot.failed;
    if (failed)
      throw new Refusal(`${nameOf(failed.path)} can't be read: ${failureText(failed.error)} Nothing was built.`);
    if (locales) mustHaveLocales(locales, library.site.locales);
    const published = publishedLibrary(library, audience, day);
    const coverage = sources.size + searched.length > 0 ? measureCoverage(published, sources) : undefined;
    const options: BuildOptions = {
      contentDir: snapshot.contentDir,
      historyDir: contentDir,
      outDir: locales ? join(claim.draft, PART_SITE) : claim.draft,
      before: locales ? join(outDir, PART_SITE) : outDir,
      locales,
      theme,
      site,
      audience,
      today: day,
      popular: coverage ? popularTopics(coverage) : [],
      rising: coverage ? risingTopics(coverage, day) : [],
      untrusted,
      kept,
    };
    const guarded = locales ? searches.filter(({ locale }) => locales.includes(locale)) : searches;
    let missed: Finding[] = [];
    const onTried = (done: number) => progress.show('Trying the questions of searches.yaml', done);
    const approve = async (folder: string) => {
      missed = applySeverity(await trySearches(guarded, folder, onTried), library.site.severity);
      return !hasErrors(missed);
    };
    // Loading what builds takes longer than checking, which comes first.
    const { buildSite } = await import('#build/build-site.ts');
    const built = await buildSite({ library: published, html, setup, compiling }, options, approve, progress.show)
      .then(async (built) => {
        if (built && locales) {
          const paths = new Set(published.articles.map(({ path }) => path));
          await writePart(claim.draft, { ...built, ...snapshot, locales, published: paths, articles });
        }
        if (built) await claim.replace();
        await texts.save();
        return built;
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
    if (!built) {
      process.stderr.write(`${findingsText(missed)}\n\nNothing was published. ${out} is unchanged.\n`);
      return 1;
    }
    process.stdout.write(
      summaryText({
        ...{ contentDir, theme, out, locales, findings, library: published, coverage },
        pages: built.pages,
        missed: missed.length,
        searches: guarded.length,
        lacksAddress: audience === 'public' && built.entry.url === undefined,
        searched: searchesWithoutResult(searched, published),
        seconds: (performance.now() - started) / 1000,
      }),
    );
    return 0;
  } finally {
    compiling?.close();
    await snapshot.remove();
  }
}

if (import.meta.main) await runCommand(command);
