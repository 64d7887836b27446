import { resolve } from 'node:path';
import { dev } from 'astro';
import { basePath, handOver } from '#build/options.ts';
import { checkContent } from '#io/check-content.ts';
import { themeDir } from '#io/content/read-theme.ts';
import { engineDir } from '#io/machine/engine.ts';
import { measureCoverage, popularTopics } from '#kb/tickets/worklist/coverage.ts';
import { risingTopics } from '#kb/tickets/worklist/rising-topics.ts';
import { findingsText } from '#report/findings-text.ts';
import { defineCommand } from './shared/command.ts';
import { contentOption, portOption, themeOption } from './shared/options.ts';
import { runCommand } from './shared/run-command.ts';

export const command = defineCommand({
  name: 'dev',
  summary: 'Preview the site while you write. Pages reload whenever you save a file.',
  details: 'Drafts and internal articles are included. The page /theme/ shows every component of the theme.',
  options: { content: contentOption, theme: themeOption, port: portOption },
  examples: ['npm run dev', 'npm run dev -- --theme plain --port 3000'],
  run: async ({ content: contentDir, theme, port }) => {
    const { library, findings, sources } = await checkContent(contentDir, theme);
    if (findings.length > 0) process.stdout.write(`${findingsText(findings)}\n\n`);
    const name = theme ?? library?.site.theme ?? '';
    if (!library || !themeDir(name, contentDir)) return 1;
    const coverage = measureCoverage(library, sources);
    const today = new Date().toISOString().slice(0, 10);
    const [popular, rising] = [popularTopics(coverage), risingTopics(coverage, today)];
    const outDir = resolve('dist');
    handOver({ contentDir, outDir, theme, audience: 'internal', today, popular, rising, gallery: true });
    const server = await dev({ root: engineDir, server: { port }, logLevel: 'info' });
    const gallery = `http://localhost:${server.address.port}${basePath(library.site.url)}theme/`;
    process.stdout.write(`\nThe theme "${name}": ${gallery}\n\n`);
    await new Promise((done) => process.once('SIGINT', done));
    await server.stop();
    return 0;
  },
});

if (import.meta.main) await runCommand(command);
