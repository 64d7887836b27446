import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from '#markdown/syntax/walk.ts';
import { isElement } from '../elements/html-elements.ts';

function within(node: Element, ...names: string[]): Element[] {
  return node.children.flatMap((child) =>
    child.type !== 'element' ? [] : isElement(child, ...names) ? [child] : within(child, ...names),
  );
}

/** The cell with a picture, the link of the card around its first words, and the rest below. */
function cardOf(cells: readonly Element[], heads: readonly Element[]): ElementContent[] {
  const at = (key: string) => cells[heads.findIndex(({ properties }) => properties[key] !== undefined)];
  const [target, cover] = [at('dataCardTarget'), at('dataCardCover')];
  const [link] = target ? within(target, 'a') : [];
  const [image] = cover ? within(cover, 'a', 'img') : [];
  const src = image?.properties.href ?? image?.properties.src;
  const texts = cells.filter(
    (cell, index) => heads[index]?.properties.dataHidden === undefined && cell.children.length > 0,
  );
  const [first, ...others] = texts.map(({ children }) => children);
  const href = link?.properties.href;
  const hasLink = within(h('p', first ?? []), 'a').length > 0;
  return [
    ...(src ? [h('p', [h('img', { src: String(src), alt: '' })])] : []),
    ...(first ? [h('p', href && !hasLink ? [h('a', { href: String(href) }, first)] : first)] : []),
    ...(!first && link ? [h('p', [link])] : []),
    ...others.map((children) => h('p', children)),
  ];
}

/**
 * Takes apart, in place, the tables that GitBook shows as cards: their columns for the link and the picture of a card are
 * for no reader.
 */
export function unfoldCards(tree: Root): void {
  visit(tree, 'element', (table, index, parent) => {
    if (!isElement(table, 'table') || table.properties.dataView !== 'cards' || !parent || index === undefined)
      return undefined;
    const [head, ...rows] = within(table, 'tr').map((row) => within(row, 'th', 'td'));
    const cards = rows.flatMap((cells) => cardOf(cells, head ?? []));
    parent.children.splice(
      index,
      1,
      ...cards.map((card) => ({ ...card, ...(table.position && { position: table.position }) })),
    );
    return [SKIP, index + cards.length];
  });
}
