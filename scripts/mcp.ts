import { defineCommand } from './shared/command.ts';
import { UsageError } from './shared/failures.ts';
import { readPort } from './shared/read-values.ts';
import { runCommand } from './shared/run-command.ts';

export const command = defineCommand({
  name: 'mcp',
  summary: 'Let AI assistants search and read the built site, over the Model Context Protocol.',
  details:
    'An assistant starts this command itself and talks to it over standard input and output. With --http, assistants on this computer connect to its address. Needs the package @modelcontextprotocol/server.\n\nThe tools are search, which says whether an article is sure to answer, read_article, list_sections and report_gap, which writes down a question that no article answers. To import those questions, run: npm run tickets -- import --searches .reports/gaps.csv',
  usage: ['[--dist DIR] [--gaps FILE]', '--http [--port NUMBER] [--dist DIR] [--gaps FILE]'],
  options: {
    dist: {
      value: 'DIR',
      about: 'Folder of the built site, or the address where it is published',
      default: 'dist',
    },
    gaps: { value: 'FILE', about: 'File for questions that no article answers', default: '.reports/gaps.csv' },
    http: { about: 'Serve over HTTP on this computer, for any number of assistants' },
    port: { value: 'NUMBER', about: 'Port with --http', otherwise: '4322', read: readPort },
  },
  examples: [
    'npm run mcp -- --dist dist',
    'npm run mcp -- --dist https://help.example.com/',
    'npm run mcp -- --http --port 4322',
  ],
  run: async ({ dist, gaps, http, port }) => {
    if (port !== undefined && !http) throw new UsageError('Option --port needs --http.');
    const { serveMcp } = await import('./mcp/mcp.ts');
    await serveMcp({ dist, gaps, port: http ? (port ?? 4322) : undefined });
    return 0;
  },
});

if (import.meta.main) await runCommand(command);
