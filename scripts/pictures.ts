import { defineCommand } from './shared/command.ts';
import { readCount } from './shared/read-values.ts';
import { runCommand } from './shared/run-command.ts';

export const command = defineCommand({
  name: 'pictures',
  summary: 'Take pictures of the pages that a change makes look different, before and after it.',
  details:
    'Compares two built sites, and shows each page on a phone and on a desktop. Pages whose text is different come before those that only look different, such as after a change of the theme. Needs the packages playwright-core and @sparticuz/chromium.',
  options: {
    before: { value: 'DIR', about: 'Site that was built before the change', default: 'dist-before' },
    after: { value: 'DIR', about: 'Site that was built after the change', default: 'dist' },
    out: { value: 'DIR', about: 'Folder for the pictures', default: '.reports/pictures' },
    most: { value: 'NUMBER', about: 'How many pages to show at most', default: '12', read: readCount },
  },
  examples: ['npm run pictures -- --before ../main/dist'],
  run: async ({ before, after, out, most }) => {
    const { pictureChanges } = await import('./pictures/pictures.ts');
    process.stdout.write(await pictureChanges({ before, after, out, most }));
    return 0;
  },
});

if (import.meta.main) await runCommand(command);
