import type { Reply } from './reply.ts';

/** A file of replies, with its path in the folder. */
export type ReplyFile = readonly [path: string, text: string];

/** Where replies go, and the form they have there. */
export interface ReplyFormat {
  name: string;
  /** @param replies in one language */
  files(replies: readonly Reply[], locale: string): ReplyFile[];
}

/** Desks replace `{{…}}` and `{%…%}` with data of the ticket. An article that writes about them means the characters. */
function literal(html: string): string {
  return html.replace(/\{(?=[{%])/g, '&#123;');
}

/** A menu of the desk: `Billing::Get a refund`. */
function menuName({ sections, title }: Reply): string {
  return [...sections, title].map((name) => name.replaceAll('::', ':')).join('::');
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** Bodies of POST /api/v2/macros (https://developer.zendesk.com/api-reference/ticketing/business-rules/macros/). */
const zendesk: ReplyFormat = {
  name: 'zendesk',
  files: (replies, locale) => [
    [
      `${locale}/macros.json`,
      json(
        replies.map((reply) => ({
          macro: {
            title: menuName(reply),
            description: reply.url,
            active: true,
            actions: [{ field: 'comment_value_html', value: literal(reply.html) }],
          },
        })),
      ),
    ],
  ],
};

/**
 * The body of POST /api/v2/canned_responses/create_multiple (https://developers.freshdesk.com/api/#canned-responses),
 * without the id of a folder, which each account has its own of.
 */
const freshdesk: ReplyFormat = {
  name: 'freshdesk',
  files: (replies, locale) => [
    [
      `${locale}/canned_responses.json`,
      json({
        canned_responses: replies.map((reply) => ({
          title: reply.title,
          content_html: literal(reply.html),
          visibility: 0,
        })),
      }),
    ],
  ],
};

/** Macros as GET /macros lists them (https://developers.intercom.com/docs/references/rest-api/api.intercom.io/macros). */
const intercom: ReplyFormat = {
  name: 'intercom',
  files: (replies, locale) => [
    [
      `${locale}/macros.json`,
      json(
        replies.map((reply) => ({
          type: 'macro',
          name: reply.title,
          body: literal(reply.html),
          body_text: reply.text,
          visible_to: 'everyone',
          available_on: ['inbox', 'messenger'],
        })),
      ),
    ],
  ],
};

/** Bodies of POST /v2/mailboxes/ID/saved-replies (https://developer.helpscout.com/mailbox-api/). */
const helpscout: ReplyFormat = {
  name: 'helpscout',
  files: (replies, locale) => [
    [
      `${locale}/saved-replies.json`,
      json(replies.map((reply) => ({ name: reply.title, text: literal(reply.html), chatText: reply.text }))),
    ],
  ],
};

const html: ReplyFormat = {
  name: 'html',
  files: (replies) => replies.map(({ locale, id, html }) => [`${locale}/${id}.html`, `${html}\n`]),
};

const text: ReplyFormat = {
  name: 'text',
  files: (replies) => replies.map(({ locale, id, text }) => [`${locale}/${id}.txt`, `${text}\n`]),
};

export const replyFormats: readonly ReplyFormat[] = [zendesk, freshdesk, intercom, helpscout, html, text];
