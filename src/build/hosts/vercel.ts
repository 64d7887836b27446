import { escapeRegExp } from '#kb/values/escape.ts';
import type { Host, HostRequest } from './host.ts';
import { moveRulesOf, movesOf, partsOf, patternOf, SETUP_FILES, VARY, WANTS_MARKDOWN } from './rules.ts';
import { dailyWorkflow } from './workflow.ts';

const OUTPUT = '.vercel/output';

/**
 * Vercel: it builds after each push and compresses. Headers and redirects belong to what was built, so the build writes
 * them into `.vercel/output`, which Vercel publishes as it is (https://vercel.com/docs/build-output-api/v3).
 */
export const vercel: Host = {
  title: 'Vercel',
  files: (request) => {
    const files = `${OUTPUT}/static${request.site.base}`;
    const commands = [
      'npm run build',
      `rm -rf ${OUTPUT}`,
      `mkdir -p ${files}`,
      `cp -R ${request.out}/. ${files}`,
      'npm run new -- deploy vercel --write . --force',
    ];
    return [
      {
        path: 'vercel.json',
        text: json({ framework: null, installCommand: 'npm ci', buildCommand: commands.join(' && ') }),
      },
      { path: `${OUTPUT}/config.json`, text: json(outputConfig(request)) },
      { path: '.github/workflows/help-center-daily.yml', text: dailyWorkflow('VERCEL_DEPLOY_HOOK') },
    ];
  },
  next: () => [
    `Commit vercel.json and the workflow, and push them; add .vercel to .gitignore, because each build writes ${OUTPUT}/config.json again.`,
    'On Vercel, add a project from this repository.',
    'For the daily build: on Vercel, create a deploy hook under Settings > Git. On GitHub, save its address as the secret VERCEL_DEPLOY_HOOK.',
  ],
};

function outputConfig(request: HostRequest) {
  const { base } = request.site;
  const parts = partsOf(request.site);
  const part = (keep: (name: string) => boolean) =>
    parts.flatMap(({ path, headers }) => {
      const kept = headers.filter(([name]) => keep(name));
      return kept.length === 0
        ? []
        : [{ src: `^${patternOf(path)}$`, headers: Object.fromEntries(kept), continue: true }];
    });
  const to = (status: number, src: string, Location: string) => ({ src, status, headers: { Location } });
  return {
    version: 3,
    routes: [
      // It knows the types of files.
      ...part((name) => name !== 'Cache-Control' && name !== 'Content-Type'),
      { src: `^${patternOf(base)}.*$`, headers: Object.fromEntries([VARY]), continue: true },
      ...(base === '/' ? [] : [to(302, '^/$', base)]),
      // A source is compared with the address as it was sent.
      ...movesOf(request).flatMap((move) =>
        [...new Set(move.from.flatMap((path) => [path, encodeURI(path), fullyEncoded(path)]))].map((path) =>
          to(301, `^${escapeRegExp(path)}$`, move.to),
        ),
      ),
      ...moveRulesOf(request, (group) => `$${group}`).map((rule) => to(301, rule.pattern, rule.to)),
      { src: `^${patternOf(base)}${SETUP_FILES}$`, status: 404, dest: `${base}404.html` },
      ...twinPatterns(request.twins).map((src) => ({
        src,
        has: [{ type: 'header', key: 'accept', value: `.*${escapeRegExp(WANTS_MARKDOWN)}.*` }],
        dest: '/$1.md',
      })),
      to(308, '^/((?:[^/]+/)*[^/\\.]+)$', '/$1/'),
      { handle: 'filesystem' },
      { handle: 'hit' },
      // A missing file must not be kept for a year.
      ...part((name) => name === 'Cache-Control'),
      { handle: 'error' },
      { src: '^/.*$', status: 404, dest: `${base}404.html` },
    ],
  };
}

// Vercel takes patterns of at most 4,096 characters.
const LONGEST_PATTERN = 4000;

/** Regular expressions for the pages that have a Markdown file, as few as can be. */
function twinPatterns(twins: readonly string[]): string[] {
  const groups: string[] = [];
  for (const twin of twins) {
    const path = escapeRegExp(encodeURI(twin.slice(1, -1)));
    const longer = groups.length > 0 ? `${groups.at(-1)}|${path}` : path;
    if (groups.length === 0 || longer.length > LONGEST_PATTERN) groups.push(path);
    else groups[groups.length - 1] = longer;
  }
  return groups.map((paths) => `^/(${paths})/$`);
}

function fullyEncoded(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
