import { z } from 'zod';

const address = z
  .string()
  .describe('A full address, or a path from the root of the host if the address of the site is not known.');

/** `<language>/articles.json`: what programs can know about the published articles in a language. */
export const ArticlesFile = z
  .strictObject({
    $schema: z.string().describe('The address of the schema of this file.'),
    name: z.string().describe('The name of the help center.'),
    language: z.string().describe('The language of the articles, such as en or pt-BR.'),
    articles: z
      .array(
        z.strictObject({
          id: z
            .string()
            .describe('Such as cards/order-a-card: the same in every language, for as long as the file has its name.'),
          title: z.string(),
          summary: z.string().optional().describe('One sentence with the answer or what the article is about.'),
          type: z.enum(['faq', 'solution']).describe('A short answer, or a problem to solve.'),
          sections: z.array(z.string()).describe('The names of its sections, from the outermost inwards.'),
          platforms: z.array(z.string()).describe('The platforms it is limited to; none if it is for all.'),
          plans: z.array(z.string()).describe('The plans it is limited to; none if it is for all.'),
          url: address.describe('The address of its page.'),
          markdown: address.describe('The address of its text as Markdown.'),
          languages: z.array(z.string()).describe('The languages in which it is written.'),
          added: z.iso.date().optional().describe('The day it was added, if the history of git says so.'),
          updated: z.iso.date().optional().describe('The day its text last changed, if the history of git says so.'),
          digest: z.string().describe('It changes whenever the title, the summary or the text changes.'),
        }),
      )
      .describe('Sorted by id.'),
  })
  .describe('The published articles of a help center in one language.');
export type ArticlesFile = z.infer<typeof ArticlesFile>;
