import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readYamlFile } from '#io/content/read-yaml-file.ts';
import { TopicsFile } from '#kb/content/topic.ts';
import { forms } from './sample-tickets/forms/all.ts';
import { inventTickets } from './sample-tickets/invent.ts';
import { planTickets } from './sample-tickets/plan.ts';
import { defineCommand } from './shared/command.ts';
import { Refusal, UsageError } from './shared/failures.ts';
import { contentOption } from './shared/options.ts';
import { nameOf } from './shared/paths.ts';
import { listOf, readCount, readDay } from './shared/read-values.ts';
import { runCommand } from './shared/run-command.ts';

export const command = defineCommand({
  name: 'sample-tickets',
  start: 'npx node scripts/sample-tickets.ts',
  summary: "Make up a ticket export for Lumo's help desk, in the format of Zendesk or another help desk.",
  details:
    'The same options always give the same tickets. No one in it exists: anything that looks personal is there to prove that it never gets out of an import.',
  options: {
    form: {
      value: 'NAME',
      about: `Format of the export: ${listOf([...forms.keys()])}`,
      default: 'zendesk',
      read: readForm,
    },
    out: { value: 'FILE', about: 'File to write', otherwise: 'standard output' },
    seed: { value: 'NUMBER', about: 'Number that decides which tickets are made up', default: '7', read: readCount },
    until: { value: 'DATE', about: 'Newest day', default: '2026-11-15', read: readDay },
    weeks: { value: 'NUMBER', about: 'Number of weeks', default: '17', read: readCount },
    tickets: { value: 'NUMBER', about: 'Approximate number of tickets', default: '4000', read: readCount },
    content: { ...contentOption, about: 'Folder whose topics.yaml has the categories' },
  },
  run: async ({ form: print, out, content, until, seed, weeks, tickets }) => {
    const { value } = await readYamlFile(content, 'topics.yaml', TopicsFile, 'topics-invalid');
    if (!value)
      throw new Refusal(
        `${nameOf(join(content, 'topics.yaml'))} can't be read.\n  Name your content folder with --content.`,
      );
    const categories = Object.values(value.topics).flatMap((topic) => topic.categories);
    const made = inventTickets(planTickets(categories), {
      until,
      seed,
      weeks,
      tickets,
    });
    const text = print(made);
    if (out === undefined) process.stdout.write(text);
    else await writeFile(out, text);
    return 0;
  },
});

function readForm(text: string, label: string) {
  const print = forms.get(text);
  if (!print) throw new UsageError(`${label} is "${text}". Use ${listOf([...forms.keys()])}.`);
  return print;
}

if (import.meta.main) await runCommand(command);
