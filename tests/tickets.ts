/** What the tests' help desk knows of a ticket. */
export interface Told {
  id?: number | string | null;
  created?: string | null;
  updated?: string;
  category?: unknown;
  requester?: number | null;
  locale?: string;
  status?: string;
  type?: string | null;
  group?: number;
  tags?: string[];
  subject?: string;
  message?: string;
}

let last = 0;

/** A ticket as Zendesk writes it; what a customer said in it holds the word "canary". */
export function zendeskTicket({
  id = ++last,
  created = '2026-11-02T10:00:00Z',
  updated = created ?? undefined,
  category = 'lost_card',
  requester = 5000 + last,
  locale = 'en',
  status = 'closed',
  type = 'question',
  group = 360_000_123_456,
  tags = [],
  subject = 'My card, says canary',
  message = 'I am canary@mail.example, "my card" is 4111 1111 1111 1111.\nThanks, canary',
}: Told = {}) {
  return {
    id,
    created_at: created,
    updated_at: updated,
    status,
    type,
    subject,
    description: message,
    requester_id: requester,
    group_id: group,
    ticket_form_id: 7,
    tags: ['web', `lang_${locale}`, ...tags],
    custom_fields: [
      { id: 360_002, value: null },
      { id: 360_001, value: category },
    ],
    via: { channel: 'email' },
  };
}

/** So many tickets alike, by as many people. */
export function many(count: number, told: Told = {}) {
  return Array.from({ length: count }, () => zendeskTicket(told));
}

export function lines(tickets: readonly unknown[]): string {
  return tickets.map((ticket) => `${JSON.stringify(ticket)}\n`).join('');
}

export const content = {
  'content/site.yaml': 'name: Pilvi\nlocales: [en, fi]\ndefaultLocale: en\n',
  'content/topics.yaml':
    'topics:\n  card-lost:\n    categories: [lost_card, "Stolen Card"]\n  card-late:\n    categories: [card_late]\n',
  'content/articles/en/cards/lost.mdx': '---\ntitle: I lost my card\ntopics: [card-lost]\n---\n\nFreeze it.\n',
};
