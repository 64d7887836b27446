import type { Root } from 'hast';
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

/** A picture of a page in one look. */
export interface Shot {
  /** Beside the page that shows it. */
  file: string;
  /** What is to be seen, fit for an id. */
  kind: string;
  title: string;
  /** Such as `Phone · Dark · Right to left`. */
  look: string;
  /** In CSS pixels, of the window it was seen in; as much of it is seen at once. */
  window?: { width: number; height: number } | undefined;
}

const printer = unified().use(rehypeStringify).freeze();

const sheet = `
:root { color-scheme: light dark }
body { margin: 0; padding: 1.5rem; background: Canvas; color: CanvasText; font: 1rem/1.5 system-ui, sans-serif }
a { color: LinkText }
nav, .shots { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: start }
figure { margin: 0 }
img { display: block; max-inline-size: 100%; object-fit: cover; object-position: 50% 0; border: 1px solid GrayText }
`;

/** All pictures of a theme on one page that stands beside them. */
export function shotsHtml(name: string, shots: readonly Shot[]): string {
  const title = `Theme ${name}`;
  const groups = [...Map.groupBy(shots, (shot) => shot.title)];
  const root: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: 'en' }, [
        h('head', [
          h('meta', { charset: 'utf-8' }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('title', title),
          h('style', sheet),
        ]),
        h('body', [
          h('h1', title),
          h(
            'nav',
            { ariaLabel: 'On this page' },
            groups.map(([group, [first]]) => h('a', { href: `#${first?.kind}` }, group)),
          ),
          h(
            'main',
            groups.map(([group, members]) =>
              h('section', { id: members[0]?.kind }, [
                h('h2', group),
                h(
                  'div',
                  { class: 'shots' },
                  members.map(({ file, look, window }) =>
                    h('figure', [
                      h('figcaption', look),
                      h('a', { href: file }, [
                        h('img', {
                          src: file,
                          alt: `${group}: ${look}`,
                          loading: 'lazy',
                          width: window && window.width / 2,
                          height: window && window.height / 2,
                        }),
                      ]),
                    ]),
                  ),
                ),
              ]),
            ),
          ),
        ]),
      ]),
    ],
  };
  return `${printer.stringify(root)}\n`;
}
