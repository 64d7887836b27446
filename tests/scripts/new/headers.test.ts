import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../folder.ts';
import { run } from '../../run.ts';

const rules = `/*
  Content-Security-Policy: default-src 'none'; script-src 'self'
  X-Content-Type-Options: nosniff
/_media/*.svg
  Content-Security-Policy: sandbox
`;
const folder = () =>
  makeFolder({
    'dist/_headers': rules,
    'dist/widget.js': 'let a',
    'content/site.yaml': 'name: Pilvi\nlocales: [en]\ndefaultLocale: en\nurl: https://pilvi.example/help\n',
  });

describe('npm run new -- deploy', () => {
  it.each([
    ['nginx', /location \/ \{\n {2}add_header Content-Security-Policy "default-src 'none'; script-src 'self'" always;/],
    // A location of nginx has no headers of another one.
    [
      'nginx',
      /location ~ \^\/_media\/\.\*\\\.svg\$ \{\n {2}add_header Content-Security-Policy "sandbox" always;\n.*nosniff/,
    ],
    ['apache', /<LocationMatch "\^\/_media\/\.\*\\\.svg\$">\n {2}Header always set Content-Security-Policy "sandbox"/],
    ['caddy', /@rule2 path \/_media\/\*\.svg\nheader @rule2 \{\n {2}Content-Security-Policy "sandbox"/],
    ['vercel', /"source": "\/_media\/\(\.\*\)\\\\\.svg"/],
  ])('prints the headers of the site for %s', async (host, text) => {
    const { code, stdout } = await run('new', ['deploy', host], await folder());
    expect(code).toBe(0);
    expect(stdout).toMatch(text);
  });

  it('explains an unknown host, and a site that is not built', async () => {
    expect(await run('new', ['deploy', 'ngin'], await folder())).toMatchObject({ code: 2 });
    const { code, stderr } = await run('new', ['deploy', 'nginx'], await makeFolder({}));
    expect(code).toBe(1);
    expect(stderr).toContain('There is no built site in dist.');
  });
});

describe('npm run new -- widget', () => {
  it('prints the script with its integrity', async () => {
    const { code, stdout } = await run('new', ['widget'], await folder());
    const hash = createHash('sha384').update('let a').digest('base64');
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `<script src="https://pilvi.example/help/widget.js" integrity="sha384-${hash}" crossorigin="anonymous" async></script>\n`,
    });
  });

  it('needs an address', async () => {
    const root = await makeFolder({ 'dist/widget.js': '' });
    expect(await run('new', ['widget', '--site', 'pilvi'], root)).toMatchObject({ code: 2 });
    expect((await run('new', ['widget'], root)).stderr).toContain('Set "url" in site.yaml, or use --site.');
  });
});
