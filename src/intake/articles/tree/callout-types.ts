import type { BlockContent, Blockquote, DefinitionContent, PhrasingContent } from 'mdast';
import { plainText } from './plain-text.ts';

export type CalloutType = 'note' | 'tip' | 'important' | 'warning';

const TYPES: Record<string, CalloutType> = {
  note: 'note',
  info: 'note',
  information: 'note',
  abstract: 'note',
  summary: 'note',
  notice: 'note',
  callout: 'note',
  alert: 'note',
  admonition: 'note',
  primary: 'note',
  secondary: 'note',
  seealso: 'note',
  todo: 'note',
  question: 'note',
  example: 'note',
  quote: 'note',
  tip: 'tip',
  hint: 'tip',
  success: 'tip',
  check: 'tip',
  done: 'tip',
  important: 'important',
  warning: 'warning',
  warn: 'warning',
  caution: 'warning',
  danger: 'warning',
  error: 'warning',
  attention: 'warning',
  failure: 'warning',
  bug: 'warning',
};

/** The callout that another system's word stands for, whatever its capitals; nothing for other words. */
export function calloutType(word: string): CalloutType | undefined {
  // Themes of Jekyll: `.prompt-tip`, `.notice--warning`.
  const key = word.toLowerCase().replace(/^(?:prompt-|notice--)/, '');
  return Object.hasOwn(TYPES, key) ? TYPES[key] : undefined;
}

/** A block that becomes a callout on its way through HTML. */
export function calloutBlock(
  type: CalloutType,
  title: PhrasingContent[],
  children: (BlockContent | DefinitionContent)[],
): Blockquote {
  const dataTitle = title.map(plainText).join('').trim() || undefined;
  return {
    type: 'blockquote',
    data: { hName: 'div', hProperties: { dataCallout: type, ...(dataTitle && { dataTitle }) } },
    children,
  };
}

/** A block that becomes an accordion on its way through HTML. */
export function detailsBlock(title: PhrasingContent[], children: (BlockContent | DefinitionContent)[]): Blockquote {
  return {
    type: 'blockquote',
    data: { hName: 'details' },
    children: [{ type: 'paragraph', data: { hName: 'summary' }, children: title }, ...children],
  };
}
