import { type CssNode, parse, type WalkContext, walk } from 'css-tree';
import type { Code } from '../findings/codes.ts';
import { type Finding, finding } from '../findings/finding.ts';
import { suggest } from '../findings/suggest.ts';
import { cssName, isLoadingFunction } from '../values/css-name.ts';
import { isElsewhere, schemeOf } from '../values/link-address.ts';
import { propertyName } from './custom-properties.ts';
import { colorNames } from './theme-file.ts';
import { themeParts } from './theme-parts.ts';

/** What the stylesheet of a theme is checked against. */
export interface StyleContract {
  /** Relative to the folder above `themes/`. */
  path: string;
  /** Its path inside the theme folder; `theme.css` by default. */
  file?: string;
  /** Every custom property of the engine. */
  tokens: readonly string[];
  /** Whether a file exists in the theme folder, by its path inside it. */
  has(file: string): boolean;
}

const colorTokens = new Map(colorNames.map((name) => [propertyName(name), name]));
const parts = Object.keys(themeParts);

/** Everything in a theme's stylesheet that breaks its contract with the engine. */
export function styleFindings(css: string, { path, file = 'theme.css', tokens, has }: StyleContract): Finding[] {
  const found: Finding[] = [];
  const tell = (code: Code, node: CssNode, says: string, fix: string) => {
    const { line, column } = node.loc?.start ?? {};
    found.push(finding(code, { path, line, column }, says, fix));
  };
  const tree = parse(css, {
    positions: true,
    parseCustomProperty: true,
    onParseError: ({ message, line, column }) => {
      const fix = 'Fix this line, because browsers ignore what they cannot read.';
      found.push(finding('theme-invalid', { path, line, column }, `This is not valid CSS: ${message}.`, fix));
    },
  });
  walk(tree, function (node) {
    switch (node.type) {
      case 'Declaration':
        if (colorTokens.has(node.property))
          tell(
            'theme-token-set',
            node,
            `"${node.property}" is set here, where its contrast is not checked.`,
            `Set "${colorTokens.get(node.property)}" under "colors" in theme.yaml instead.`,
          );
        else if (unknownToken(node.property, tokens)) tellToken(node, node.property);
        else if (logicalOf(node) !== undefined)
          tell(
            'theme-physical',
            node,
            `"${nameOf(node)}" is wrong for languages that are written from right to left.`,
            `Use "${logicalOf(node)}", which works in every language.`,
          );
        break;
      case 'Identifier':
        if (unknownToken(node.name, tokens)) tellToken(node, node.name);
        break;
      case 'AttributeSelector': {
        const value = node.value?.type === 'String' ? node.value.value : node.value?.name;
        if (node.name.name === 'data-part' && node.matcher === '=' && value && !parts.includes(value))
          tell('theme-part-unknown', node, `There is no page part "${value}".`, suggest(value, parts));
        break;
      }
      case 'Url':
        if (!isIn(this, 'namespace')) tellAddress(node, node.value, isIn(this, 'import'));
        break;
      case 'String':
        if (isLoading(this)) tellAddress(node, node.value, isIn(this, 'import'));
        // A custom property can be used in a function that loads.
        else if (this.declaration?.property.startsWith('--') && isElsewhere(node.value)) tellAddress(node, node.value);
        break;
    }
  });
  return found;

  function tellToken(node: CssNode, name: string): void {
    tell('theme-token-unknown', node, `Unknown custom property "${name}".`, suggest(name, tokens));
  }

  function tellAddress(node: CssNode, address: string, isImport = false): void {
    if (isElsewhere(address) && (isImport || schemeOf(address) !== 'data'))
      tell(
        'theme-remote',
        node,
        `"${address}" would be loaded from another host.`,
        'Save the file in the theme folder and refer to it as ./file, or list it under "fonts" in theme.yaml if it is a font.',
      );
    else if (!isElsewhere(address) && !address.startsWith('#') && !has(pathFrom(file, address)))
      tell(
        'theme-missing',
        node,
        `The file "${address}" is not in the theme folder.`,
        'Add it there, or remove it from the style sheet.',
      );
  }
}

/** The style sheets that a style sheet of a theme imports, as paths inside the theme folder. */
export function importedStyles(css: string, file: string): string[] {
  const found: string[] = [];
  walk(parse(css), (node) => {
    if (node.type !== 'Atrule' || cssName(node.name) !== 'import' || !node.prelude) return;
    walk(node.prelude, (inner) => {
      if (inner.type === 'Url' || inner.type === 'String') found.push(pathFrom(file, inner.value));
    });
  });
  return found;
}

/** The path of what a style sheet refers to. It starts with ".." outside the theme folder. */
function pathFrom(file: string, address: string): string {
  // The root of the site isn't a folder of the theme.
  if (address.startsWith('/')) return '..';
  const path: string[] = file.split('/').slice(0, -1);
  for (const name of address.replace(/[?#].*$/, '').split('/'))
    if (name === '..' && path.length > 0 && path.at(-1) !== '..') path.pop();
    else if (name !== '.' && name !== '') path.push(name);
  return path.join('/');
}

/** Whether browsers can load the address in a string: it is imported, or in a function that loads. */
function isLoading(context: WalkContext): boolean {
  const around = context.function;
  return around ? isLoadingFunction(around.name) : isIn(context, 'import');
}

function isIn({ atrule }: WalkContext, name: string): boolean {
  return atrule !== null && cssName(atrule.name) === name;
}

function unknownToken(name: string, tokens: readonly string[]): boolean {
  return name.startsWith('--hc-') && !tokens.includes(name);
}

type Declaration = Extract<CssNode, { type: 'Declaration' }>;

const side: Readonly<Record<string, string>> = { left: 'start', right: 'end' };

/** What to write instead of a declaration that uses left or right. */
function logicalOf(node: Declaration): string | undefined {
  const { property } = node;
  const [, before = '', which = '', after = ''] = /^(.*?)-?\b(left|right)\b(.*)$/.exec(property) ?? [];
  if (which !== '') {
    const corner = /^border-(top|bottom)$/.exec(before)?.[1];
    if (corner) return `border-${corner === 'top' ? 'start' : 'end'}-${side[which]}${after}`;
    return `${before === '' ? 'inset' : before}-inline-${side[which]}${after}`;
  }
  const value = wordOf(node);
  if (['text-align', 'float', 'clear'].includes(property) && value in side)
    return `${property}: ${property === 'text-align' ? '' : 'inline-'}${side[value]}`;
  return undefined;
}

function nameOf(node: Declaration): string {
  return /left|right/.test(node.property) ? node.property : `${node.property}: ${wordOf(node)}`;
}

function wordOf({ value }: Declaration): string {
  const [only, more] = value.type === 'Value' ? value.children.toArray() : [];
  return only?.type === 'Identifier' && more === undefined ? only.name : '';
}
