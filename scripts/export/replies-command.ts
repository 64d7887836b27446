import { replyFormats } from '#export/replies/reply-formats.ts';
import { defineCommand } from '../shared/command.ts';
import { UsageError } from '../shared/failures.ts';
import { listOf, suggestOneOf } from '../shared/read-values.ts';

const names = replyFormats.map(({ name }) => name);

export const repliesCommand = defineCommand({
  name: 'replies',
  summary: 'Make a ready answer for agents from each published article, with a link to the article.',
  details:
    'An answer is the summary and the steps, in formatting that survives pasting. The formats of help desks are those of their APIs for macros, canned responses and saved replies.',
  options: {
    for: {
      value: 'FORMAT',
      about: `Where the answers go: ${listOf(names)}`,
      required: true,
      read: (text: string, label: string) => {
        const format = replyFormats.find(({ name }) => name === text);
        if (format) return format;
        throw new UsageError(`${label} is "${text}". ${suggestOneOf(text, names)}`);
      },
    },
    out: { value: 'DIR', about: 'Folder for the answers', required: true },
    locale: { value: 'LOCALE', about: 'Only this language', otherwise: 'all languages' },
    dist: { value: 'DIR', about: 'Folder of the built site', default: 'dist' },
  },
  examples: ['npm run export -- replies --for zendesk --out replies'],
  run: async ({ for: format, out, locale, dist }) => {
    const { exportReplies } = await import('./replies.ts');
    process.stdout.write(await exportReplies(format, { dist, out, locale }));
    return 0;
  },
});
