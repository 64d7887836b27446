import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { didYouMean, nearest, suggest } from '#kb/findings/suggest.ts';
import type { ArticleCode } from './article-code.ts';
import { makeBudget } from './budget.ts';
import { importedComponent, importLines } from './components/imported-component.ts';
import { renderComponent } from './components/render-component.ts';
import { vocabulary } from './components/vocabulary.ts';
import { elementFinisher } from './elements.ts';
import { checkHtml } from './safe-html.ts';
import { makeNotes, type Notes, truncate } from './syntax/notes.ts';
import { isRightToLeft, withNumbers } from './syntax/number-direction.ts';
import type { Scope } from './syntax/scope.ts';
import { asPartOfSentence, splitParagraph } from './syntax/split-paragraph.ts';
import {
  attributeValue,
  type Expression,
  isExpression,
  isJsx,
  isSpread,
  type JsxElement,
  type Tree,
  type TreeNode,
} from './syntax/tree.ts';
import { unreadMarkup } from './syntax/unread-markup.ts';

// Elements of HTML with the name of a component, which are judged as what they are.
const htmlNames = new Set(['button', 'figure', 'kbd', 'video']);

export interface ExpandedArticle extends Pick<Notes, 'outline' | 'links' | 'media' | 'findings'> {
  /** HTML only, except components that the article imports, and their imports. */
  tree: Tree;
}

/**
 * Turns the vocabulary of articles into plain HTML: components, variables, snippets, links, files and
 * heading anchors. It is used both for articles that are data and for those that import components.
 *
 * @param path of the article, relative to the content folder
 * @param code what the article imports; left out if it can import nothing
 */
export function expandComponents(
  tree: Tree,
  path: string,
  scope: Scope,
  code?: Pick<ArticleCode, 'components' | 'names'>,
): ExpandedArticle {
  const notes = makeNotes(path, scope);
  const finish = elementFinisher(notes, scope);
  const rightToLeft = isRightToLeft(path.split('/')[1] ?? '');
  const snippetsOpen: string[] = [];
  const budget = makeBudget();
  /** What used up the budget: the snippet of the article itself, even if it was one within it. */
  let tooMuch: TreeNode | undefined;
  let outermost: TreeNode | undefined;
  const fits = (added: Tree | number, node: TreeNode) => {
    if (budget.isSpent()) return false;
    if (budget.has(added)) return true;
    tooMuch = outermost ?? node;
    return false;
  };
  const all = (nodes: readonly TreeNode[]): ElementContent[] => nodes.flatMap((node) => one(node));
  // Nodes that only Astro's own MDX can render. They are written anew, so no code of the article can be among them.
  const keep = (node: TreeNode) => [node as unknown as ElementContent];

  function one(node: TreeNode): ElementContent[] {
    if (isJsx(node)) return jsx(node);
    if (isExpression(node)) return expression(node);
    if (node.type === 'mdxjsEsm') return [];
    if (node.type === 'text') {
      reportUnread(node, notes);
      return rightToLeft ? withNumbers(node.value) : [node];
    }
    if (node.type !== 'element') return [node];
    // Code is shown as it is written.
    const children = node.tagName === 'code' ? node.children : all(node.children as TreeNode[]);
    const element = withLine(finish({ ...node, properties: { ...node.properties }, children }), node);
    return element.tagName === 'p' ? splitParagraph(element) : [element];
  }

  // What comes from a snippet is written in another file.
  function withLine(element: Element, { position }: TreeNode): Element {
    if (!scope.lines || snippetsOpen.length > 0 || !position) return element;
    return { ...element, properties: { ...element.properties, dataLine: String(position.start.line) } };
  }

  function expression(node: Expression): ElementContent[] {
    const name = node.value.trim();
    if (name === '' || /^\/\*[\s\S]*\*\/$/.test(name)) return [];
    const value = scope.variable(name);
    // A contact address or number keeps its own direction inside right-to-left text.
    if (value !== undefined && !fits(value.length, node)) return [];
    if (value !== undefined && name.startsWith('contact.')) return [h('bdi', { dir: 'ltr' }, value)];
    if (value !== undefined) return rightToLeft ? withNumbers(value) : [{ type: 'text', value }];
    if (scope.unread(name)) return [];
    notes.report(
      'variable-unknown',
      node,
      `Unknown variable "{${truncate(name)}}".`,
      variableFix(name, scope.variables),
    );
    return [];
  }

  function jsx(node: JsxElement): ElementContent[] {
    const { name } = node;
    if (name === null) return all(node.children);
    if (code?.components?.has(name)) return keep(importedComponent(node, all(node.children), notes, scope));
    if (name === 'Snippet') return snippet(node);
    const known = Object.hasOwn(vocabulary, name) ? vocabulary[name] : undefined;
    const children = all(node.children);
    if (known) {
      const [first, ...others] = renderComponent(known, node, children, notes, scope);
      return first ? [first.type === 'element' ? withLine(first, node) : first, ...others] : [];
    }
    // Its import is refused, which is the mistake.
    if (code && !code.components && code.names.has(name)) return children;
    const choices = [...Object.keys(vocabulary), 'Snippet'];
    const isLowercased = !htmlNames.has(name) && choices.some((one) => one.toLowerCase() === name);
    if (/^[A-Z]/.test(name) || name.includes('.') || isLowercased) {
      notes.report('component-unknown', node, `Unknown component <${name}>.`, suggest(name, choices));
      return children;
    }
    const judged = checkHtml(node, children);
    if ('element' in judged) return [withLine(finish({ ...judged.element, position: node.position }), node)];
    notes.report('html-unsafe', node, judged.says, judged.fix);
    return children;
  }

  function snippet(node: JsxElement): ElementContent[] {
    const attribute = node.attributes.find((one) => !isSpread(one) && one.name === 'name');
    const name = String((attribute && !isSpread(attribute) && attributeValue(attribute)) || '');
    const found = scope.snippet(name);
    if (!found) {
      notes.report(
        'snippet-unknown',
        node,
        `There is no snippet "${name}".`,
        suggest(name, scope.snippets, 'add a snippet with that name to snippets/<language>/'),
      );
      return [];
    }
    // A snippet that shows itself would never end.
    if (snippetsOpen.includes(name)) return [];
    if (!fits(found, node)) return [];
    if (snippetsOpen.length === 0) outermost = node;
    snippetsOpen.push(name);
    const children = notes.inSnippet(found.path, () => all(found.children));
    snippetsOpen.pop();
    if (snippetsOpen.length === 0) outermost = undefined;
    return node.type === 'mdxJsxTextElement' ? asPartOfSentence(children) : children;
  }

  const children = [...importLines(code?.components).flatMap(keep), ...all(tree.children)];
  if (tooMuch)
    notes.report(
      'article-too-large',
      tooMuch,
      'With this snippet or variable, the article has more than 5 million characters.',
      'Remove it, or some of the snippets and variables before it.',
    );
  notes.close();
  const { outline, links, media, findings } = notes;
  return { tree: { type: 'root', children }, outline, links, media, findings };
}

// A space within the address, or one before it. A web address of which only the start was read as a link ends the text.
const unreadLink =
  /!?\[[^\]\n]*\](?:\((?<spaced>(?:\.{0,2}\/|[\w.-]+\/|#|https?:|mailto:|tel:|sms:)[^()\n]*)\)|[ \t]\(\.{0,2}\/[^()\s]*\)|\((?:mailto:)?$(?![\s\S]))/g;

function spacedFix(address: string | undefined): string {
  if (address === undefined) return 'Remove the space before the round bracket.';
  // A phone number is written without spaces, elsewhere a space has a code.
  const instead = /^(?:tel|sms):/.test(address) ? '' : '%20';
  const written = address.trim().replace(/\s/g, instead);
  return instead === ''
    ? `Remove the spaces from the number: ${written}.`
    : `Replace each space in the address with %20: ${written}.`;
}

/** Reports links, pictures and other markup that stayed text. */
function reportUnread(node: Extract<TreeNode, { type: 'text' }>, notes: Notes): void {
  const placed = (at: number) => {
    const lines = node.value.slice(0, at).split('\n').length - 1;
    const start = node.position?.start;
    return {
      ...node,
      position: node.position && start && { ...node.position, start: { ...start, line: start.line + lines } },
    };
  };
  for (const { at, text, fix } of unreadMarkup(node.value))
    notes.report('markup-unread', placed(at), `"${truncate(text)}" is shown to readers as it is written.`, fix);
  for (const found of node.value.matchAll(unreadLink)) {
    const spaced = found.groups?.spaced;
    const isCut = !found[0].endsWith(')');
    notes.report(
      'link-unread',
      placed(found.index),
      isCut
        ? `The address after "${truncate(found[0])}" contains a space, so brackets are shown and only its start is a link.`
        : `"${truncate(found[0])}" contains a space, so it is shown as text and not as a link.`,
      isCut ? 'Replace each space in the address with %20.' : spacedFix(spaced),
    );
  }
}

function variableFix(name: string, variables: readonly string[]): string {
  const fact = /^facts\.(?<own>[A-Za-z]\w*)$/.exec(name)?.groups?.own;
  if (fact === undefined) return suggest(name, variables, 'write \\{ to show the bracket itself');
  // Only other facts are suggested, because an unrelated variable would make the sentence wrong.
  const near = nearest(
    fact,
    variables.filter((one) => one.startsWith('facts.')).map((one) => one.slice('facts.'.length)),
  );
  const add = `add "${fact}: …" to facts.yaml`;
  return near ? `${didYouMean(`facts.${near}`)} If not, ${add}.` : `${add.charAt(0).toUpperCase()}${add.slice(1)}.`;
}
