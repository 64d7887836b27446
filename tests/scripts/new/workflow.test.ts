import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { github } from '#build/ci/github.ts';
import { gitlab } from '#build/ci/gitlab.ts';
import { BROWSER } from '#build/ci/shared-steps.ts';
import { addDays } from '#kb/values/day.ts';
import { COMMENT_MARK, ISSUE_MARK } from '#kb/values/note-marks.ts';
import { makeFolder } from '../../folder.ts';
import { commandEnv, engine, run } from '../../run.ts';
import { serveNotes } from './ci-server.ts';
import { serveCommands } from './serve-commands.ts';

interface Step {
  name?: string;
  uses?: string;
  run?: string;
  if?: string;
  env?: Record<string, string>;
  with?: Record<string, string>;
  'continue-on-error'?: boolean;
}
interface Workflow {
  name: string;
  on: Record<string, unknown>;
  permissions: object;
  jobs: Record<string, { permissions: Record<string, string>; steps: Step[]; env?: Record<string, string> }>;
}

const [check, comment, monday] = github.files.map(({ text }) => parse(text) as Workflow);
const execute = promisify(execFile);

let commands: Awaited<ReturnType<typeof serveCommands>>;
beforeAll(async () => {
  commands = await serveCommands();
});
afterAll(() => commands.close());

/** A project as `npm run new -- site` writes it, whose commands are those of this folder, as {@link run} runs them. */
async function makeProject(): Promise<string> {
  const root = await makeFolder({
    'site/package.json': JSON.stringify({
      name: 'help',
      version: '1.0.0',
      scripts: Object.fromEntries(
        ['check', 'build', 'pictures', 'comment', 'tickets'].map((name) => [name, commands.script(name)]),
      ),
    }),
    'site/package-lock.json': JSON.stringify({
      name: 'help',
      version: '1.0.0',
      lockfileVersion: 3,
      packages: { '': { name: 'help', version: '1.0.0' } },
    }),
    'site/.gitignore': 'node_modules/\ndist/\n.ohje/\n.reports/\ncomment.md\nissue.md\ngl-code-quality-report.json\n',
    'site/content/site.yaml': 'name: Pilvi\nlocales: [en]\ndefaultLocale: en\n',
    'site/content/topics.yaml': 'topics:\n  card-lost:\n    categories: [lost]\n  card-late:\n    categories: [late]\n',
    'site/content/searches.yaml': 'en:\n  - question: I lost my card\n    article: cards/lost\n',
    'site/content/articles/en/cards/lost.mdx': '---\ntitle: I lost my card\ntopics: [card-lost]\n---\n\nFreeze it.\n',
    'site/content/articles/en/cards/late.mdx': '---\ntitle: My card is late\ntopics: [card-late]\n---\n\nWait.\n',
    'site/content/tickets/desk.csv': `day,locale,category,tickets\n${counts()}`,
  });
  const site = join(root, 'site');
  await git(site, 'init', '--quiet', '--initial-branch', 'main');
  await commit(site);
  return site;
}

/** 60 days, of the newest seven one with many on a topic that was rare. */
function counts(): string {
  return Array.from({ length: 60 }, (_, index) => {
    const day = addDays('2026-09-17', index);
    const late = index >= 54 ? `${day},en,late,9\n` : '';
    return `${day},en,lost,3\n${late}`;
  }).join('');
}

async function git(folder: string, ...words: string[]): Promise<string> {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@pilvi.example'];
  return (await execute('git', ['-C', folder, ...who, ...words])).stdout.trim();
}

async function commit(folder: string): Promise<void> {
  await git(folder, 'add', '--all');
  await git(folder, 'commit', '--quiet', '--message', 'Change');
}

/** The merge of a branch into main, as GitHub checks out a pull request. */
async function checkOutMerge(site: string): Promise<void> {
  await git(site, 'checkout', '--quiet', '--detach', 'main');
  await git(site, 'merge', '--quiet', '--no-ff', '--message', 'Merge', 'change');
}

/** What a runner makes of the condition of a step. */
function isRun(condition: string | undefined, failed: string[]): boolean {
  if (condition === undefined) return failed.length === 0;
  if (condition === `\${{ !cancelled() }}`) return true;
  expect(condition).toBe(`\${{ !cancelled() && steps.build.outcome == 'success' }}`);
  return !failed.includes('Build');
}

/** Runs the commands of a job as a runner does, without what only a registry has. @returns the names of failed steps */
async function runSteps(steps: Step[], cwd: string, env: Record<string, string>): Promise<string[]> {
  const failed: string[] = [];
  for (const step of steps) {
    if (step.run === undefined || !isRun(step.if, failed)) continue;
    const shell = step.run.replace(/^npm install .*$/m, '').replace(/\(npx [^&]*&& npm install [^&]*&& /, '(');
    try {
      await execute('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', shell], {
        cwd,
        env: commandEnv({
          ...commands.env,
          ...env,
          PATH: [...(env.BIN ? [env.BIN] : []), dirname(process.execPath), process.env.PATH].join(':'),
        }),
        maxBuffer: 1e8,
      });
    } catch (error) {
      if (process.env.DEBUG) process.stderr.write(String((error as { stderr: string }).stderr));
      if (!step['continue-on-error']) failed.push(step.name ?? step.run);
    }
  }
  return failed;
}

describe('the workflows for GitHub', () => {
  it('pin every action to a commit, and give each job only what it needs', () => {
    for (const { text } of github.files) {
      const { permissions, jobs } = parse(text) as Workflow;
      expect(permissions).toEqual({});
      expect(text).not.toContain('secrets.');
      expect(text).not.toContain('pull_request_target');
      for (const { uses } of Object.values(jobs).flatMap(({ steps }) => steps))
        if (uses !== undefined) expect(uses).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/);
    }
    expect(check?.on).toEqual({ pull_request: null });
    expect(check?.jobs.check?.permissions).toEqual({ contents: 'read' });
    expect(comment?.on).toEqual({ workflow_run: { workflows: [check?.name], types: ['completed'] } });
    expect(comment?.jobs.comment?.permissions).toEqual({ actions: 'read', 'pull-requests': 'write' });
    expect(Object.values(monday?.jobs ?? {}).map(({ permissions }) => permissions)).toEqual([
      { contents: 'read' },
      { issues: 'write' },
    ]);
  });

  it('run nothing of the repository in a job that can write, and put no expression into a command', () => {
    for (const { jobs } of [check, comment, monday].filter((one) => one !== undefined))
      for (const { permissions, steps } of Object.values(jobs)) {
        for (const step of steps) expect(step.run ?? '').not.toContain('${{');
        if (!Object.values(permissions).includes('write')) {
          expect(JSON.stringify(steps.filter(({ run }) => run !== undefined))).not.toContain('token');
          continue;
        }
        expect(steps.map(({ uses }) => uses ?? '').join()).not.toContain('checkout');
        expect(steps.map(({ run }) => run ?? '').join()).not.toMatch(/\b(?:npm|npx|git)\b/);
      }
    const checkout = check?.jobs.check?.steps[0];
    expect(checkout?.with).toMatchObject({ 'persist-credentials': false, 'fetch-depth': 0 });
    expect(check?.jobs.check?.env?.UNTRUSTED).toContain('--untrusted');
  });

  it('take pictures with the packages that the engine is tested with', async () => {
    const { devDependencies } = JSON.parse(await readFile(join(engine, 'package.json'), 'utf8'));
    expect(BROWSER).toEqual(
      ['playwright-core', '@sparticuz/chromium'].map((name) => `${name}@${devDependencies[name]}`),
    );
  });

  // It builds three sites and starts a browser.
  it('check a pull request, take pictures, and keep one comment over two pushes', { timeout: 400_000 }, async () => {
    const site = await makeProject();
    const { url, notes } = await serveNotes({
      pulls: [{ number: 5, head: { sha: 'abc' } }],
      // Someone else's comment with the mark is left alone.
      notes: [
        { id: 1, number: 1, iid: 1, user: { login: 'mallory' }, author: { id: 1 }, body: `${COMMENT_MARK}\nmine` },
      ],
    });
    await git(site, 'checkout', '--quiet', '-b', 'change');
    await writeFile(
      join(site, 'content/articles/en/cards/late.mdx'),
      '---\ntitle: My card is late\ntopics: [card-late]\n---\n\nWait ten days.\n',
    );
    await commit(site);
    await checkOutMerge(site);
    const steps = check?.jobs.check?.steps ?? [];
    const summary = join(site, '../summary.md');
    const env = {
      BASE: 'HEAD^1',
      UNTRUSTED: '',
      LINK: 'https://github.example/artifact/1',
      GITHUB_STEP_SUMMARY: summary,
    };
    expect(await runSteps(steps, site, env)).toEqual([]);
    const first = await readFile(join(site, 'comment.md'), 'utf8');
    expect(first.startsWith(`${COMMENT_MARK}\n\n## Help center\n`)).toBe(true);
    expect(first).toContain('- Build: done\n- Searches: 1 question tested, none fails');
    expect(first).toMatch(/### Tickets\n[\s\S]*`cards\/late`/);
    expect(first).not.toContain('cards/lost');
    expect(first).toContain('- `/en/cards/late/`');
    expect(first).toContain('[Open the pictures](https://github.example/artifact/1)');
    const { pages } = JSON.parse(await readFile(join(site, '.reports/pictures/pictures.json'), 'utf8'));
    for (const { files } of pages)
      for (const { name } of files) expect(existsSync(join(site, '.reports/pictures', name))).toBe(true);

    const post = async () => {
      await mkdir(join(site, 'comment'), { recursive: true });
      await writeFile(join(site, 'comment/comment.md'), await readFile(join(site, 'comment.md')));
      const run = { GITHUB_API_URL: url, GITHUB_REPOSITORY: 'pilvi/help', GITHUB_TOKEN: 't', IS_FORK: 'false' };
      return runSteps(comment?.jobs.comment?.steps ?? [], site, {
        ...run,
        HEAD_OWNER: 'pilvi',
        HEAD_BRANCH: 'change',
        HEAD_SHA: 'abc',
      });
    };
    expect(await post()).toEqual([]);
    expect(notes.map(({ body }) => body?.includes('- Build: done'))).toEqual([false, true]);

    // A second push breaks a link, and with it the build.
    await git(site, 'checkout', '--quiet', 'change');
    await writeFile(
      join(site, 'content/articles/en/cards/late.mdx'),
      '---\ntitle: My card is late\n---\n\n[Wait](gone.mdx).\n',
    );
    await commit(site);
    await checkOutMerge(site);
    await execute('rm', ['-rf', join(site, 'dist'), join(site, '.reports')]);
    expect(await runSteps(steps, site, env)).toEqual(['Check', 'Build']);
    expect(await post()).toEqual([]);
    expect(notes).toHaveLength(2);
    expect(notes[0]?.body).toBe(`${COMMENT_MARK}\nmine`);
    expect(notes[1]?.body).toContain('- Build: nothing was built');
    expect(notes[1]?.body).toContain('`content/articles/en/cards/late.mdx:5`');
    expect(notes[1]?.body).toContain('`link-broken`');
  });

  it('treat what a fork sends as text: it can neither notify, choose another pull request, nor read files', async () => {
    const site = await makeFolder({ 'comment/comment.md': `${COMMENT_MARK}\n\n@everyone <!-- ohje:work-list -->\n` });
    const { url, notes } = await serveNotes({ pulls: [{ number: 5, head: { sha: 'abc' } }] });
    const steps = comment?.jobs.comment?.steps ?? [];
    const env = { GITHUB_API_URL: url, GITHUB_REPOSITORY: 'pilvi/help', GITHUB_TOKEN: 't', IS_FORK: 'true' };
    const from = { HEAD_OWNER: 'mallory', HEAD_BRANCH: 'x";echo', HEAD_SHA: 'abc' };
    expect(await runSteps(steps, site, { ...env, ...from })).toEqual([]);
    expect(notes).toHaveLength(1);
    expect(notes[0]?.body).toMatch(/^<!-- ohje:pull-request -->\n\n> This pull request is from a fork/);
    expect(notes[0]?.body?.match(/<!--/g)).toHaveLength(1);
    expect(notes[0]?.body).not.toContain('@everyone');
    // An older push says nothing.
    expect(await runSteps(steps, site, { ...env, ...from, HEAD_SHA: 'old' })).toEqual([]);
    expect(notes).toHaveLength(1);
    const linked = await makeFolder({ 'comment/x': '' });
    await symlink('/etc/hostname', join(linked, 'comment/comment.md'));
    expect(await runSteps(steps, linked, { ...env, ...from })).toEqual(['Comment']);
    expect(notes).toHaveLength(1);
  });

  it('keep one issue with the work list, and name only what is new as new', async () => {
    const site = await makeProject();
    const { url, notes } = await serveNotes();
    const [write, post] = Object.values(monday?.jobs ?? {}).map(({ steps }) => steps);
    for (const _ of [1, 2]) {
      expect(await runSteps(write ?? [], site, { GITHUB_STEP_SUMMARY: join(site, '../summary.md') })).toEqual([]);
      await mkdir(join(site, 'issue'), { recursive: true });
      await writeFile(join(site, 'issue/issue.md'), await readFile(join(site, 'issue.md')));
      const env = { GITHUB_API_URL: url, GITHUB_REPOSITORY: 'pilvi/help', GITHUB_TOKEN: 't' };
      expect(await runSteps(post ?? [], site, env)).toEqual([]);
    }
    expect(notes).toHaveLength(1);
    const [fresh = '', rest = ''] = notes[0]?.body?.split('\n**Pilvi') ?? [];
    expect(fresh).toMatch(new RegExp(`^${ISSUE_MARK}\n\n## New since Sun 8 Nov 2026: 1 thing`));
    expect(fresh).toContain('Card late');
    expect(fresh).not.toContain('Card lost');
    expect(rest).toContain('THIS WEEK');
  });
});

it('without tickets there is no issue', async () => {
  const site = await makeProject();
  await execute('rm', ['-rf', join(site, 'content/tickets')]);
  const { url, notes } = await serveNotes();
  const [write, post] = Object.values(monday?.jobs ?? {}).map(({ steps }) => steps);
  expect(await runSteps(write ?? [], site, { GITHUB_STEP_SUMMARY: join(site, '../summary.md') })).toEqual([]);
  await mkdir(join(site, 'issue'));
  await writeFile(join(site, 'issue/issue.md'), await readFile(join(site, 'issue.md')));
  const env = { GITHUB_API_URL: url, GITHUB_REPOSITORY: 'pilvi/help', GITHUB_TOKEN: 't' };
  expect(await runSteps(post ?? [], site, env)).toEqual([]);
  expect(notes).toEqual([]);
});

describe('the pipeline for GitLab', () => {
  const jobs = parse(gitlab.files[0]?.text ?? '') as Record<
    string,
    { script: string[]; image: string; variables: object; rules: { if: string }[] }
  >;
  const asSteps = (name: string): Step[] => [{ name, run: jobs[name]?.script.join('\n') ?? '' }];

  it('runs the project in jobs without the token, and comments only in the project itself', () => {
    expect(Object.keys(jobs)).toEqual(['help-center', 'help-center-comment', 'help-center-work-list']);
    expect(jobs['help-center-comment']?.variables).toEqual({ GIT_STRATEGY: 'none' });
    expect(jobs['help-center-comment']?.rules[0]?.if).toContain(
      '$CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_PROJECT_ID',
    );
    expect(jobs['help-center']?.script.join()).not.toContain('TOKEN');
  });

  // The commands themselves run in the workflow for GitHub, with the same steps.
  it.each([
    { fails: 'none', failed: [], ran: ['check', 'build', 'build before', 'pictures', 'comment'] },
    { fails: 'check', failed: ['help-center'], ran: ['check', 'build', 'build before', 'pictures', 'comment'] },
    { fails: 'build', failed: ['help-center'], ran: ['check', 'build', 'comment'] },
    { fails: 'build before', failed: [], ran: ['check', 'build', 'build before', 'pictures', 'comment'] },
    { fails: 'pictures', failed: [], ran: ['check', 'build', 'build before', 'pictures', 'comment'] },
  ])('takes pictures if there is something to compare, and fails for the change alone: $fails', async (one) => {
    const site = await makeProject();
    const log = join(site, '../ran.txt');
    // What the job calls only has to succeed or fail, and npm takes long to start.
    const bin = join(site, '../bin');
    await mkdir(bin);
    const npm =
      '#!/bin/bash\n[ "$1" = run ] || exit 0\nname="$2"; [ "$name" = --silent ] && name="$3"\n[ "$(basename "$PWD")" = before ] && name="$name before"\necho "$name" >> "$RAN"\n[ "$name" != "$FAILS" ]\n';
    await writeFile(join(bin, 'npm'), npm, { mode: 0o755 });
    const env = { CI_MERGE_REQUEST_DIFF_BASE_SHA: 'HEAD', RAN: log, FAILS: one.fails, BIN: bin };
    expect(await runSteps(asSteps('help-center'), site, env)).toEqual(one.failed);
    expect((await readFile(log, 'utf8')).trim().split('\n')).toEqual(one.ran);
  });

  it('checks a merge request, and keeps one comment and one issue', { timeout: 300_000 }, async () => {
    const site = await makeProject();
    const { url, notes } = await serveNotes();
    const base = await git(site, 'rev-parse', 'HEAD');
    await git(site, 'checkout', '--quiet', '-b', 'change');
    await writeFile(
      join(site, 'content/articles/en/cards/late.mdx'),
      '---\ntitle: My card is late\ntopics: [card-late]\n---\n\n[Wait](gone.mdx).\n',
    );
    await commit(site);
    const env = {
      CI_MERGE_REQUEST_DIFF_BASE_SHA: base,
      CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '1',
      CI_MERGE_REQUEST_PROJECT_ID: '1',
      CI_JOB_URL: 'https://gitlab.example/jobs/1',
      ...{ CI_API_V4_URL: url, CI_PROJECT_ID: '1', CI_MERGE_REQUEST_IID: '3', HELP_CENTER_TOKEN: 't' },
    };
    expect(await runSteps(asSteps('help-center'), site, env)).toEqual(['help-center']);
    const report = JSON.parse(await readFile(join(site, 'gl-code-quality-report.json'), 'utf8'));
    expect(report).toMatchObject([{ check_name: 'link-broken' }]);
    for (const _ of [1, 2]) expect(await runSteps(asSteps('help-center-comment'), site, env)).toEqual([]);
    expect(notes).toHaveLength(1);
    expect(notes[0]?.body).toContain('`link-broken`');
    for (const _ of [1, 2]) expect(await runSteps(asSteps('help-center-work-list'), site, env)).toEqual([]);
    expect(notes).toHaveLength(2);
    expect(notes[1]?.description).toContain('New since Sun 8 Nov 2026: 1 thing');
  });
});

describe('npm run new -- workflow', () => {
  it.each(['github', 'gitlab'])('prints the files for %s, writes them, and then has nothing to do', async (name) => {
    const root = await makeFolder({});
    const printed = await run('new', ['workflow', name, '--print'], root);
    expect(printed.code).toBe(0);
    const written = await run('new', ['workflow', name], root);
    expect(written).toMatchObject({ code: 0, stderr: '' });
    for (const [, path = ''] of printed.stdout.matchAll(/^==> (\S+) <==$/gm))
      expect(printed.stdout).toContain(await readFile(join(root, path), 'utf8'));
    expect((await run('new', ['workflow', name], root)).stdout).not.toMatch(/Wrote|Replaced/);
  });

  it('replaces a file of yours only with --force', async () => {
    const root = await makeFolder({ '.gitlab/help-center.yml': '# mine\n' });
    const refused = await run('new', ['workflow', 'gitlab'], root);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain('.gitlab/help-center.yml: a different file is there.');
    expect((await run('new', ['workflow', 'gitlab', '--force'], root)).stdout).toContain('Replaced');
    expect((await run('new', ['workflow', 'gitlab', '--force', '--print'], root)).code).toBe(2);
    expect((await run('new', ['workflow', 'gitlob'], root)).stderr).toContain('Did you mean "gitlab"?');
  });
});
