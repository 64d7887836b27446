import { resolve } from 'node:path';
import { defineCommand } from '../shared/command.ts';
import { UsageError } from '../shared/failures.ts';
import { showProgress } from '../shared/progress.ts';
import { readCount } from '../shared/read-values.ts';

export const benchSearchCommand = defineCommand({
  name: 'search',
  summary:
    'What the search finds, how fast, and how many bytes it loads, next to Pagefind, lunr, MiniSearch, FlexSearch and Orama.',
  usage: ['[options]', '--articles NUMBER'],
  details:
    'By default, it asks the questions in searches.yaml. With --articles, it generates articles and uses some of their sentences as questions; no other option goes with it.',
  options: {
    content: { value: 'DIR', about: 'Content folder', otherwise: 'content' },
    dist: { value: 'DIR', about: 'Folder of a built site', otherwise: 'a temporary build' },
    questions: {
      value: 'FILE',
      about:
        'JSON Lines file with other questions: {"query", "locale", "relevant": ["id", …]}. An empty list means that no article answers it',
    },
    theme: { value: 'NAME', about: 'Theme to build with' },
    articles: { value: 'NUMBER', about: 'How many articles to generate', read: readCount },
  },
  examples: ['npm run bench -- search', 'npm run bench -- search --articles 500'],
  run: async ({ articles, ...own }) => {
    const given = Object.entries(own).find(([, value]) => value !== undefined);
    if (given && articles !== undefined) throw new UsageError(`Use either --${given[0]} or --articles.`);
    const { benchSearch } = await import('./search.ts');
    const progress = showProgress();
    const report = await benchSearch(
      { ...own, content: resolve(own.content ?? 'content'), articles },
      progress.show,
    ).finally(progress.clear);
    process.stdout.write(report);
    return 0;
  },
});
