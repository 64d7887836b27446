import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HastPluginDefinition } from 'satteri';
import { readCode } from './article-code.ts';
import { expandComponents } from './expand-components.ts';
import type { Scope } from './syntax/scope.ts';
import type { Tree } from './syntax/tree.ts';

/**
 * The same vocabulary for articles that import components and are compiled by `@astrojs/mdx`:
 * its compiler gets plain HTML, except for the imported components. All code that it gets is written by the engine.
 *
 * @param contentDir absolute path of the content folder
 * @param scopeOf the scope of an article in a language
 */
export function vocabularyPlugin(
  contentDir: string,
  scopeOf: (locale: string) => Promise<Scope>,
): HastPluginDefinition {
  return {
    name: 'ohje-vocabulary',
    async before(root, context) {
      if (!context.fileURL) throw new Error('Only the file of an article can be compiled.');
      const path = relative(contentDir, fileURLToPath(context.fileURL)).split(sep).join('/');
      const tree = root as unknown as Tree;
      const scope = await scopeOf(path.split('/')[1] ?? '');
      const expanded = expandComponents(tree, path, scope, readCode(tree, path, scope.component));
      context.replaceNode(root, expanded.tree as unknown as typeof root);
    },
  };
}
