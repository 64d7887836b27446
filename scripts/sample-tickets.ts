import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readYamlFile } from '#io/content/read-yaml-file.ts';
import { TopicsFile } from '#kb/content/topic.ts';
import { forms } from './sample-tickets/forms/all.ts';
import { inventTickets } from './sample-tickets/invent.ts';
import { planTickets } from './sample-tickets/plan.ts';
import { command, contentFolder, dayOption, Refusal, UsageError, wholeOption } from './shared/command.ts';

const usage = `
Makes up a ticket export for Lumo's help desk, in the format of Zendesk or another help desk. The same
options always give the same tickets. No one in it exists: anything that looks personal is there to
prove that it never gets out of an import.

  npx node scripts/sample-tickets.ts [options]

Options
  --form NAME     format of the export (default: zendesk), one of:
                  ${[...forms.keys()].join(', ')}
  --out FILE      file to write (default: standard output)
  --seed N        number that decides which tickets are made up (default: 7)
  --until DATE    newest day (default: 2026-11-15)
  --weeks N       number of weeks (default: 17)
  --tickets N     approximate number of tickets (default: 4000)
  --content DIR   folder whose topics.yaml has the categories (default: content)
  --help          show this help
`;

await command(
  usage,
  {
    form: { type: 'string' },
    out: { type: 'string' },
    seed: { type: 'string' },
    until: { type: 'string' },
    weeks: { type: 'string' },
    tickets: { type: 'string' },
    content: { type: 'string' },
  },
  async (
    { form = 'zendesk', out, seed = '7', until = '2026-11-15', weeks = '17', tickets = '4000', content },
    words,
  ) => {
    if (words.length > 0) throw new UsageError(`Unexpected "${words[0]}".`);
    const print = forms.get(form);
    if (!print) throw new UsageError(`--form is "${form}", but one of ${[...forms.keys()].join(', ')} is expected.`);
    const { value } = await readYamlFile(contentFolder(content), 'topics.yaml', TopicsFile, 'topics-invalid');
    if (!value)
      throw new Refusal(
        `${join(content ?? 'content', 'topics.yaml')} can't be read.\n  Name the folder of your content with --content.`,
      );
    const categories = Object.values(value.topics).flatMap((topic) => topic.categories);
    const made = inventTickets(planTickets(categories), {
      until: dayOption('until', until),
      seed: wholeOption('seed', seed),
      weeks: wholeOption('weeks', weeks),
      tickets: wholeOption('tickets', tickets),
    });
    const text = print(made);
    if (out === undefined) process.stdout.write(text);
    else await writeFile(out, text);
    return 0;
  },
);
