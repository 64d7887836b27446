import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Plants a word of its own in everything of a content folder that a public site built on 15 November 2026 with the theme
 * `plain` must not contain.
 *
 * @returns the words
 */
export async function plantCanaries(content: string): Promise<string[]> {
  const words = new Set<string>();
  /** Letters only, and no ending that any language cuts off. */
  const word = (about: string) => {
    const planted = `zq${about}kx`;
    words.add(planted);
    return planted;
  };
  const write = async (path: string, text: string) => {
    const file = join(content, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  };
  /** An article that no customer sees, with everything that could leave a trace of it elsewhere. */
  const hidden = async (name: string, limit: string) => {
    const body = (locale: string, limits: string) => `---
title: ${word(`${name}title${locale}`)}
summary: ${word(`${name}summary${locale}`)}
aliases: [${word(`${name}alias${locale}`)}]
topics: [hidden]
related: [cards/freeze]
redirectFrom: [/old/${word(`${name}redirect${locale}`)}]
${limits}---

${word(`${name}text${locale}`)} {facts.hidden}

## ${word(`${name}heading${locale}`)}

<Figure src="./${name}.svg" alt="${word(`${name}alt${locale}`)}" />

<Snippet name="hidden" />
`;
    await write(`articles/en/hidden/${name}.mdx`, body('en', limit));
    await write(`articles/fa/hidden/${name}.mdx`, body('fa', ''));
    await write(
      `articles/en/hidden/${name}.svg`,
      `<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"><title>${word(`${name}picture`)}</title></svg>`,
    );
  };
  await hidden('internal', 'audience: internal\n');
  await hidden('draft', 'confidence: work-in-progress\n');
  await hidden('archived', 'confidence: archived\n');
  await hidden('later', 'publishOn: 2026-11-16\n');
  await hidden('over', 'archiveOn: 2026-11-15\n');
  await hidden('brand', 'brands: [lumo]\n');
  await write(
    'articles/fa/hidden/orphan.mdx',
    `---\ntitle: ${word('orphan')}\naudience: internal\n---\n\n${word('orphantext')}\n`,
  );
  await write(
    '../components/Hidden.astro',
    `<p class="hidden">${word('component')}</p>\n<style>.hidden { --${word('componentstyle')}: 1; color: red }</style>\n`,
  );
  await write(
    'articles/en/hidden/code.mdx',
    `---\ntitle: ${word('codetitle')}\naudience: internal\n---\n\nimport Hidden from '../../../../components/Hidden.astro';\n\n<Hidden />\n`,
  );
  await write('snippets/en/hidden.mdx', `${word('snippet')}\n`);
  await write('articles/en/hidden/beside.txt', word('beside'));

  await write(
    'articles/en/cards/noted.mdx',
    `---
# ${word('yamlcomment')}
title: Notes
owner: ${word('owner')}
reviewed: 2026-09-01 # ${word('yamlend')}
related: [hidden/internal, hidden/draft]
---

Read this. {/* ${word('mdxcomment')} */}

{/*
${word('mdxblock')}
*/}
`,
  );
  await appendFile(
    join(content, 'topics.yaml'),
    `  hidden:\n    title: ${word('topic')}\n    categories: [${word('category')}] # ${word('topiccomment')}\n`,
  );
  await appendFile(join(content, 'facts.yaml'), `hidden: ${word('fact')}\n`);
  await appendFile(
    join(content, 'site.yaml'),
    `  hidden:
    title: ${word('section')}
    summary: ${word('sectionsummary')}
# ${word('sitecomment')}
workList: { quietDays: 100 } # ${word('workcomment')}
widget:
  pages:
    - { match: /${word('widgetpage')}/**, articles: [hidden/internal] }
    - { match: /${word('widgettopic')}/**, topics: [hidden] }
`,
  );
  await write('synonyms/en.yaml', `- [${word('synonym')}, ${word('othersynonym')}]\n# ${word('synonymcomment')}\n`);
  await write('searches.yaml', `en:\n  - { question: freeze ${word('question')}, article: cards/freeze }\n`);
  await write(
    'tickets/words.yaml',
    `en:\n  hidden:\n    ${word('hiddenword')}: 2\n  card-lost:\n    ${word('rejected')}: 0\n`,
  );
  await write('tickets/zendesk.csv', `day,locale,category,tickets\n2026-11-10,en,${word('counted')},3\n`);
  await write(
    'announcements/later.yaml',
    `from: 2026-11-16T00:00:00Z\ntitle: ${word('announced')}\ntext: ${word('announcedtext')}\n`,
  );
  await write(
    'announcements/long-over.yaml',
    `from: 2026-09-01T00:00:00Z\nuntil: 2026-09-02T00:00:00Z # ${word('announcedcomment')}\ntitle: ${word('over')}\ntext: ${word('overtext')}\n`,
  );
  return [...words];
}
