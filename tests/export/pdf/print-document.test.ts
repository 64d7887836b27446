import { expect, it } from 'vitest';
import { type PrintedArticle, printableDocument } from '#export/pdf/print-document.ts';

const article = (id: string, body: string): PrintedArticle => ({
  ...{ id, locale: 'fa', title: id, sections: ['Cards'] },
  url: `https://help.pilvi.example/fa/${encodeURI(id)}/`,
  path: `/fa/${encodeURI(id)}/`,
  html: `<article><h1>${id}</h1>${body}</article>`,
});

it('every link inside a printed document leads to one place, whatever letters names and headings have', () => {
  const html = printableDocument(
    {
      ...{ locale: 'fa', name: 'Pilvi', contents: 'All', styles: '', css: '' },
      articles: [
        article('a/b-c', '<h2 id="هزینه‌ها">هزینه‌ها</h2><a href="#هزینه‌ها">x</a>'),
        article('a-b/c', `<a href="/fa/a/b-c/#${encodeURIComponent('هزینه‌ها')}">x</a><a href="/fa/a/ääkkös/">x</a>`),
        article('a/ääkkös', '<a href="/fa/elsewhere/">x</a>'),
      ],
    },
    new Map(),
  );
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, name]) => name);
  expect(new Set(ids)).toHaveLength(ids.length);
  expect(links.length).toBeGreaterThanOrEqual(6);
  for (const name of links) expect(ids).toContain(name);
  for (const id of ids) expect(id).toMatch(/^[\x20-\x7e]+$/);
  expect(html).toContain('href="https://help.pilvi.example/fa/elsewhere/"');
});
