import { expect, it } from 'vitest';
import { readSiteRules } from '#intake/articles/parts/site-rules.ts';

it.each([
  [
    'mkdocs.yml',
    'exclude_docs: |\n  drafts/\n  *.tmp.md\n  !ok.tmp.md',
    ['docs/drafts/a.md', 'docs/b/c.tmp.md'],
    ['docs/ok.tmp.md', 'docs/a.md'],
  ],
  ['mkdocs.yml', 'docs_dir: pages\ndraft_docs: /idea.md', ['pages/idea.md'], ['pages/b/idea.md', 'docs/idea.md']],
  ['_config.yml', 'exclude: [internal, notes/old.md]', ['internal/a.md', 'notes/old.md'], ['notes/new.md']],
  [
    '_config.yml',
    'defaults:\n  - scope: { path: staff }\n    values: { published: false }\n  - scope: { path: "", type: plans }\n    values: { hidden: true, layout: x }',
    ['staff/a.md', '_plans/b.md'],
    ['a.md', 'other/staff/a.md'],
  ],
  [
    '_config.yml',
    'collections:\n  guides: { output: true }\n  notes: { output: false }\n  staff: {}\ninclude: [_pages]',
    ['_notes/a.md', '_staff/b.md', '_other/c.md'],
    ['_guides/a.md', '_posts/2024-01-01-a.md', '_pages/a.md', '_includes/a.md', 'a.md'],
  ],
  ['docs/team/.pages', 'hide: true', ['docs/team/a.md'], ['docs/a.md']],
  [
    'docs.json',
    '{"navigation": {"groups": [{"group": "A", "pages": ["a"]}, {"group": "B", "hidden": true, "pages": ["b/c", {"group": "D", "pages": ["d"]}]}]}}',
    ['b/c.mdx', 'd.md'],
    ['a.mdx', 'x/d.md'],
  ],
  [
    'beta/_index.md',
    '---\ntitle: Beta\ncascade:\n  draft: true\n---\n',
    ['beta/a.md', 'beta/b/c.md'],
    ['a.md', 'beta/_index.md'],
  ],
])('%s hides pages: %s', (path, text, hidden, shown) => {
  const rules = readSiteRules([{ path, text }], '2026-11-30');
  expect([...hidden, ...shown].filter((page) => rules(page).length > 0)).toEqual(hidden);
});
