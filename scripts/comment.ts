import { defineCommand } from './shared/command.ts';
import { contentOption, untrustedOption } from './shared/options.ts';
import { runCommand } from './shared/run-command.ts';

export const command = defineCommand({
  name: 'comment',
  summary: 'Print a comment for a pull request, as Markdown: what the check, the searches and the tickets say.',
  details:
    'Findings in files that the pull request changes come first. Of the tickets, only rows about changed articles are shown. The workflow that "npm run new -- workflow" writes puts it below the pull request, and updates it with each push.',
  options: {
    base: { value: 'REV', about: 'Version in git that the pull request changes', required: true },
    content: contentOption,
    dist: { value: 'DIR', about: 'Built site', default: 'dist' },
    pictures: { value: 'DIR', about: 'Folder that "npm run pictures" wrote', default: '.reports/pictures' },
    'pictures-link': { value: 'URL', about: 'Address at which this folder can be opened' },
    replay: { value: 'FILE', about: 'What "npm run tickets -- replay --out FILE" wrote about the site' },
    'replay-before': { value: 'FILE', about: 'The same about the site before the change, to compare with' },
    untrusted: untrustedOption,
  },
  examples: ['npm run --silent comment -- --base origin/main > comment.md'],
  run: async (options) => {
    const { printComment } = await import('./comment/comment.ts');
    process.stdout.write(await printComment(options));
    return 0;
  },
});

if (import.meta.main) await runCommand(command);
