import { expect, it } from 'vitest';
import { importCollection } from '#intake/articles/importers/import-collection.ts';
import { markdown } from '#intake/articles/importers/markdown.ts';
import { planImport } from '#intake/articles/importers/plan-import.ts';
import { openBodies } from '#io/articles/body-threads.ts';

const OPTIONS = { locale: 'en', name: 'Pilvi', today: '2026-11-30' };
const PICTURE = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';

it('articles, files and losses are the same with any number of threads', async () => {
  const page = (at: number) => `# Page ${at}

[The next one](${at + 1}.md#why), [none](gone.md), ![Lid](lid.png), ![Knob](${PICTURE}), <button>Press</button>

## Why

Because of ${at}.
`;
  const files = Array.from({ length: 50 }, (_, at) => ({ path: `docs/${at}.md`, text: page(at) }));
  const collect = () => markdown.collect(files, new Set(['docs/lid.png']), OPTIONS);
  const here = importCollection(collect(), OPTIONS);
  expect(here.losses.length).toBeGreaterThan(50);

  for (const threads of [1, 3]) {
    const bodies = openBodies(0, threads);
    const plan = planImport(collect(), OPTIONS);
    const { answers, finish } = plan.settle(await bodies.read(plan.bodies, () => {}));
    expect(finish(await bodies.write(answers, () => {}))).toEqual(here);
    await bodies.close();
  }
});

it('a body that breaks a thread ends the import with its error', async () => {
  const bodies = openBodies(0, 2);
  await expect(bodies.read([{ path: 'a.md' } as never], () => {})).rejects.toThrow(TypeError);
  await bodies.close();
});
