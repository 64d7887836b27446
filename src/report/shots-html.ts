import { h } from 'hastscript';
import { documentTree, printDocument } from './layout/html-document.ts';

/** A screenshot of a page on one device, in one mode and direction. */
export interface Shot {
  /** Relative to the page that shows it. */
  file: string;
  /** What it shows; valid as an id. */
  kind: string;
  title: string;
  /** Such as `Phone · Dark · Right to left`. */
  look: string;
  /** Size of the browser window in CSS pixels. */
  window?: { width: number; height: number } | undefined;
}

const styles = `
:root { color-scheme: light dark }
body { margin: 0; padding: 1.5rem; background: Canvas; color: CanvasText; font: 1rem/1.5 system-ui, sans-serif }
a { color: LinkText }
nav, .shots { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; align-items: start }
figure { margin: 0 }
img { display: block; max-inline-size: 100%; object-fit: cover; object-position: 50% 0; border: 1px solid GrayText }
`;

/** A page with screenshots, to be saved in the same folder. */
export function shotsHtml(title: string, shots: readonly Shot[]): string {
  const groups = [...Map.groupBy(shots, (shot) => shot.title)];
  const body = [
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
  ];
  return printDocument(documentTree({ title, styles, body }));
}
