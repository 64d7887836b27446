import { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { AnswerState } from '#search/confidence.ts';
import type { ReportGap } from './gap-log.ts';
import type { FoundAnswer, HelpCenter } from './help-center.ts';

// In characters. Longer questions are messages, and the search reads only the start of those.
const LONGEST_QUESTION = 2000;
const LONGEST_ID = 300;
const MOST_RESULTS = 10;

/** What an assistant should do with what was found. */
const advice: Readonly<Record<AnswerState, string>> = {
  answer: 'The first article answers the question. Read it before you answer, and link to it.',
  closest:
    'No article is sure to answer the question. Read the closest ones. If none of them answers, say so, and report the question.',
  nothing: 'No article answers the question. Say so instead of guessing, and report the question.',
};

const Found = z.object({
  state: z.enum(['answer', 'closest', 'nothing']).describe('Whether the first result answers the question.'),
  confidence: z
    .number()
    .describe(
      'How sure the search is that the first result answers the question, from 0 to 1. From 0.5 on, it is an answer.',
    ),
  advice: z.string(),
  results: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      section: z.string(),
      url: z.string(),
      passage: z.string().describe('The part of the article that fits the question best.'),
      language: z.string().optional().describe('The language of the text, if it is not the one asked for.'),
    }),
  ),
});

const Sections = z.object({
  language: z.string(),
  sections: z.array(
    z.object({
      name: z.string().describe('The names of the sections it is in come first, with › between them.'),
      articles: z.array(z.object({ id: z.string(), title: z.string(), summary: z.string().optional() })),
    }),
  ),
});

/** A server of the Model Context Protocol for one client: https://modelcontextprotocol.io. */
export function makeServer(center: HelpCenter, reportGap: ReportGap, version: string): McpServer {
  const { name, locales, mainLocale } = center;
  const server = new McpServer(
    { name: 'ohje', title: name, version },
    {
      instructions: `Searches and reads the help center "${name}" (${locales.join(', ')}). Answer customers only from its articles, and link to the article. If no article answers, say that the help center doesn't answer the question.`,
    },
  );
  const language = z
    .string()
    .max(LONGEST_ID)
    .default(mainLocale)
    .describe(`Language of the reader: ${locales.join(', ')}. ${mainLocale} by default.`);
  const reads = { readOnlyHint: true, openWorldHint: false } as const;

  server.registerTool(
    'search',
    {
      title: `Search ${name}`,
      description:
        'Finds the articles that answer a question, best first, and says whether the first one is sure to. Ask in the words of the customer, in their language.',
      inputSchema: z.object({
        question: z.string().min(1).max(LONGEST_QUESTION),
        language,
        limit: z.int().min(1).max(MOST_RESULTS).default(5).describe('The maximum number of results.'),
      }),
      outputSchema: Found,
      annotations: reads,
    },
    async ({ question, language, limit }) => {
      if (!locales.includes(language)) return failure(unknownLanguage(language));
      const found = await center.search(question, language, limit);
      return {
        content: [{ type: 'text', text: foundText(found) }],
        structuredContent: { ...found, advice: advice[found.state] },
      };
    },
  );

  server.registerTool(
    'read_article',
    {
      title: 'Read an article',
      description: 'The whole text of an article as Markdown.',
      inputSchema: z.object({
        id: z.string().min(1).max(LONGEST_ID).describe('As search and list_sections give it: billing/get-a-refund.'),
        language,
      }),
      annotations: reads,
    },
    async ({ id, language }) => {
      if (!locales.includes(language)) return failure(unknownLanguage(language));
      const text = await center.read(id, language);
      if (text !== undefined) return { content: [{ type: 'text', text }] };
      const others: string[] = [];
      for (const locale of locales) if ((await center.read(id, locale)) !== undefined) others.push(locale);
      return failure(
        others.length > 0
          ? `The article "${id}" isn't available in ${language}. Read it in ${others.join(' or ')}.`
          : `There is no article "${id}". Use an id that search or list_sections gives.`,
      );
    },
  );

  server.registerTool(
    'list_sections',
    {
      title: 'List sections and articles',
      description: 'All sections of the help center with their articles.',
      inputSchema: z.object({ language }),
      outputSchema: Sections,
      annotations: reads,
    },
    async ({ language }) => {
      if (!locales.includes(language)) return failure(unknownLanguage(language));
      const sections = new Map<string, z.infer<typeof Sections>['sections'][number]['articles']>();
      for (const { id, title, summary, sections: names } of await center.articles(language)) {
        const section = names.join(' › ');
        const articles = sections.get(section) ?? [];
        articles.push({ id, title, ...(summary !== undefined && { summary }) });
        sections.set(section, articles);
      }
      const listed = [...sections].map(([name, articles]) => ({ name, articles }));
      const lines = listed.map(
        ({ name, articles }) => `${name}\n${articles.map(({ id, title }) => `- ${title} (${id})`).join('\n')}`,
      );
      return {
        content: [{ type: 'text', text: lines.join('\n\n') }],
        structuredContent: { language, sections: listed },
      };
    },
  );

  server.registerTool(
    'report_gap',
    {
      title: 'Report a question without an answer',
      description:
        'Writes down a question that no article answers. Writers then see what is missing. It stays on this computer. Leave out names and everything else about the customer.',
      inputSchema: z.object({ question: z.string().min(1).max(LONGEST_QUESTION), language }),
      annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: false },
    },
    async ({ question, language }) => {
      if (!locales.includes(language)) return failure(unknownLanguage(language));
      if (!(await reportGap(question, language)))
        return failure('The file of reported questions is full. Tell the support team to import and remove it.');
      return { content: [{ type: 'text', text: 'The question was written down for the writers.' }] };
    },
  );

  function unknownLanguage(language: string): string {
    return `The help center has no language "${language}". Use ${locales.join(' or ')}.`;
  }

  return server;
}

function failure(text: string) {
  return { isError: true, content: [{ type: 'text' as const, text }] };
}

function foundText({ state, results }: FoundAnswer): string {
  const found = results.map(
    ({ id, title, section, url, passage, language }, index) =>
      `${index + 1}. ${title} (${id}${language === undefined ? '' : `, in ${language}`})\n   ${section}: ${url}\n   ${passage}`,
  );
  return [advice[state], ...found].join('\n\n');
}
