import { command, UsageError } from './command.ts';

const usage = `
Measures, beside a peer in the same run, on this machine.

  npm run bench -- build [--articles 5000]

  build    a whole build with search, beside Starlight on the same articles (fetched by npm into a temporary folder)
`;

await command(usage, { articles: { type: 'string' } }, async ({ articles = '5000' }, [what, ...more]) => {
  if (what !== 'build' || more.length > 0) throw new UsageError(`"${what ?? ''}" cannot be measured. Use build.`);
  const count = Number(articles);
  if (!Number.isInteger(count) || count < 1)
    throw new UsageError(`--articles is "${articles}", but a whole number from 1 is expected.`);
  const { benchBuild } = await import('./bench-build.ts');
  process.stdout.write(await benchBuild(count));
  return 0;
});
