import { defineCommand } from '../shared/command.ts';
import { showProgress } from '../shared/progress.ts';
import { readCount } from '../shared/read-values.ts';

export const benchBuildCommand = defineCommand({
  name: 'build',
  summary: 'Time and memory of builds, an edit, the check, an import and the dev server.',
  details:
    'Hugo with Pagefind (if hugo is on the path), Starlight, and Pagefind alone are measured in the same run, on the same ' +
    'generated articles.',
  options: {
    articles: { value: 'NUMBER', about: 'How many articles to generate', default: '500', read: readCount },
    runs: { value: 'NUMBER', about: 'How often to measure everything', default: '3', read: readCount },
    'no-starlight': { about: 'Leave out Starlight, which is slow and is installed by npm' },
    json: { about: 'Print every measurement as JSON' },
  },
  examples: ['npm run bench -- build', 'npm run bench -- build --articles 5000 --runs 5'],
  run: async ({ articles, runs, json, 'no-starlight': noStarlight }) => {
    const { benchBuild } = await import('./build.ts');
    const { buildReport } = await import('./build-report.ts');
    const progress = showProgress();
    const measured = await benchBuild(articles, runs, !noStarlight, progress.show).finally(progress.clear);
    process.stdout.write(json ? `${JSON.stringify(measured, null, 2)}\n` : buildReport(measured));
    return 0;
  },
});
