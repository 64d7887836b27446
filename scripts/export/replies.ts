import { makeReply } from '#export/replies/make-reply.ts';
import type { ReplyFormat } from '#export/replies/reply-formats.ts';
import { count } from '#report/layout/numbers.ts';
import { mustHaveAddress, readBuiltArticles } from './built-site.ts';
import { replaceFolder } from './replace-folder.ts';

/** Every export of replies has it: the list of what is in the folder. */
const LIST = 'replies.json';

/** @returns what was done, as text */
export async function exportReplies(
  format: ReplyFormat,
  { dist, out, locale }: { dist: string; out: string; locale: string | undefined },
): Promise<string> {
  const articles = await readBuiltArticles(dist, locale);
  mustHaveAddress(articles);
  const replies = [...articles.values()].flat().map(makeReply);
  const files = [...articles.keys()].flatMap((tag) =>
    format.files(
      replies.filter((reply) => reply.locale === tag),
      tag,
    ),
  );
  const list = replies.map(({ id, locale, title, url }) => ({ id, language: locale, title, url }));
  await replaceFolder(out, LIST, [...files, [LIST, `${JSON.stringify(list, null, 2)}\n`]]);
  return `Wrote ${count(replies.length, 'answer')} in ${count(articles.size, 'language')} to ${out}.\n`;
}
