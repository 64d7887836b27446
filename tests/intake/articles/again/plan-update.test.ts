import { describe, expect, it } from 'vitest';
import { planUpdate } from '#intake/articles/again/plan-update.ts';

const article = (title: string, body: string, more = '') => `---\ntitle: ${title}\n${more}---\n\n${body}\n`;
const path = 'articles/en/care/boil.mdx';

/** What happens to one file in its three versions; "" means that the file doesn't exist. */
function update(base: string, ours: string, theirs: string, file = path) {
  const texts = (text: string) => new Map(text === '' ? [] : [[file, text]]);
  const [only] = planUpdate(texts(base), texts(ours), texts(theirs));
  return only;
}

describe('an import into a folder that has been imported before', () => {
  const old = article('Boil', 'One.\n\nTwo.\n\nThree.');
  const edited = article('Boil', 'One.\n\nTwo.\n\nThree, our way.', 'topics:\n  - boil # ours\n');
  const changed = article('Boil it', 'One more.\n\nTwo.\n\nThree.', 'order: 2\n');

  it('adds what is new, and takes what only the source changed', () => {
    expect(update('', '', old)).toEqual({ path, change: 'added', text: old, conflicts: [] });
    expect(update(old, old, changed)).toEqual({ path, change: 'updated', text: changed, conflicts: [] });
    expect(update(old, changed, changed)?.change).toBe('same');
  });

  it('leaves what only people changed or deleted', () => {
    expect(update(old, edited, old)).toEqual({ path, change: 'kept', conflicts: [] });
    expect(update(old, '', old)).toEqual({ path, change: 'kept', conflicts: [] });
  });

  it('joins changes of both in different places', () => {
    const text =
      '---\ntitle: Boil it\ntopics:\n  - boil # ours\norder: 2\n---\n\nOne more.\n\nTwo.\n\nThree, our way.\n';
    expect(update(old, edited, changed)).toEqual({ path, change: 'merged', text, conflicts: [] });
  });

  it('keeps ours where both changed the same, and lists it', () => {
    const ours = article('Boil water', 'One, ours.\n\nTwo.\n\nThree.');
    expect(update(old, ours, article('Boil it', 'One, theirs.\n\nTwo.\n\nThree and four.'))).toEqual({
      path,
      change: 'conflict',
      text: article('Boil water', 'One, ours.\n\nTwo.\n\nThree and four.'),
      conflicts: ['Here and in the source, this was changed differently: "title", line 5. Yours stays.'],
    });
    expect(update(old, '', changed)).toMatchObject({ change: 'conflict' });
    expect(update('', edited, old)).toMatchObject({ change: 'conflict' });
  });

  it('archives an article that is no longer in the source, but none that people have changed', () => {
    expect(update(old, old, '')).toEqual({
      path,
      change: 'archived',
      text: article('Boil', 'One.\n\nTwo.\n\nThree.', 'confidence: archived\n'),
      conflicts: [],
    });
    expect(update(old, edited, '')).toMatchObject({ change: 'conflict' });
    expect(update(old, edited, '')?.text).toBeUndefined();
  });
});

describe('an article that the source moved', () => {
  const [from, to] = [path, 'articles/en/water/boil.mdx'];
  const body = 'Fill the kettle with cold water.\n\nPress the button and wait until it stops.';
  const old = article('Boil', body);
  const plan = (base: string, ours: Record<string, string>, theirs: string) =>
    planUpdate(new Map([[from, base]]), new Map(Object.entries(ours)), new Map([[to, theirs]]));
  const redirect = 'redirectFrom:\n  - /en/care/boil\n';

  it('moves here too, and its old address leads to it', () => {
    const text = article('Boil', body, redirect);
    expect(plan(old, { [from]: old }, old)).toEqual([{ path: to, from, change: 'moved', text, conflicts: [] }]);
    // The import was stopped before or after the old file was removed.
    expect(plan(old, { [from]: old, [to]: text }, old)).toMatchObject([{ path: to, from, change: 'moved', text }]);
    expect(plan(old, { [to]: text }, old)).toEqual([{ path: to, change: 'same', conflicts: [] }]);
    expect(plan(old, {}, old)).toEqual([{ path: to, change: 'kept', conflicts: [] }]);
  });

  it('keeps what people changed, with files and links in the old folder', () => {
    const ours = article('Boil', `${body}\n\n![Ours](./ours.png) [Lid](./lid.mdx)`, 'topics: [boil]\n');
    expect(plan(old, { [from]: ours }, article('Boil', body.replace('cold', 'fresh')))).toEqual([
      {
        path: to,
        from,
        change: 'moved',
        text: article(
          'Boil',
          `${body.replace('cold', 'fresh')}\n\n![Ours](../care/ours.png) [Lid](../care/lid.mdx)`,
          `topics: [ boil ]\n${redirect}`,
        ),
        conflicts: [],
      },
    ]);
  });

  it('is known by its number at the help desk, whatever its text is', () => {
    const number = 'redirectFrom:\n  - /hc/en-us/articles/3600001\n';
    const [was, is] = [article('Boil', 'One.', number), article('Tea', 'Quite another text.', number)];
    expect(plan(was, { [from]: was }, is)).toMatchObject([
      { path: to, from, change: 'moved', text: article('Tea', 'Quite another text.', `${number}  - /en/care/boil\n`) },
    ]);
  });

  it('is not another article that has a few of the same words', () => {
    const [short, other] = [article('Boil', 'See the app.'), article('Lid', 'See the app.')];
    expect(plan(short, { [from]: short }, other)).toMatchObject([{ change: 'archived' }, { change: 'added' }]);
    const tea = article('Tea', 'Fill the kettle with cold water.\n\nAdd the leaves, and wait for four long minutes.');
    expect(plan(old, { [from]: old }, tea)).toMatchObject([{ change: 'archived' }, { change: 'added' }]);
  });
});

describe('site.yaml', () => {
  const merge = (base: string, ours: string, theirs: string) => update(base, ours, theirs, 'site.yaml');
  const base = 'name: Kettle\nlocales:\n  - en\nsections:\n  care:\n    title:\n      en: Care\n';

  it('gets languages and sections, and keeps what people wrote', () => {
    const ours = `# Our site
name: Kettle help
locales: [en, de]
sections:
  care:
    icon: book
    title:
      en: Care
`;
    const theirs =
      'name: Kettle\nlocales:\n  - en\n  - fi\nsections:\n  care:\n    title:\n      en: Care\n      fi: Hoito\n  app:\n    title:\n      en: The app\n';
    const expected = `# Our site
name: Kettle help
locales:
  - en
  - de
  - fi
sections:
  care:
    icon: book
    title:
      en: Care
      fi: Hoito
  app:
    title:
      en: The app
`;
    expect(merge(base, ours, theirs)).toEqual({ path: 'site.yaml', change: 'merged', text: expected, conflicts: [] });
    // A folder that was never imported only gets what it lacks.
    expect(merge('', ours, theirs)).toEqual({ path: 'site.yaml', change: 'merged', text: expected, conflicts: [] });
  });

  it('keeps sections deleted that people deleted', () => {
    expect(merge(base, 'name: Kettle\nlocales:\n  - en\nsections: {}\n', base)).toMatchObject({ change: 'kept' });
  });
});
