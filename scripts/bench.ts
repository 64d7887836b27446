import { command, contentFolder, UsageError, wholeOption } from './shared/command.ts';

const usage = `
Measures, beside peers in the same run, on this machine. The peers are fetched by npm into a temporary folder.

  npm run bench -- build  [--articles 5000]
  npm run bench -- search [--content DIR] [--dist DIR] [--questions FILE] [--theme NAME]
  npm run bench -- search --articles 5000

  build    a whole build with search, beside Starlight on the same articles
  search   what the search finds, how fast and for how many bytes, beside Pagefind as it comes, lunr, MiniSearch,
           FlexSearch and Orama, on the questions of searches.yaml

  --content DIR      the folder of your content (content)
  --dist DIR         a site that is built already; otherwise one is built and thrown away
  --questions FILE   other questions, one {"query", "locale", "relevant": ["id", …]} a line;
                     an empty list stands for a question without an answer
  --theme NAME       the theme to build with
  --articles NUMBER  made articles, and sentences of theirs as questions
`;

await command(
  usage,
  {
    articles: { type: 'string' },
    content: { type: 'string' },
    dist: { type: 'string' },
    questions: { type: 'string' },
    theme: { type: 'string' },
  },
  async ({ articles, content, dist, questions, theme }, [what, ...more]) => {
    if ((what !== 'build' && what !== 'search') || more.length > 0)
      throw new UsageError(`"${more[0] ?? what ?? ''}" cannot be measured. Use build or search.`);
    const count = articles === undefined ? undefined : wholeOption('articles', articles);
    const named = Object.entries({ content, dist, questions, theme }).find(([, value]) => value !== undefined);
    if (named && (what === 'build' || count !== undefined))
      throw new UsageError(`--${named[0]} is for "search" without --articles.`);
    if (what === 'build') {
      const { benchBuild } = await import('./bench/build.ts');
      process.stdout.write(await benchBuild(count ?? 5000));
      return 0;
    }
    const { benchSearch } = await import('./bench/search.ts');
    const { onTerminal } = await import('./shared/progress.ts');
    const progress = onTerminal();
    const report = await benchSearch(
      { content: contentFolder(content), dist, questions, theme, articles: count },
      progress.show,
    ).finally(progress.clear);
    process.stdout.write(report);
    return 0;
  },
);
