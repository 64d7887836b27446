/** JSX within an expression, as it is written in the file. */
export interface WrittenJsx {
  jsx: string;
  /** Where it starts in the file: number of characters before it. */
  at: number;
}

/** What a JavaScript expression says without running it. */
export type ExpressionData =
  | string
  | number
  | boolean
  | WrittenJsx
  | ExpressionData[]
  | { [key: string]: ExpressionData };

interface EsNode {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

export function isWrittenJsx(data: unknown): data is WrittenJsx {
  return typeof data === 'object' && data !== null && 'jsx' in data && 'at' in data;
}

function list(value: unknown): EsNode[] {
  return Array.isArray(value) ? value.filter((one): one is EsNode => one !== null && typeof one === 'object') : [];
}

/** Functions that return the address of a file. */
const ADDRESSES = new Set(['require', 'useBaseUrl', 'withBase', 'asset', 'withPrefix']);

function addressOf(call: EsNode, source: string): ExpressionData | undefined {
  const [only, ...others] = list(call.arguments);
  const named = ADDRESSES.has(String((call.callee as EsNode).name));
  return named && only && others.length === 0 ? dataIn(only, source) : undefined;
}

function objectOf(node: EsNode, source: string): ExpressionData {
  const entries = list(node.properties).flatMap((property): [string, ExpressionData][] => {
    const key = property.key as EsNode | undefined;
    const name = key?.type === 'Identifier' ? key.name : key?.value;
    const value = property.value ? dataIn(property.value as EsNode, source) : undefined;
    return value === undefined || typeof name !== 'string' || name === '__proto__' ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}

function dataIn(node: EsNode, source: string): ExpressionData | undefined {
  switch (node.type) {
    case 'Literal':
      return ['string', 'number', 'boolean'].includes(typeof node.value) ? (node.value as string) : undefined;
    case 'TemplateLiteral': {
      const parts = list(node.quasis).map((part) => (part.value as { cooked?: string } | undefined)?.cooked ?? '');
      return list(node.expressions).length === 0 ? parts.join('') : undefined;
    }
    case 'BinaryExpression': {
      const [left, right] = [dataIn(node.left as EsNode, source), dataIn(node.right as EsNode, source)];
      const texts = typeof left === 'string' && typeof right === 'string' && node.operator === '+';
      return texts ? left + right : undefined;
    }
    case 'ArrayExpression':
      return list(node.elements).flatMap((element) => dataIn(element, source) ?? []);
    case 'ObjectExpression':
      return objectOf(node, source);
    case 'JSXElement':
    case 'JSXFragment':
      return { jsx: source.slice(node.start, node.end), at: node.start };
    case 'LogicalExpression':
      return node.operator === '&&' ? dataIn(node.right as EsNode, source) : undefined;
    case 'MemberExpression':
      return (node.object as EsNode).type === 'CallExpression' ? dataIn(node.object as EsNode, source) : undefined;
    case 'CallExpression':
      return addressOf(node, source);
    case 'ParenthesizedExpression':
      return dataIn(node.expression as EsNode, source);
    case 'ArrowFunctionExpression':
      return dataIn(node.body as EsNode, source);
    default:
      return undefined;
  }
}

/**
 * What an expression of MDX says, if it is data: texts, numbers, lists, objects and JSX. Nothing is run.
 *
 * @param program the ESTree of the expression, whose positions count from the start of `source`
 */
export function dataOfExpression(program: unknown, source: string): ExpressionData | undefined {
  const [statement] = list((program as { body?: unknown } | undefined)?.body);
  const expression = statement?.expression as EsNode | undefined;
  return expression && dataIn(expression, source);
}
