import type { Output } from './output.ts';

/**
 * Each public article as Markdown, at the address of its page with `.md` instead of the slash at its end. An article
 * shown instead of a missing translation has only its own.
 */
export const articleTwins: Output = function* ({ library, audience, markdown }) {
  if (audience !== 'public') return;
  for (const article of library.articles) {
    const text = markdown.get(article.path);
    if (text !== undefined) yield { path: `${article.locale}/${article.id}.md`, text };
  }
};
