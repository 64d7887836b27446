import { defaultSchema, type Schema } from 'hast-util-sanitize';

/**
 * What may be left of a page's HTML before it becomes Markdown. The steps before it report and take out what they
 * know; this is the wall behind them. The `data-*` marks are written by those steps and checked where they are read.
 */
export const articleSchema: Schema = {
  ...defaultSchema,
  strip: [...(defaultSchema.strip ?? []), 'style', 'template', 'title'],
  // Ids are gone by now, so there is nothing to protect from clobbering.
  clobber: [],
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['http', 'https'] },
  attributes: {
    a: ['href', 'title'],
    abbr: ['title'],
    code: [['className', /^(?:language|lang)-./]],
    div: ['dataCallout', 'dataTitle', 'dataFootnote'],
    img: ['src', 'alt', 'title'],
    input: [['disabled', true], ['type', 'checkbox'], 'checked'],
    li: ['value'],
    ol: ['start'],
    pre: [['className', /^(?:language|lang)-./], 'lang'],
    span: ['dataAnchor', 'dataFootnoteReference'],
    td: ['colSpan', 'rowSpan', 'align'],
    th: ['colSpan', 'rowSpan', 'align'],
  },
  tagNames: [
    ...(defaultSchema.tagNames ?? []),
    ...['abbr', 'caption', 'cite', 'dfn', 'figcaption', 'figure', 'mark', 'small', 'u', 'wbr', 'address'],
    ...['article', 'aside', 'center', 'footer', 'header', 'main', 'nav', 'fieldset', 'legend'],
  ],
};
