import { toString as textOf } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { Turn } from './found-component.ts';

/** `<Tooltip tip="…">word</Tooltip>`: what it says is the title of an abbreviation. */
export const turnTooltip: Turn = ({ attributes, children }) => {
  const headline = attributes.text('headline', 'title', 'label');
  const tip = attributes.text('tip', 'content', 'text', 'tooltip', 'description', 'overlay', 'definition');
  const title = [headline, tip].filter(Boolean).join(': ');
  const link = attributes.text('href');
  const action = attributes.text('cta');
  const word = title === '' ? children : [h('abbr', { title }, children)];
  return link && action
    ? [...word, { type: 'text', value: ' (' }, h('a', { href: link }, action), { type: 'text', value: ')' }]
    : word;
};

/** `<Badge text="New" />` */
export const turnBadge: Turn = ({ attributes, children }) => {
  const text = attributes.text('text', 'label', 'title', 'name', 'value', 'children');
  return [...(text ? [{ type: 'text' as const, value: text }] : []), ...children];
};

/** Docusaurus' `<Translate id="…" description="…">`: its attributes are for translators. */
export const turnTranslation: Turn = ({ attributes, children }) => {
  attributes.use('description');
  return children;
};

/** `<Link to="…">`, `<Button href="…" text="…" />` */
export const turnLink: Turn = ({ attributes, children, inLine }) => {
  const href = attributes.text('href', 'to', 'url', 'link');
  const text = attributes.text('text', 'label', 'title', 'name');
  const isEmpty = children.every(
    (child) => child.type !== 'element' && (child.type !== 'text' || child.value.trim() === ''),
  );
  const content = isEmpty && text ? [{ type: 'text' as const, value: text }] : children;
  if (!href) return content;
  const anchor = h('a', { href }, content);
  return [inLine ? anchor : h('p', [anchor])];
};

/** `<Highlight className="bash">…</Highlight>` is code, `<Highlight color="red">…</Highlight>` marks words. */
export const turnHighlight: Turn = (found) =>
  found.attributes.text('lang', 'language', 'classname', 'syntax') === undefined ? found.children : turnCode(found);

/** `<CodeBlock language="bash">…</CodeBlock>` and the like around a piece of code. */
export const turnCode: Turn = ({ attributes, children, inLine }) => {
  const written = children.find((child) => child.type === 'element' && child.tagName === 'pre');
  const text =
    attributes.text('code', 'children', 'content', 'value', 'source', 'snippet', 'text') ??
    textOf({ type: 'root', children });
  const language = attributes.text('lang', 'language', 'classname', 'syntax', 'highlight', 'type');
  const name = language?.replace(/^lang(?:uage)?-/, '').split(/\s/)[0];
  const title = attributes.text('title', 'filename', 'file', 'label', 'name');
  if (written) return [...(title ? [h('p', [h('strong', title)])] : []), ...children];
  if (inLine && !text.includes('\n')) return [h('code', text)];
  return [
    h('pre', [
      h('code', { className: name ? [`language-${name}`] : [], dataTitle: title }, text.replace(/^\n+|\s+$/g, '')),
    ]),
  ];
};
