import { expect, it } from 'vitest';
import { onOneLine } from '#intake/articles/imported-site.ts';
import { lossesByTopic, worstFiles } from '#intake/articles/report/loss-topics.ts';
import { importTexts } from '../import-texts.ts';

const { losses } = importTexts({
  'a/one.md': '---\ntitle: One\nvisibility: tier-2\nicon: x\n---\n[x](gone.md) ![y](gone.png) {{ site.x }}',
  'a/two.md': '---\ntitle: Two\nhidden: true\n---\n[x](gone.md) [y](gone.md)\n\n<script>x</script>\n\n<Foo />',
  'a/three.md': '---\ntitle: Three\n---\n--8<-- "gone.md"\n\nText.',
});

it('losses are listed by topic, what may be private first', () => {
  expect(lossesByTopic(losses).map(({ id, losses: found, files }) => `${id} ${found.length} ${files}`)).toEqual([
    'visibility 1 1',
    'private 1 1',
    'files 1 1',
    'pictures 1 1',
    'links 3 2',
    'embedded 1 1',
    'components 1 1',
    'code 1 1',
    'front-matter 1 1',
  ]);
});

it('the files with the most places to look at are first', () => {
  expect(worstFiles(losses, 2)).toEqual([
    { path: 'a/one.md', places: 5 },
    { path: 'a/two.md', places: 4 },
  ]);
});

it('a loss is one line, however long the code is that it quotes', () => {
  const { what } = onOneLine({ path: 'a', what: `The expression {${'x\n'.repeat(900)}} is code and was left out.` });
  expect(what).toMatch(/^The expression \{x x .*….* is code and was left out\.$/);
  expect(what.length).toBeLessThan(300);
});
