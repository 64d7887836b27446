import { defineCommand } from '../shared/command.ts';
import { contentOption } from '../shared/options.ts';

export const articleCommand = defineCommand({
  name: 'article',
  summary: 'Start an article on a topic, or the translation of one.',
  details:
    'The new article has its front matter filled in and hints for the writer. It is a translation if your default language already has an article on the topic and the chosen language doesn\'t. It stays a draft until you change "confidence".',
  options: {
    topic: { value: 'ID', about: 'Topic in topics.yaml', required: true },
    locale: { value: 'LOCALE', about: 'Language of the article', otherwise: 'the default language in site.yaml' },
    section: {
      value: 'FOLDER',
      about: 'Section of the article',
      otherwise: 'that of the original or the closest article',
    },
    title: { value: 'TITLE', about: "Title, in your customers' words", otherwise: 'the title of the topic' },
    content: contentOption,
  },
  examples: [
    'npm run new -- article --topic card-lost',
    'npm run new -- article --topic card-lost --locale fi',
    'npm run new -- article --topic card-lost --title "I lost my card"',
  ],
  run: async (options) => {
    const { newArticle } = await import('./article.ts');
    process.stdout.write(await newArticle(options));
    return 0;
  },
});
