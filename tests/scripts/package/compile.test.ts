import { describe, expect, it } from 'vitest';
import { compiledImports, compileModule } from '../../../scripts/package/compile.ts';

const loading = (path: string) => `await import(${JSON.stringify(path)})`;

describe('a compiled module', () => {
  it('has no types, and its imports name compiled modules', () => {
    const source = `import type { Article } from '#kb/content/article.ts';
import { rank, type Hit } from '#search/rank.ts';
export const best = (hits: Hit[]): Hit | undefined => rank(hits)[0];
`;
    expect(compileModule(source, 'best.ts')).toBe(
      `import { rank } from '#search/rank.js';\nexport const best = (hits) => rank(hits)[0];\n`,
    );
  });

  it.each([
    [loading('./results-page.ts'), loading('./results-page.js')],
    [`import.meta.resolve('../client/panel.ts')`, `import.meta.resolve('../client/panel.js')`],
    [`<script>import '../client/vote.ts';</script>`, `<script>import '../client/vote.js';</script>`],
    [`export { ask } from "#search/ask.ts"`, `export { ask } from "#search/ask.js"`],
  ])('%s', (source, compiled) => {
    expect(compiledImports(source)).toBe(compiled);
  });

  it.each([`import { z } from 'notes.ts'`, `const name = './article.ts';`, `import './theme.css';`])(
    'leaves %s as it is',
    (source) => {
      expect(compiledImports(source)).toBe(source);
    },
  );
});
