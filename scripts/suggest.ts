import { defineCommand } from './shared/command.ts';
import { UsageError } from './shared/failures.ts';
import { contentOption } from './shared/options.ts';
import { runCommand } from './shared/run-command.ts';

const readUrl = (text: string, label: string) => {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new UsageError(`${label} is "${text}". Use an address such as https://llm.example.com/v1.`);
  return text;
};

export const command = defineCommand({
  name: 'suggest',
  summary: "Suggest aliases and synonyms from your customers' words, each measured before you see it.",
  details: `Takes words from one half of what customers asked, and shows only those that help the other half find its articles, while no question in searches.yaml and no other topic loses. Nothing is changed without --write; read the change in git before you commit it.

A word from tickets is suggested only if at least 5 different people used it, on at least 3 days. If the export doesn't say who wrote, it must be in 10 tickets. A search counts if it was made at least 5 times. Names, addresses, and anything with a digit are left out. No message is shown or kept.

With --with, an endpoint of your choice that speaks OpenAI's chat completions gets the text of published articles, never tickets, searches, or words from them, and answers with questions that customers may ask. They are measured in the same way. Set its key with OHJE_SUGGEST_KEY.`,
  arguments: {
    articles: { placeholder: 'ARTICLE', about: 'Article to suggest words for', optional: true, repeat: true },
  },
  options: {
    export: { value: 'FILE', about: 'Export of your help desk, as for the import', repeat: true, group: 'Questions' },
    from: {
      value: 'SOURCE',
      about: 'Source of the export in tickets.yaml',
      otherwise: 'the format',
      group: 'Questions',
    },
    searches: {
      value: 'FILE',
      about: 'Log of searches with the article that was opened',
      repeat: true,
      group: 'Questions',
    },
    questions: {
      value: 'FILE',
      about: 'JSON Lines of {query, locale, relevant}, to measure with only',
      group: 'Questions',
    },
    with: { value: 'URL', about: 'Endpoint to ask for questions', read: readUrl, group: 'Endpoint' },
    model: { value: 'NAME', about: 'Model of the endpoint', group: 'Endpoint' },
    locale: { value: 'LOCALE', about: 'Language to suggest words in', otherwise: 'all languages' },
    write: { about: 'Write the suggestions into the articles and synonyms' },
    content: contentOption,
    json: { about: 'Print as JSON: {articles, synonyms, measured, tried}' },
  },
  examples: [
    'npm run suggest -- --export export.json',
    'npm run suggest -- --export export.json --write cards/order-a-card',
    'npm run suggest -- --with https://llm.example.com/v1 --model small cards/order-a-card',
  ],
  run: async (options, { articles }) => {
    if ((options.with === undefined) !== (options.model === undefined))
      throw new UsageError('--with and --model go together.');
    const { runSuggest } = await import('./suggest/suggest.ts');
    return runSuggest(options, articles);
  },
});

if (import.meta.main) await runCommand(command);
