import { defineCommand } from '../shared/command.ts';
import { contentOption } from '../shared/options.ts';

export const localeCommand = defineCommand({
  name: 'locale',
  summary: 'Add a language to your help center.',
  details:
    'The language is added to site.yaml. If Ohje has no interface texts in it, they are written to strings/LOCALE.yaml for you to translate. The command then lists everything else that is left to translate.',
  arguments: { locale: { placeholder: 'LOCALE', about: 'Language code, such as de or pt-BR' } },
  options: { content: contentOption },
  examples: ['npm run new -- locale de'],
  run: async ({ content }, { locale }) => {
    const { newLocale } = await import('./locale.ts');
    process.stdout.write(await newLocale(locale, content));
    return 0;
  },
});
