import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { hosts } from '#build/hosts/all.ts';
import type { HostRequest } from '#build/hosts/host.ts';
import { listFiles, readText } from '#io/machine/files.ts';
import { readServedAddress, readServedSite, readTwins } from '#io/machine/served-site.ts';
import { makeFolder } from '../../folder.ts';

// Hosts that can't run here: their files are read as they read them, and the commands in them are run.
const bases = ['/', '/help/'];

async function built(base: string): Promise<{ root: string; request: HostRequest }> {
  const root = await makeFolder({
    'dist/index.html': `<link rel="canonical" href="https://pilvi.example${base}en/">`,
    'dist/404.html': 'not here',
    'dist/robots.txt': 'User-agent: *',
    'dist/en/index.html': 'home',
    'dist/en/search.json': '{}',
    'dist/en/a b/index.html': 'page',
    'dist/en/a b.md': 'markdown',
    'dist/old/a b/index.html': 'moved',
    'dist/old/ä/index.html': 'moved',
    'dist/old/7.html': 'moved',
    'dist/.nojekyll': '',
    'dist/_headers': `${base}*\n  Content-Security-Policy: default-src 'none'\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: strict-origin-when-cross-origin\n  Strict-Transport-Security: max-age=31536000\n  Cross-Origin-Opener-Policy: same-origin\n  Access-Control-Allow-Origin: *\n${base}_media/*.svg\n  Content-Security-Policy: sandbox\n${base}_astro/*\n  Cache-Control: public, max-age=31536000, immutable\n`,
    'dist/_redirects': `${base}old/7.html ${base}en/ 301\n${base}old/a%20b ${base}en/ 301\n${base}old/%C3%A4/ ${base}en/ 301\n`,
  });
  const dist = join(root, 'dist');
  const { origin } = await readServedAddress(dist);
  const site = await readServedSite(dist);
  const twins = await readTwins(dist, site);
  const request = { site, twins, origin, out: 'dist', domains: new Map(), root: '/var/www/help', port: undefined };
  return { root, request };
}

const textOf = (name: keyof typeof hosts, request: HostRequest, path: string) =>
  hosts[name].files(request).find((file) => file.path === path)?.text ?? '';

/** Runs the module of a configuration. */
const moduleOf = (text: string) => import(`data:text/javascript,${encodeURIComponent(text)}`);

/** Sends the files of the built site, as a host does. */
function assetsOf(root: string, base: string): { fetch(request: Request): Promise<Response> } {
  return {
    async fetch({ url }) {
      const path = decodeURIComponent(new URL(url).pathname).slice(base.length);
      const text = await readText(join(root, 'dist', path.replace(/(^|\/)$/, '$1index.html')));
      return new Response(text ?? 'not here', { status: text === undefined ? 404 : 200 });
    },
  };
}

/** Runs commands as a runner does, without what needs the network or our own package. */
function runShell(root: string, commands: string): void {
  const here = commands.replace(/^npm run build(?: && (?:\\\n)?)?/, '').replace(/ && npm run new .*$/m, '');
  execFileSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', here], { cwd: root });
}

interface Workflow {
  on: { schedule: { cron: string }[]; push?: { branches: string[] } };
  permissions: object;
  jobs: Record<
    string,
    { permissions?: Record<string, string>; steps: { uses?: string; run?: string; env?: Record<string, string> }[] }
  >;
}

describe.each(Object.keys(hosts) as (keyof typeof hosts)[])('the workflows for %s', (name) => {
  it('run after each push and every day, with pinned actions and no permission too many', async () => {
    const { request } = await built('/');
    for (const { path, text } of hosts[name].files(request)) {
      if (!path.startsWith('.github/')) continue;
      const workflow: Workflow = parse(text);
      expect(workflow.on.schedule).toEqual([{ cron: '17 4 * * *' }]);
      if (!path.includes('daily')) expect(workflow.on.push).toEqual({ branches: ['main'] });
      expect(workflow.permissions).toEqual({});
      const can = Object.values(workflow.jobs).map(({ permissions = {} }) => Object.entries(permissions).join(' '));
      expect(can).toEqual(
        {
          'github-pages': ['contents,read', 'pages,write id-token,write'],
          cloudflare: ['contents,read'],
          s3: ['contents,read id-token,write'],
        }[name as string] ?? [''],
      );
      for (const step of Object.values(workflow.jobs).flatMap(({ steps }) => steps)) {
        if (step.uses !== undefined) expect(step.uses).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
        // What someone else could write never becomes part of a command.
        expect(step.run ?? '').not.toContain('${{');
        if (step.run !== undefined) execFileSync('bash', ['-n', '-c', step.run]);
      }
      expect(text.match(/uses: .*/g) ?? []).toEqual(text.match(/uses: \S+ # v\d+\.\d+\.\d+$/gm) ?? []);
    }
  });
});

describe.each(['github-pages', 'cloudflare', 's3'] as const)('the workflow for %s with several machines', (name) => {
  it('builds each part with one of them, and puts together what it fetches', async () => {
    const { request } = await built('/');
    const parts = [['en', 'fi'], ['sv']];
    const text = textOf(name, { ...request, parts }, '.github/workflows/help-center.yml');
    const { jobs }: Workflow = parse(text);
    expect(Object.keys(jobs).slice(0, 3)).toEqual(['day', 'part', 'build']);
    expect(jobs.part).toMatchObject({ needs: 'day', strategy: { matrix: { locales: ['en,fi', 'sv'] } } });
    expect(jobs.part?.permissions).toEqual({ contents: 'read' });
    expect(jobs.build).toMatchObject({ needs: 'part' });
    const steps = Object.values(jobs).flatMap(({ steps }) => steps);
    for (const { run = '' } of steps) {
      expect(run).not.toContain('${{');
      execFileSync('bash', ['-n', '-c', run]);
    }
    // A key of the cache can't have commas.
    expect(text).toContain(`key: ohje-\${{ strategy.job-index }}-`);
    const ours = steps.flatMap(({ run }) => (run?.includes('npm run build') ? [run] : []));
    expect(ours.join('\n')).toMatch(/--locales "\$LOCALES" --today "\$TODAY"[\s\S]*--join parts\/\*\/part/);
  });
});

describe('the pipeline of GitLab with several machines', () => {
  it('builds each part with one of them, and puts together what it fetches', async () => {
    const { request } = await built('/');
    const text = textOf('gitlab-pages', { ...request, parts: [['en', 'fi'], ['sv']] }, '.gitlab-ci.yml');
    const jobs = parse(text);
    expect(jobs.part.parallel).toEqual({ matrix: [{ LOCALES: ['en,fi', 'sv'] }] });
    expect(jobs.part.script[1]).toContain('--out "dist-parts/$CI_NODE_INDEX"');
    expect(jobs.part.artifacts.paths).toEqual(['dist-parts']);
    expect(jobs.pages.needs).toEqual(['part']);
    expect(jobs.pages.script[1]).toBe('npm run build -- --join dist-parts/*');
  });
});

describe.each(bases)('a site at %s', (base) => {
  const inside = base.slice(1);

  it('is built by Netlify into the folder that it publishes', async () => {
    const { root, request } = await built(base);
    const { build } = parseToml(textOf('netlify', request, 'netlify.toml')) as {
      build: { publish: string; command: string; environment: object };
    };
    expect(build.environment).toEqual({ NODE_VERSION: '24' });
    expect(build.command).toMatch(/^npm run build && /);
    runShell(root, build.command);
    expect(await readFile(join(root, build.publish, '_headers'), 'utf8')).toContain(`\n${base}*\n  Vary: Accept\n`);
    const files = await listFiles(join(root, build.publish));
    expect(files).toEqual(expect.arrayContaining(['404.html', '_headers', '_redirects', `${inside}en/index.html`]));
    const lines = (await readFile(join(root, build.publish, '_redirects'), 'utf8')).trim().split('\n');
    expect(lines).toEqual([
      `${base}old/7.html ${base}en/ 301!`,
      `${base}old/a%20b ${base}en/ 301!`,
      `${base}old/%C3%A4/ ${base}en/ 301!`,
      ...(base === '/' ? [] : ['/ /help/ 302']),
    ]);
  });

  it('is uploaded to Cloudflare with every form of an old address', async () => {
    const { root, request } = await built(base);
    const settings = JSON.parse(textOf('cloudflare', request, 'wrangler.jsonc').replace(/^ *\/\/.*$/gm, ''));
    expect(settings.assets).toMatchObject({ directory: './public', not_found_handling: '404-page' });
    const workflow: Workflow = parse(textOf('cloudflare', request, '.github/workflows/help-center.yml'));
    const steps = workflow.jobs.build?.steps.filter(({ run }) => run?.includes('public')) ?? [];
    for (const { run = '' } of steps) runShell(root, run);
    const lines = (await readFile(join(root, 'public/_redirects'), 'utf8')).trim().split('\n');
    expect(lines).toEqual([
      `${base}old/7.html ${base}en/ 301`,
      `${base}old/a%20b ${base}en/ 301`,
      `${base}old/a%20b/ ${base}en/ 301`,
      `${base}old/%C3%A4 ${base}en/ 301`,
      `${base}old/%C3%A4/ ${base}en/ 301`,
      ...(base === '/' ? [] : ['/ /help/ 302']),
    ]);
    expect(await readFile(join(root, 'public', inside, 'en/index.html'), 'utf8')).toBe('home');
    expect(await readFile(join(root, 'public/_headers'), 'utf8')).toContain(`\n${base}*\n  Vary: Accept\n`);
    expect(settings.assets.run_worker_first).toEqual([`${base}*`, `!${base}_astro/*`]);
  });

  it('has a function for Netlify that sends Markdown to those who ask for it', async () => {
    const { root, request } = await built(base);
    const { default: answer, config } = await moduleOf(
      textOf('netlify', request, 'netlify/edge-functions/markdown.js'),
    );
    const fetchElsewhere = globalThis.fetch;
    onTestFinished(() => {
      globalThis.fetch = fetchElsewhere;
    });
    globalThis.fetch = async (input) => assetsOf(root, base).fetch(new Request(String(input)));
    const rewritten = async (path: string, accept: string) => {
      const url = `https://pilvi.example${base}${path}`;
      const runs =
        new RegExp(config.pattern).test(new URL(url).pathname) && new RegExp(config.header.accept).test(accept);
      return runs ? String(await answer(new Request(url, { headers: { accept } }))) : 'not run';
    };
    expect(await rewritten('en/a b/', 'text/markdown, */*')).toBe(`https://pilvi.example${base}en/a%20b.md`);
    // The home page has no Markdown.
    expect(await rewritten('en/', 'text/markdown')).toBe('undefined');
    expect(await rewritten('en/a b/', 'text/html, */*')).toBe('not run');
    expect(await rewritten('en/a b.md', 'text/markdown')).toBe('not run');
  });

  it('has a Worker for Cloudflare that sends Markdown to those who ask for it', async () => {
    const { root, request } = await built(base);
    const { main } = JSON.parse(textOf('cloudflare', request, 'wrangler.jsonc').replace(/^ *\/\/.*$/gm, ''));
    const { default: worker } = await moduleOf(textOf('cloudflare', request, main));
    const sent = async (path: string, accept: string) => {
      const asked = new Request(`https://pilvi.example${base}${path}`, { headers: { accept } });
      const response: Response = await worker.fetch(asked, { ASSETS: assetsOf(root, base) });
      return response.text();
    };
    expect(await sent('en/a b/', 'text/markdown, */*')).toBe('markdown');
    expect(await sent('en/', 'text/markdown')).toBe('home');
    expect(await sent('en/a b/', 'text/html, */*')).toBe('page');
    expect(await sent('en/nothing/', 'text/markdown')).toBe('not here');
  });

  it('is published on GitLab with real redirects and compressed copies', async () => {
    const { root, request } = await built(base);
    const { pages } = parse(textOf('gitlab-pages', request, '.gitlab-ci.yml'));
    expect(pages.artifacts.paths).toEqual(['public']);
    expect(pages.script.slice(0, 2)).toEqual(['npm ci', 'npm run build']);
    runShell(root, pages.script[2]);
    const files = await listFiles(join(root, 'public'));
    // GitLab serves a file before a redirect.
    expect(files.filter((file) => file.startsWith('old/'))).toEqual([]);
    expect(files).toEqual(expect.arrayContaining(['404.html', '404.html.gz', '_redirects', 'en/index.html.gz']));
  });

  it('is published on GitHub as it was built', async () => {
    const { request } = await built(base);
    const host = hosts['github-pages'];
    const workflow: Workflow & { jobs: { build: { steps: { with?: object }[] } } } = parse(
      textOf('github-pages', request, '.github/workflows/help-center.yml'),
    );
    expect(workflow.jobs.build.steps.at(-1)).toMatchObject({ with: { path: 'dist' } });
    expect(host.next(request)[0]).toContain(base === '/' ? 'NAME.github.io' : 'must be named help.');
  });

  it('is put where Vercel takes it from, with routes for everything', async () => {
    const { root, request } = await built(base);
    const { buildCommand } = JSON.parse(textOf('vercel', request, 'vercel.json'));
    // Vercel takes no longer one.
    expect(buildCommand.length).toBeLessThan(256);
    runShell(root, buildCommand);
    expect(await readFile(join(root, '.vercel/output/static', inside, 'en/index.html'), 'utf8')).toBe('home');
    const { version, routes } = JSON.parse(textOf('vercel', request, '.vercel/output/config.json'));
    expect(version).toBe(3);
    const matching = (path: string) =>
      routes.filter(({ src }: { src?: string }) => src !== undefined && new RegExp(src).test(path));
    for (const path of ['old/7.html', 'old/a%20b', 'old/a%20b/', 'old/%C3%A4', 'old/%C3%A4/', 'old/ä'])
      expect(matching(base + path)).toContainEqual(
        expect.objectContaining({ status: 301, headers: { Location: `${base}en/` } }),
      );
    expect(matching(`${base}en`)).toContainEqual(
      expect.objectContaining({ status: 308, headers: { Location: '/$1/' } }),
    );
    const sent = (path: string) =>
      Object.assign(
        {},
        ...matching(path).map(({ continue: goesOn, headers }: { continue?: true; headers: object }) =>
          goesOn ? headers : {},
        ),
      );
    expect(sent(`${base}en/`)).toMatchObject({
      Vary: 'Accept',
      'Content-Security-Policy': "default-src 'none'",
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'public, max-age=0, must-revalidate',
    });
    expect(sent(`${base}_media/a.svg`)['Content-Security-Policy']).toBe('sandbox');
    expect(sent(`${base}_astro/a.js`)['Cache-Control']).toContain('immutable');
    const twinOf = (path: string) => {
      const route = matching(path).find(({ has }: { has?: object }) => has !== undefined);
      expect(route?.has ?? [{ value: '.*text/markdown.*' }]).toMatchObject([{ value: '.*text/markdown.*' }]);
      return route && path.replace(new RegExp(route.src), route.dest);
    };
    expect(twinOf(`${base}en/a%20b/`)).toBe(`${base}en/a%20b.md`);
    expect(twinOf(`${base}en/`)).toBeUndefined();
  });

  it('has a stack of AWS, and commands that upload it', async () => {
    const { request } = await built(base);
    const stack = JSON.parse(textOf('s3', request, 'help-center.stack.json'));
    const { Bucket, Distribution, PageHeaders } = stack.Resources;
    expect(Bucket.Properties.WebsiteConfiguration.ErrorDocument).toBe(`${inside}404.html`);
    expect(Distribution.Properties.DistributionConfig.DefaultCacheBehavior.Compress).toBe(true);
    expect(PageHeaders.Properties.ResponseHeadersPolicyConfig).toMatchObject({
      SecurityHeadersConfig: {
        ContentSecurityPolicy: { ContentSecurityPolicy: "frame-ancestors 'none'", Override: true },
        ContentTypeOptions: { Override: true },
        ReferrerPolicy: { ReferrerPolicy: 'strict-origin-when-cross-origin', Override: true },
        StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000, IncludeSubdomains: false, Override: true },
      },
      CustomHeadersConfig: { Items: [{ Header: 'Cross-Origin-Opener-Policy', Value: 'same-origin', Override: true }] },
      CorsConfig: { AccessControlAllowOrigins: { Items: ['*'] } },
    });
    const workflow = textOf('s3', request, '.github/workflows/help-center.yml');
    expect(workflow).toContain(`aws s3 sync dist "s3://$BUCKET${base}" --delete --exclude "_astro/*"`);
    expect(workflow).toContain(
      `aws s3 sync dist/_astro/ "s3://$BUCKET${base}_astro/" --cache-control "public, max-age=31536000, immutable"`,
    );
    expect(workflow).toContain('--website-redirect-location "https://pilvi.example$to"');
  });
});
