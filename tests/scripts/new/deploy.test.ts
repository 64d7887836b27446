import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hosts } from '#build/hosts/all.ts';
import { listFiles } from '#io/machine/files.ts';
import { hostNames } from '../../../scripts/new/deploy-hosts.ts';
import { makeFolder } from '../../folder.ts';
import { run } from '../../run.ts';

const folder = () =>
  makeFolder({
    'dist/index.html': '<link rel="canonical" href="https://pilvi.example/help/en/">',
    'dist/en/search.json': '{}',
    'dist/fi/search.json': '{}',
    'dist/_headers': "/help/*\n  Content-Security-Policy: default-src 'none'\n",
  });

describe('npm run new -- deploy', () => {
  it('knows the same hosts as the build', () => {
    expect(Object.keys(hosts)).toEqual([...hostNames]);
  });

  it.each(hostNames)('prints the files for %s, then writes them, and then has nothing to do', async (host) => {
    const root = await folder();
    const printed = await run('new', ['deploy', host, '--print'], root);
    expect(printed.code).toBe(0);
    expect((await listFiles(root)).filter((file) => !file.startsWith('dist/'))).toEqual([]);
    expect(printed.stdout).toMatch(/^==> \S+ <==\n/);
    expect(printed.stderr.trim().split('\n').length).toBeGreaterThan(1);
    const written = await run('new', ['deploy', host, '--write', 'project'], root);
    expect(written).toMatchObject({ code: 0, stderr: '' });
    const paths = [...printed.stdout.matchAll(/^==> (\S+) <==$/gm)].map(([, path = '']) => path);
    for (const path of paths) {
      expect(written.stdout).toContain(`Wrote ${join('project', path)}`);
      expect(printed.stdout).toContain(await readFile(join(root, 'project', path), 'utf8'));
    }
    const again = await run('new', ['deploy', host, '--write', 'project'], root);
    expect(again.code).toBe(0);
    expect(again.stdout).not.toMatch(/Wrote|Replaced/);
  });

  it('replaces a file of yours only with --force', async () => {
    const root = await folder();
    const mine = join(root, 'netlify.toml');
    await writeFile(mine, '# mine\n');
    const refused = await run('new', ['deploy', 'netlify'], root);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain('netlify.toml: a different file is there.');
    expect(refused.stderr).toContain('--force. Nothing was written.');
    expect(await readFile(mine, 'utf8')).toBe('# mine\n');
    expect((await listFiles(root)).filter((file) => !file.startsWith('dist/'))).toEqual(['netlify.toml']);
    const forced = await run('new', ['deploy', 'netlify', '--force'], root);
    expect(forced.stdout).toContain('Replaced netlify.toml');
    expect(await readFile(mine, 'utf8')).toContain('[build]');
  });

  it('names the domain that the site was built for, or those of the languages', async () => {
    const root = await folder();
    const one = await run('new', ['deploy', 'nginx', '--root', '/srv/www/', '--print'], root);
    expect(one.stdout).toContain('server_name pilvi.example;');
    expect(one.stdout).toContain('root "/srv/www";');
    expect(one.stdout).toContain('==> nginx/help-center/pilvi.example.conf <==');
    expect(one.stderr).toContain('/srv/www/help/ on the server');
    const words = ['--domain', 'en=help.pilvi.example', '--domain', 'fi=apu.pilvi.example'];
    const two = await run('new', ['deploy', 'caddy', ...words, '--print'], root);
    expect(two.stdout).toMatch(/^help\.pilvi\.example \{$/m);
    expect(two.stdout).toMatch(/^apu\.pilvi\.example \{$/m);
  });

  it.each([
    [['ngin'], 'HOST is "ngin". Did you mean "nginx"?'],
    [[], 'Missing argument HOST'],
    [['nginx', '--domain', 'fi'], '--domain is "fi". Use a language and its domain, such as fi=apu.example.fi.'],
    [['nginx', '--domain', 'fi=a b;'], 'Use a language and its domain'],
    [['nginx', '--domain', 'sv=hjalp.pilvi.example'], 'the built site has no language "sv"'],
    [['nginx', '--domain', 'fi=a.example', '--domain', 'fi=b.example'], 'names the language "fi" twice'],
    [['nginx', '--root', 'www'], '--root is "www". Use the full path of a folder on the server'],
    [['nginx', '--root', '/www";evil'], 'Use the full path of a folder on the server'],
    [['nginx', '--force', '--print'], '--force replaces files, and --print writes none. Use one of them.'],
    [['nginx', '--port', 'x'], '--port is "x"'],
    [['netlify', '--machines', '2'], '--machines is only for github-pages, gitlab-pages, cloudflare, or s3.'],
    [['s3', '--machines', '3'], 'use a number from 2 to 2'],
    [['netlify', '--domain', 'fi=apu.example'], '--domain is only for nginx, apache, or caddy.'],
    [['s3', '--port', '80'], '--port is only for nginx, apache, or caddy.'],
  ])('%j is reported with the usage', async (words, message) => {
    const { code, stdout, stderr } = await run('new', ['deploy', ...words], await folder());
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('needs a site that is built', async () => {
    const { code, stderr } = await run('new', ['deploy', 'nginx'], await makeFolder({}));
    expect(code).toBe(1);
    expect(stderr).toContain('There is no built site in dist.');
  });
});
