import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../folder.ts';
import { run } from '../../run.ts';

const folder = () =>
  makeFolder({
    'dist/widget.js': 'let a',
    'content/site.yaml': 'name: Pilvi\nlocales: [en]\ndefaultLocale: en\nurl: https://pilvi.example/help\n',
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
