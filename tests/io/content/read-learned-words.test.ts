import { describe, expect, it } from 'vitest';
import { readContent } from '#io/content/read-content.ts';
import { readLearnedWords } from '#io/content/read-learned-words.ts';
import { articleText, makeFolder, siteYaml } from '../../folder.ts';

const read = async (text: string) =>
  readLearnedWords(await makeFolder({ 'tickets/words.yaml': text }), ['en', 'fi'], ['card-lost', 'card-late']);

describe('learned words', () => {
  it('are read by language and topic', async () => {
    const { learned, findings } = await read('en:\n  card-lost:\n    stolen: 3.5\n    my card: 0\n');
    expect(findings).toEqual([]);
    expect(learned.get('en')?.get('card-lost')).toEqual(new Map(Object.entries({ stolen: 3.5, 'my card': 0 })));
  });

  it('are none if nothing was learned', async () => {
    const nothing = { learned: new Map(), findings: [] };
    expect(await readLearnedWords(await makeFolder({}), ['en'], [])).toEqual(nothing);
    expect(await read('# nothing yet\n{}\n')).toEqual(nothing);
  });

  it.each([
    ['a language of nobody', 'sv:\n  card-lost:\n    borta: 1\n', 'locale-unknown', 1, '"sv"'],
    ['a topic there is not', 'en:\n  card-losst:\n    gone: 1\n', 'topic-unknown', 2, 'Did you mean "card-lost"?'],
    ['a weight that is none', 'en:\n  card-lost:\n    gone: much\n', 'words-invalid', 3, '"much"'],
    ['a list', 'en:\n  card-lost: [gone]\n', 'words-invalid', 2, 'a list'],
  ])('that have %s are reported with their place', async (_, text, code, line, shown) => {
    const { findings } = await read(text);
    expect(findings).toMatchObject([{ code, path: 'tickets/words.yaml', line }]);
    expect(`${findings[0]?.says} ${findings[0]?.fix}`).toContain(shown);
  });

  it('belong to the library', async () => {
    const dir = await makeFolder({
      'site.yaml': siteYaml,
      'topics.yaml': 'topics:\n  card-lost: {}\n',
      'articles/en/cards/order.mdx': articleText(),
      'tickets/words.yaml': 'en:\n  card-lost:\n    stolen: 3.5\n',
    });
    const { library } = await readContent(dir);
    expect(library?.learned?.get('en')?.get('card-lost')?.get('stolen')).toBe(3.5);
  });
});
