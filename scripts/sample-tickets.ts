import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readYamlFile } from '#io/content/read-yaml-file.ts';
import { TopicsFile } from '#kb/content/topic.ts';
import { forms } from './sample-tickets/forms/all.ts';
import { inventTickets } from './sample-tickets/invent.ts';
import { planTickets } from './sample-tickets/plan.ts';
import { command, contentFolder, dayOption, Refusal, UsageError, wholeOption } from './shared/command.ts';

const usage = `
Invents the ticket export of Lumo's help desk, as Zendesk or another desk would write it. The
same numbers give the same tickets, in every form. Nobody in it exists; what looks personal is
there to prove that it never comes out again.

  npx node scripts/sample-tickets.ts [--form NAME] [--out FILE] [--seed N] [--until DATE] [--weeks N] [--tickets N]

  --form NAME     whose export (zendesk); one of
                  ${[...forms.keys()].join(', ')}
  --out FILE      where to write it (the terminal)
  --seed N        another number, other tickets (7)
  --until DATE    the newest day (2026-11-15)
  --weeks N       how many weeks (17)
  --tickets N     how many tickets, about (4000)
  --content DIR   the folder whose topics.yaml names the categories (content)
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
    if (words.length > 0) throw new UsageError(`"${words[0]}" is not expected here.`);
    const print = forms.get(form);
    if (!print) throw new UsageError(`--form is "${form}", but one of ${[...forms.keys()].join(', ')} is expected.`);
    const { value } = await readYamlFile(contentFolder(content), 'topics.yaml', TopicsFile, 'topics-invalid');
    if (!value)
      throw new Refusal(
        `${join(content ?? 'content', 'topics.yaml')} cannot be read.\n  Name the folder of your content with --content.`,
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
