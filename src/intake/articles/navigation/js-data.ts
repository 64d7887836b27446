import { type Expression, type Pattern, type Program, type Property, parse, type SpreadElement } from 'acorn';

/** What a program says that only running it would tell. */
const UNKNOWN = undefined;

/** The program in a JavaScript or TypeScript file that holds data; nothing if it isn't one. */
export function parseProgram(text: string): Program | undefined {
  // The types of a configuration file say nothing about its data.
  const plain = text
    .replace(/^\s*import\s+type\s[^;\n]*;?$/gm, '')
    .replace(/^(\s*(?:export\s+)?(?:const|let|var)\s+\w+)\s*:\s*[\w.<>[\]| ]+=/gm, '$1 =')
    .replace(/\s(?:satisfies\s+[\w.<>[\]]+|as\s+(?:const|[\w.]+))(?=\s*[;,)\]}\n]|$)/g, '');
  for (const sourceType of ['module', 'script'] as const) {
    try {
      return parse(plain, { ecmaVersion: 'latest', sourceType });
    } catch {
      // The other kind of program, or no program.
    }
  }
  return undefined;
}

type Values = Map<string, Expression>;

function dataOfNode(node: Expression | SpreadElement | Pattern | null | undefined, values: Values, depth = 0): unknown {
  if (!node || depth > 50) return UNKNOWN;
  const inner = (one: Expression | SpreadElement | Pattern | null | undefined) => dataOfNode(one, values, depth + 1);
  switch (node.type) {
    case 'Literal':
      return node.value;
    case 'TemplateLiteral':
      return node.expressions.length === 0 ? node.quasis[0]?.value.cooked : UNKNOWN;
    case 'UnaryExpression': {
      const number = inner(node.argument);
      return node.operator === '-' && typeof number === 'number' ? -number : UNKNOWN;
    }
    case 'Identifier':
      return inner(values.get(node.name));
    case 'ParenthesizedExpression':
      return inner(node.expression);
    case 'ArrayExpression':
      return node.elements.flatMap((element) => {
        if (element?.type !== 'SpreadElement') return [inner(element)];
        const spread = inner(element.argument);
        return Array.isArray(spread) ? spread : [];
      });
    case 'ObjectExpression':
      return Object.fromEntries(node.properties.flatMap((property) => entriesOf(property, inner)));
    // defineConfig({ … }), starlight({ … }): the data is the argument.
    case 'CallExpression':
      return inner(node.arguments.find(({ type }) => type === 'ObjectExpression' || type === 'ArrayExpression'));
    default:
      return UNKNOWN;
  }
}

function entriesOf(
  property: Property | SpreadElement,
  inner: (node: Expression | Pattern) => unknown,
): [string, unknown][] {
  if (property.type === 'SpreadElement') return Object.entries((inner(property.argument) as object | undefined) ?? {});
  const { key, value, computed } = property;
  if (computed) return [];
  const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : undefined;
  return name === undefined || name === '__proto__' ? [] : [[name, inner(value)]];
}

/**
 * The data that a JavaScript or TypeScript file exports, as far as it is written out. Nothing is run: what would have
 * to be computed is `undefined`.
 */
export function readJsData(text: string): unknown {
  const program = parseProgram(text);
  const values: Values = new Map();
  let exported: Expression | undefined;
  for (const statement of program?.body ?? []) {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declared?.type === 'VariableDeclaration') {
      for (const { id, init } of declared.declarations) {
        if (id.type === 'Identifier' && init) values.set(id.name, init);
      }
    }
    if (statement.type === 'ExportDefaultDeclaration') exported = statement.declaration as Expression;
    const expression = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
    if (expression?.type === 'AssignmentExpression' && expression.left.type === 'MemberExpression') {
      const { object } = expression.left;
      if (object.type === 'Identifier' && /^(?:module|exports)$/.test(object.name)) exported = expression.right;
    }
  }
  return dataOfNode(exported, values);
}
