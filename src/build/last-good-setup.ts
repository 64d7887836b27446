import { readSiteSetup, type SiteSetup } from '#io/content/read-site-setup.ts';
import type { Finding } from '#kb/findings/finding.ts';
import type { BuildOptions } from './options.ts';

/** Reads everything around the articles. */
export type ReadSetup = () => Promise<{ setup: SiteSetup | undefined; findings: Finding[] }>;

/**
 * Reads everything around the articles, again with each call.
 *
 * While writing, what cannot be read stays as it last was, so one broken file does not change all pages.
 */
export function setupReader(options: BuildOptions): ReadSetup {
  let good: SiteSetup | undefined;
  return async () => {
    const { setup, findings, partial } = await readSiteSetup(options.contentDir, options.theme, options);
    if (!options.writing) return { setup, findings };
    if (setup) {
      const shown = good ? withLastGood(setup, good) : setup;
      good = shown;
      return { setup: shown, findings };
    }
    // Articles can still be added and removed.
    const files = good && (await partial?.())?.setup;
    return { setup: good && files ? { ...good, ...filesOf(files) } : good, findings };
  };
}

function withLastGood(setup: SiteSetup, good: SiteSetup): SiteSetup {
  const broken = new Set(setup.findings.filter(({ path }) => !path.startsWith('articles/')).map(({ code }) => code));
  // Variables, snippets and wording are one scope for articles.
  const isScopeBroken = (['fact-invalid', 'strings-invalid', 'mdx-syntax'] as const).some((code) => broken.has(code));
  const { topics, topicsUnread, facts, texts, scopeOf, key, announcements } = good;
  return {
    ...setup,
    ...(broken.has('topics-invalid') && { topics, topicsUnread }),
    ...(isScopeBroken && { facts, texts, scopeOf, key }),
    ...(broken.has('announcement-invalid') && { announcements }),
  };
}

function filesOf({ articleFiles, assets }: SiteSetup): Pick<SiteSetup, 'articleFiles' | 'assets'> {
  return { articleFiles, assets };
}
