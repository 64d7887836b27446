import { defaultSchema, type Schema } from 'hast-util-sanitize';

/**
 * The HTML that is allowed before a page becomes Markdown. Earlier steps report and remove what they recognize; this is
 * the last safeguard. The `data-*` marks are written by those steps and checked where they are read.
 */
export const articleSchema: Schema = {
  ...defaultSchema,
  strip: [...(defaultSchema.strip ?? []), 'style', 'template', 'title'],
  // Ids are gone by now, so there is nothing to protect from clobbering.
  clobber: [],
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['http', 'https', 'data'] },
  attributes: {
    a: ['href', 'title'],
    abbr: ['title'],
    code: [['className', /^(?:language|lang)-./]],
    div: [
      'dataCallout',
      'dataTitle',
      'dataOhjeFootnote',
      'dataOhjeTabGroup',
      'dataOhjeTabLabel',
      'dataOhjeStepGroup',
      'dataOhjeVideo',
      'dataOhjePoster',
      'dataOhjeCaptions',
    ],
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
