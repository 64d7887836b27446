import { resolve } from 'node:path';
import { dev } from 'astro';
import { basePath, handOver } from '#build/options.ts';
import { checkContent } from '#io/check-content.ts';
import { themeDir } from '#io/content/read-theme.ts';
import { engineDir } from '#io/machine/engine.ts';
import { measureCoverage, popularTopics } from '#kb/tickets/worklist/coverage.ts';
import { risingTopics } from '#kb/tickets/worklist/rising-topics.ts';
import { findingsText } from '#report/findings-text.ts';
import { command, contentFolder, portOption, UsageError } from './shared/command.ts';

const usage = `
Shows the site while you write, and at /theme/ all of its theme; pages reload when a file is saved.
Articles of every confidence are shown.

  npm run dev -- [--content DIR] [--theme NAME] [--port NUMBER]
`;

await command(
  usage,
  { content: { type: 'string' }, theme: { type: 'string' }, port: { type: 'string' } },
  async ({ content, theme, port = '4321' }, words) => {
    if (words.length > 0) throw new UsageError(`"${words[0]}" is not expected here.`);
    const number = portOption(port);
    const contentDir = contentFolder(content);
    const { library, findings, counts } = await checkContent(contentDir, theme);
    if (findings.length > 0) process.stdout.write(`${findingsText(findings)}\n\n`);
    const name = theme ?? library?.site.theme ?? '';
    if (!library || !themeDir(name, contentDir)) return 1;
    const coverage = measureCoverage(library, counts, {});
    const today = new Date().toISOString().slice(0, 10);
    const [popular, rising] = [popularTopics(coverage), risingTopics(coverage, today)];
    const outDir = resolve('dist');
    handOver({ contentDir, outDir, theme, audience: 'internal', today, popular, rising, gallery: true });
    const server = await dev({ root: engineDir, server: { port: number }, logLevel: 'info' });
    const gallery = `http://localhost:${server.address.port}${basePath(library.site.url)}theme/`;
    process.stdout.write(`\n${gallery} shows the theme "${name}" from all sides.\n\n`);
    await new Promise((done) => process.once('SIGINT', done));
    await server.stop();
    return 0;
  },
);
