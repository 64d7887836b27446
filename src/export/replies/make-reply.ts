import { type Reply, replyHtml, replyText } from './reply.ts';
import { type AnswerSource, agentLink, shortAnswer } from './short-answer.ts';

interface ReplySource extends AnswerSource {
  id: string;
  locale: string;
  sections: readonly string[];
}

/** An article as an answer that agents send, as HTML and as text. */
export function makeReply(source: ReplySource): Reply {
  const { id, locale, title, sections, summary } = source;
  const blocks = shortAnswer(source);
  const url = agentLink(source.url);
  return { id, locale, title, sections, summary, url, html: replyHtml(blocks, locale), text: replyText(blocks) };
}
