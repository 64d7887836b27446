import { defineCommand } from '../shared/command.ts';
import { ciNames, readCiName } from './ci-names.ts';

export const workflowCommand = defineCommand({
  name: 'workflow',
  summary: 'Write what runs for each pull request and every Monday.',
  details:
    'On a pull request: check, build, searches, the tickets of changed articles, and pictures of changed pages, as one comment that is updated with each push. Every Monday: the work list as one issue, with what is new. What publishes the site is written by "npm run new -- deploy".',
  arguments: { name: { placeholder: 'NAME', about: `Code host: ${ciNames.join(' or ')}` } },
  options: {
    write: {
      value: 'DIR',
      about: 'Folder of your project to write the files into',
      otherwise: 'this one',
    },
    force: { about: 'Replace files that are different' },
    print: { about: 'Print the files instead of writing them' },
  },
  examples: ['npm run new -- workflow github', 'npm run new -- workflow gitlab'],
  run: async (options, { name }) => {
    const { newWorkflow } = await import('./workflow.ts');
    const { stdout, stderr } = await newWorkflow(readCiName(name, 'NAME'), options);
    process.stdout.write(stdout);
    process.stderr.write(stderr);
    return 0;
  },
});
