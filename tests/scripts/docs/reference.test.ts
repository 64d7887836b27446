import GithubSlugger from 'github-slugger';
import { describe, expect, it } from 'vitest';
import { codes } from '#kb/findings/codes.ts';
import { referencePages } from '../../../scripts/docs/reference.ts';
import { keyRows } from '../../../scripts/docs/schema-rows.ts';
import { loadCommands } from '../../../scripts/shared/load-commands.ts';

describe('the keys of a file', () => {
  it('are listed with those inside them, in their order', () => {
    const rows = keyRows({
      required: ['name'],
      properties: {
        name: { type: 'string', description: 'What it is called.' },
        hours: {
          items: {
            required: ['days'],
            properties: { days: { items: { enum: ['mon', 'tue'] }, description: 'Days.' } },
          },
          default: [],
          description: 'When it is open.',
        },
        logo: {
          anyOf: [{ type: 'string' }, { properties: { light: { type: 'string' }, dark: { type: 'string' } } }],
          description: 'A picture.',
        },
        sections: {
          additionalProperties: { properties: { icon: { type: 'string', default: 'star', description: 'Its icon.' } } },
          description: 'By name.',
        },
      },
    });
    expect(rows.map(({ key, holds, required, fallback }) => [key, holds, required, fallback])).toEqual([
      ['name', 'text', true, ''],
      ['hours', 'list of keys below', false, ''],
      ['hours[].days', 'list of mon, tue', true, ''],
      ['logo', 'text or light: and dark:', false, ''],
      ['sections', 'one entry for each name', false, ''],
      ['sections.<name>.icon', 'text', false, 'star'],
    ]);
  });
});

describe('the generated pages', async () => {
  const commands = await loadCommands();
  const pages = referencePages(commands);

  it('name every finding code', () => {
    const page = pages.get('finding-codes.mdx');
    expect(Object.keys(codes).filter((code) => !page?.includes(`\`${code}\``))).toEqual([]);
  });

  it('have a part for every command, with its options, and link to it', () => {
    const page = pages.get('commands.mdx') ?? '';
    const parts = new Map(page.split(/^##+ /m).map((part) => [part.slice(0, part.indexOf('\n')), part]));
    const missing = commands
      .flatMap((one) =>
        'commands' in one
          ? one.commands.map((command) => [`${one.name} ${command.name}`, command] as const)
          : [[one.name, one] as const],
      )
      .flatMap(([heading, { options, examples = [] }]) => {
        const texts = [...Object.keys(options).map((name) => `\`--${name}`), ...examples];
        const link = `(#${new GithubSlugger().slug(heading)})`;
        return [
          ...texts.filter((text) => !parts.get(heading)?.includes(text)).map((text) => `${heading}: ${text}`),
          ...(page.includes(link) ? [] : [link]),
        ];
      });
    expect(missing).toEqual([]);
  });

  it.each([
    ['front-matter.mdx', ['title', 'reviewEvery', 'redirectFrom']],
    ['site-yaml.mdx', ['locales', '<name>.icon', 'phone.hours[].days']],
    ['theme-yaml.mdx', ['radius', 'onBrand', 'files[].family']],
    ['tickets-yaml.mdx', ['<name>.category', 'worst']],
  ])('%s names keys however deep they are', (name, keys) => {
    expect(keys.filter((key) => !pages.get(name)?.includes(`\`${key}\``))).toEqual([]);
  });
});
