import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';

const printer = unified().use(rehypeStringify).freeze();

/** An English HTML page with its style sheet inside, which can be opened as a file. */
export interface HtmlDocument {
  title: string;
  styles: string;
  /** Further elements of `<head>`, before the title. */
  head?: ElementContent[];
  body: ElementContent[];
}

export function documentTree({ title, styles, head = [], body }: HtmlDocument): Root {
  return {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: 'en' }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          ...head,
          h('title', title),
          h('style', styles),
        ]),
        h('body', body),
      ]),
    ],
  };
}

export function printDocument(tree: Root): string {
  return `${printer.stringify(tree)}\n`;
}
