import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { engineDependency } from '../../../scripts/new/site/engine-dependency.ts';
import { makeFolder, siteYaml } from '../../folder.ts';
import { engine, run } from '../../run.ts';

const newSite = (words: string[], cwd: string) => run('new', ['site', ...words, '--engine', '^0.1.0'], cwd);
const read = (...path: string[]) => readFile(join(...path), 'utf8');

describe('a new help center', () => {
  it('has one of everything, passes the check, and has a page for writers', async () => {
    const root = await makeFolder({});
    const words = [
      'acme-help',
      '--name',
      'Acme',
      '--brand',
      '#0a7cff',
      '--email',
      'help@acme.com',
      '--desk',
      'zendesk',
    ];
    const { code, stdout, stderr } = await newSite(words, root);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Wrote acme-help\.\n/);
    expect(stdout).toMatch(/\nNext:\n {2}cd acme-help\n {2}npm install\n {2}npm run dev\n$/);

    const content = join(root, 'acme-help/content');
    expect(await run('check', ['--content', content], root)).toMatchObject({ code: 0, stdout: 'No problems found.\n' });
    const files = await readdir(content);
    expect(files.sort()).toEqual(
      ['articles', 'facts.yaml', 'searches.yaml', 'site.yaml', 'snippets', 'tickets.yaml', 'topics.yaml'].sort(),
    );
    expect(await read(content, 'site.yaml')).toContain('email: help@acme.com');
    expect(await read(content, 'tickets.yaml')).toContain('format: zendesk');
    const first = await read(content, 'articles/en/getting-started/create-an-account.mdx');
    for (const part of ['<Steps>', '<Tabs>', '<Figure ', '<Snippet ', '{facts.']) expect(first).toContain(part);
    expect(await read(root, 'acme-help/README.md')).toMatch(/^# Acme help center\n/);
  });

  it('depends on the engine alone, and has its commands under their names', async () => {
    const root = await makeFolder({});
    await newSite(['help'], root);
    const { scripts, dependencies } = JSON.parse(await read(root, 'help/package.json'));
    expect(dependencies).toMatchObject({ ohje: '^0.1.0' });
    expect(scripts).toMatchObject({
      dev: 'ohje dev',
      build: 'ohje build',
      check: 'ohje check',
      tickets: 'ohje tickets',
    });
    expect(Object.keys(scripts)).not.toContain('bench');
  });

  it('installs with npm and pnpm without questions about scripts of packages', async () => {
    const root = await makeFolder({});
    await newSite(['ohje'], root);
    // A project can't be called like the package that it updates.
    const { name, allowScripts } = JSON.parse(await read(root, 'ohje/package.json'));
    expect(name).toBe('ohje-help-center');
    expect(allowScripts).toMatchObject({ esbuild: false, koffi: false });
    expect(parse(await read(root, 'ohje/pnpm-workspace.yaml')).allowBuilds).toMatchObject(allowScripts);
  });

  it('checks pull requests if a code host is named', async () => {
    const root = await makeFolder({});
    const { code, stdout } = await newSite(['help', '--ci', 'github'], root);
    expect(code).toBe(0);
    expect(stdout).toContain('Comments appear on pull requests');
    expect((await readdir(join(root, 'help/.github/workflows'))).sort()).toEqual([
      'help-center-check.yml',
      'help-center-comment.yml',
      'help-center-work-list.yml',
    ]);
    expect((await newSite(['other', '--ci', 'githab'], root)).stderr).toContain('--ci is "githab". Did you mean');
    expect(await readdir(root)).toEqual(['help']);
  });

  it('gives editors the schema of each file that writers edit', async () => {
    const root = await makeFolder({});
    await newSite(['help'], root);
    const settings = JSON.parse(await read(root, 'help/.vscode/settings.json'));
    expect(settings['yaml.schemas']).toMatchObject({
      './node_modules/ohje/lib/schemas/site.json': 'content/site.yaml',
      './node_modules/ohje/lib/schemas/theme.json': 'themes/*/theme.yaml',
    });
  });

  it('lets editors list findings with their file and line', async () => {
    const root = await makeFolder({});
    await newSite(['help'], root);
    const { tasks } = JSON.parse(await read(root, 'help/.vscode/tasks.json'));
    const [place, problem] = tasks[0].problemMatcher.pattern;
    const article = 'articles/en/billing/payment-methods.mdx';
    const file = join(root, 'help/content', article);
    await writeFile(file, (await readFile(file, 'utf8')).replace('type: faq', 'type: faqq'));
    const { stdout } = await run('check', ['--content', join(root, 'help/content'), '--all'], root);
    const [first = '', second = ''] = stdout.split('\n');
    expect(new RegExp(place.regexp).exec(first)?.slice(1)).toEqual([article, '4', '1']);
    expect(new RegExp(problem.regexp).exec(second)?.slice(1)).toEqual([
      'error',
      expect.stringContaining('"faqq"'),
      'front-matter-invalid',
    ]);
  });

  it('has the texts of the interface to translate for a language that the engine lacks', async () => {
    const root = await makeFolder({});
    const { stdout } = await newSite(['help', '--locales', 'fi,is'], root);
    expect(stdout).toContain('Translate the texts of the interface: content/strings/is.yaml.');
    await newSite(['hjalp', '--locales', 'is'], root);
    expect(await readdir(join(root, 'hjalp/content/strings'))).toEqual(['is.yaml']);
    expect(await read(root, 'help/content/site.yaml')).toMatch(/locales:\n {2}- fi\n {2}- is\n/);
    expect(await readdir(join(root, 'help/content/articles'))).toEqual(['fi']);
    expect(await read(root, 'help/content/searches.yaml')).toMatch(/^fi:$/m);
  });

  it.each([
    ['Töölö Oy', 'toolo-oy'],
    ['لومو', 'brand'],
    ['Lumo', 'lumo-brand'],
  ])('of %s has a theme named %s', async (name, theme) => {
    const root = await makeFolder({});
    expect(await newSite(['apu', '--name', name, '--locales', 'fi'], root)).toMatchObject({ code: 0 });
    expect(await readdir(join(root, 'apu/themes'))).toEqual([theme]);
    expect(await read(root, 'apu/content/site.yaml')).toContain(`theme: ${theme}\n`);
  });

  it('names everything that is wrong at once, and writes nothing', async () => {
    const root = await makeFolder({});
    const words = ['help', '--locales', 'en,english', '--brand', 'blurple', '--email', 'acme', '--desk', 'zendsk'];
    const { code, stderr } = await newSite(words, root);
    expect(code).toBe(2);
    for (const text of [
      '"english" isn\'t a language code',
      '--brand is "blurple"',
      '--email is "acme"',
      'Did you mean "zendesk"?',
    ])
      expect(stderr).toContain(text);
    expect(existsSync(join(root, 'help'))).toBe(false);
  });

  it('is not started below a folder whose name no site can be built in', async () => {
    const root = await makeFolder({});
    expect(await newSite(['help#1'], root)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('contains "#", so no site can be built there.'),
    });
    expect(await readdir(root)).toEqual([]);
  });

  it('never touches a folder that contains anything', async () => {
    const root = await makeFolder({ 'help/notes.txt': 'mine' });
    expect(await newSite(['help'], root)).toMatchObject({ code: 1, stderr: expect.stringContaining("isn't empty") });
    expect(await readdir(join(root, 'help'))).toEqual(['notes.txt']);
  });

  it('writes nothing if a file that was named is missing', async () => {
    const root = await makeFolder({});
    const { code, stderr } = await newSite(['help', '--logo', 'logo.svg'], root);
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('there is no such file') });
    expect(await readdir(root)).toEqual([]);
  });
});

describe('moving from a copy of the repository', () => {
  it("copies the company's content, its themes and its components, and nothing of the sample", async () => {
    const root = await makeFolder({
      'clone/content/site.yaml': `${siteYaml}theme: acme\ncomponents: [parts]\n`,
      'clone/content/articles/en/cards/order.mdx': '---\ntitle: Order a card\n---\n\nOpen **Cards**.\n',
      'clone/themes/acme/theme.yaml': 'colors: { brand: "#123456" }\n',
      'clone/themes/lumo/theme.yaml': 'colors: { brand: "#123456" }\n',
      'clone/parts/Rate.astro': '<p>5 %</p>\n',
      'clone/src/engine.ts': '',
    });
    const { code, stdout } = await newSite(['help', '--from', 'clone'], root);
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringContaining('Copied content, themes/acme, parts.'),
    });
    expect((await readdir(join(root, 'help'))).sort()).toEqual(
      [
        '.gitignore',
        '.vscode',
        'README.md',
        'content',
        'package.json',
        'parts',
        'pnpm-workspace.yaml',
        'themes',
        'tsconfig.json',
      ].sort(),
    );
    expect(await readdir(join(root, 'help/themes'))).toEqual(['acme']);
    expect(await read(root, 'help/content/articles/en/cards/order.mdx')).toContain('Order a card');
  });

  it('explains that there is no content', async () => {
    const root = await makeFolder({ 'clone/README.md': '' });
    expect(await newSite(['help', '--from', 'clone'], root)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('clone has no content folder that can be read. Nothing was written.'),
    });
  });
});

describe('the engine of a new project', () => {
  it('comes from the file that the running one was installed from', async () => {
    const root = await makeFolder({
      'old/package.json': '{ "dependencies": { "ohje": "file:../ohje-0.1.0.tgz" } }',
      'old/node_modules/ohje/package.json': '{}',
      'old/node_modules/ohje/lib/package.json': '{}',
      'ohje-0.1.0.tgz': 'packed',
      'new/package.json': '{}',
    });
    process.env.OHJE_PACKAGE = join(root, 'old/node_modules/ohje/lib');
    const { spec, bring } = await engineDependency(undefined);
    delete process.env.OHJE_PACKAGE;
    expect(spec).toBe('file:ohje-0.1.0.tgz');
    await bring?.(join(root, 'new'));
    expect(await read(root, 'new/ohje-0.1.0.tgz')).toBe('packed');
  });

  it('comes from the registry if the running one does', async () => {
    const root = await makeFolder({
      'package.json': '{ "dependencies": { "ohje": "^0.1.0" } }',
      'node_modules/ohje/lib/package.json': '{}',
    });
    process.env.OHJE_PACKAGE = join(root, 'node_modules/ohje/lib');
    const { version } = JSON.parse(await read(engine, 'package.json'));
    expect(await engineDependency(undefined)).toEqual({ spec: `^${version}` });
    delete process.env.OHJE_PACKAGE;
  });
});
