import { type Expression, parseExpressionAt, type Super } from 'acorn';
import { parseProgram } from '../navigation/js-data.ts';

/** Values by name, as far as they are written out. */
export type StaticValues = Map<string, unknown>;

type Node = Expression | Super | { type: string };

/** What an expression says, or `undefined` if only running it would tell. Nothing is run. */
function staticValue(node: Node | null | undefined, scope: StaticValues, depth = 0): unknown {
  if (!node || depth > 40) return undefined;
  const inner = (one: Node | null | undefined) => staticValue(one, scope, depth + 1);
  const one = node as Expression;
  switch (one.type) {
    case 'Literal':
      return one.value;
    case 'Identifier':
      return scope.get(one.name);
    case 'TemplateLiteral': {
      const values = one.expressions.map(inner);
      if (values.some((value) => typeof value !== 'string' && typeof value !== 'number')) return undefined;
      return one.quasis.map(({ value }, index) => (value.cooked ?? '') + String(values[index] ?? '')).join('');
    }
    case 'BinaryExpression': {
      const [left, right] = [inner(one.left), inner(one.right)];
      const isText = typeof left === 'string' || typeof right === 'string';
      return one.operator === '+' && isText && left !== undefined && right !== undefined
        ? String(left) + String(right)
        : undefined;
    }
    case 'MemberExpression': {
      const object = inner(one.object);
      const name = one.computed ? inner(one.property) : (one.property as { name?: string }).name;
      return typeof object === 'object' && object !== null && name !== undefined && Object.hasOwn(object, String(name))
        ? (object as Record<string, unknown>)[String(name)]
        : undefined;
    }
    case 'ArrayExpression':
      return one.elements.map(inner);
    case 'ObjectExpression':
      return Object.fromEntries(
        one.properties.flatMap((property): [string, unknown][] => {
          if (property.type === 'SpreadElement') return Object.entries((inner(property.argument) as object) ?? {});
          const { key, computed, value } = property;
          const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : undefined;
          return computed || name === undefined || name === '__proto__' ? [] : [[name, inner(value)]];
        }),
      );
    case 'ParenthesizedExpression':
      return inner(one.expression);
    case 'UnaryExpression': {
      const value = inner(one.argument);
      return one.operator === '-' && typeof value === 'number' ? -value : undefined;
    }
    default:
      return undefined;
  }
}

/** An import of a program: the names it gets, each with the name it has there (`*` for all, `default`). */
export interface StaticImport {
  from: string;
  names: { local: string; imported: string }[];
}

/** What a program declares, imports and exports. */
export interface StaticModule {
  imports: StaticImport[];
  /** Exported values by name, `default` among them; only those that are written out. */
  exports: StaticValues;
  /** Names that are declared or exported and whose value isn't written out, such as components. */
  unknown: string[];
}

/**
 * Reads a program as data, without running it; nothing if it isn't one.
 *
 * @param imported the values of imported names, by local name
 */
export function readStaticModule(text: string, imported: StaticValues = new Map()): StaticModule | undefined {
  const program = parseProgram(text);
  if (!program) return undefined;
  const scope: StaticValues = new Map(imported);
  const found: StaticModule = { imports: [], exports: new Map(), unknown: [] };
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration') {
      const names = statement.specifiers.map((one) => {
        const imported = one.type === 'ImportSpecifier' ? (one.imported as { name: string }).name : undefined;
        return {
          local: one.local.name,
          imported: imported ?? (one.type === 'ImportNamespaceSpecifier' ? '*' : 'default'),
        };
      });
      found.imports.push({ from: String(statement.source.value), names });
      continue;
    }
    const isNamed = statement.type === 'ExportNamedDeclaration';
    const declared = isNamed ? statement.declaration : statement;
    if (declared?.type === 'VariableDeclaration') {
      for (const { id, init } of declared.declarations) {
        if (id.type !== 'Identifier') continue;
        const value = staticValue(init, scope);
        if (value === undefined) found.unknown.push(id.name);
        else scope.set(id.name, value);
        if (isNamed && value !== undefined) found.exports.set(id.name, value);
      }
    } else if (declared && 'id' in declared && declared.id) found.unknown.push((declared.id as { name: string }).name);
    if (isNamed) {
      for (const { local, exported } of statement.specifiers) {
        const value = scope.get((local as { name: string }).name);
        if (value !== undefined) found.exports.set((exported as { name: string }).name, value);
      }
    }
    if (statement.type === 'ExportDefaultDeclaration') {
      const value = staticValue(statement.declaration, scope);
      if (value !== undefined) found.exports.set('default', value);
    }
    const expression = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
    if (expression?.type === 'AssignmentExpression' && expression.left.type === 'MemberExpression') {
      const { object, property } = expression.left;
      const value = staticValue(expression.right, scope);
      const name = (object as { name?: string }).name;
      if (value !== undefined && name === 'module') found.exports.set('default', value);
      if (value !== undefined && name === 'exports')
        found.exports.set((property as { name?: string }).name ?? '', value);
    }
  }
  for (const [name, value] of scope)
    if (!imported.has(name) && !found.exports.has(name)) found.exports.set(name, value);
  return found;
}

/** What an expression says with the values of a scope; nothing if only running it would tell. */
export function readStaticExpression(text: string, scope: StaticValues): unknown {
  try {
    const node = parseExpressionAt(text, 0, { ecmaVersion: 'latest' });
    return text.slice(node.end).trim() === '' ? staticValue(node, scope) : undefined;
  } catch {
    return undefined;
  }
}
