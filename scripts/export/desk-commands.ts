import { deskTargets } from '#export/desks/all.ts';
import { articleDesks } from '#intake/articles/desks/all.ts';
import type { Command } from '../shared/command.ts';
import { defineCommand } from '../shared/command.ts';
import { UsageError } from '../shared/failures.ts';

/** `export zendesk`, `export freshdesk` and so on: one for each help desk that takes articles. */
export const deskCommands: readonly Command[] = deskTargets.map((target) => {
  const variables = articleDesks.find(({ name }) => name === target.name)?.token.variables.join(' and ');
  return defineCommand({
    name: target.name,
    summary: `Write the published articles as ${target.label}'s API takes them, or bring them there.`,
    details: `Without --push, the files list the requests that create everything; an id that is given on the way is in braces, such as {section:cards}. With --push, they are sent. Set ${variables} in the environment. The file pushed.json in the folder remembers what is there, so the next push changes, adds and archives only what is different, and an interrupted push continues.`,
    arguments: { dir: { placeholder: 'DIR', about: 'Folder for the files, and for pushed.json' } },
    options: {
      push: { value: 'ADDRESS', about: `Bring the articles to this ${target.label}`, read: readAddress },
      'dry-run': { about: 'With --push, only say what would be created, changed and archived' },
      dist: { value: 'DIR', about: 'Folder of the built site', default: 'dist' },
    },
    examples: [`npm run export -- ${target.name} .desk --push https://example.${target.name}.com --dry-run`],
    run: async ({ push, 'dry-run': dryRun, dist }, { dir }) => {
      if (dryRun && push === undefined) throw new UsageError('Option --dry-run needs --push.');
      const { exportDesk } = await import('./desk.ts');
      process.stdout.write(await exportDesk(target, { dist, dir, push, dryRun }));
      return 0;
    },
  });
});

function readAddress(text: string, label: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol)) return url;
  throw new UsageError(`${label} is "${text}". Use a full address such as https://example.zendesk.com.`);
}
