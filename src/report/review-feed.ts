import { Feed } from 'feed';
import type { ReviewItem } from '#kb/tickets/worklist/review-list.ts';
import { escapeHtml } from '#kb/values/escape.ts';

export interface ReviewFeed {
  /** Of the help center. */
  name: string;
  today: string;
  items: readonly ReviewItem[];
  /** The full address of an article for readers, or of the site without an id. */
  addressOf(item?: ReviewItem): string;
}

/**
 * What is up for review as an Atom feed for a chat bot or a feed reader.
 *
 * An entry keeps its id and its date while it is the same task, so it is announced once.
 */
export function reviewFeed({ name, today, items, addressOf }: ReviewFeed): string {
  const feed = new Feed({
    id: urn(name),
    title: escapeHtml(`Articles to review: ${name}`),
    link: addressOf(),
    language: 'en',
    updated: new Date(today),
    copyright: name,
    generator: 'Ohje',
  });
  for (const item of items)
    feed.addItem({
      id: urn(name, item.id),
      link: addressOf(item),
      title: escapeHtml(`${item.owner ?? 'No owner'}: ${item.title} (${item.kind})`),
      description: escapeHtml(`${item.article} (${item.locales.join(', ')}): ${item.says}.`),
      // A day that is not known must not change every day either.
      date: new Date(item.since ?? `${today.slice(0, 4)}-01-01`),
      category: [{ name: item.kind, term: item.kind }],
    });
  return feed.atom1();
}

function urn(...parts: string[]): string {
  return ['urn:ohje:review', ...parts.map((part) => encodeURIComponent(part))].join(':');
}
