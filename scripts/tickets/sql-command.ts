import { dialects, isDialect } from '#intake/tickets/database/dialects.ts';
import { defineCommand } from '../shared/command.ts';
import { UsageError } from '../shared/failures.ts';
import { contentOption } from '../shared/options.ts';
import { listOf } from '../shared/read-values.ts';
import { readSource } from './read-source.ts';

const names = Object.keys(dialects);

export const sqlCommand = defineCommand({
  name: 'sql',
  summary: 'Print an SQL statement that counts the tickets in your database.',
  details: 'For any other database. Save its result as CSV: it is the counts file of the source.',
  options: {
    dialect: {
      value: 'NAME',
      about: `SQL dialect: ${listOf(names)}`,
      required: true,
      read: (text: string, label: string) => {
        if (!isDialect(text)) throw new UsageError(`${label} is "${text}". Use ${listOf(names)}.`);
        return text;
      },
    },
    source: {
      value: 'NAME',
      about: 'Source in tickets.yaml',
      otherwise: 'the only one with "table:", or postgres',
      read: readSource,
    },
    content: contentOption,
  },
  examples: ['npm run tickets -- sql --dialect bigquery'],
  run: async ({ dialect, source, content }) => {
    const { printStatement } = await import('./sql.ts');
    return printStatement(dialect, content, source);
  },
});
