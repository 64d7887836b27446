import { defineCommand } from '../shared/command.ts';
import { readCount } from '../shared/read-values.ts';

export const benchBuildCommand = defineCommand({
  name: 'build',
  summary: 'Time and memory of a build with search, next to Starlight with the same articles.',
  options: {
    articles: { value: 'NUMBER', about: 'How many articles to generate', default: '5000', read: readCount },
  },
  examples: ['npm run bench -- build --articles 500'],
  run: async ({ articles }) => {
    const { benchBuild } = await import('./build.ts');
    process.stdout.write(await benchBuild(articles));
    return 0;
  },
});
