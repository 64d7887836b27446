import { formAddress } from '#kb/contact-form.ts';
import type { Site } from '#kb/site.ts';

/** A way to reach a person. */
export interface Way {
  kind: 'form' | 'email' | 'phone';
  href: string;
  /** The address or number itself, where people would read it. */
  shown?: string;
}

/** What somebody searched for, and where. */
export interface Asked {
  question: string;
  /** The address of the page. */
  page: string;
}

/** The ways to a person, each carrying the question along where it can. */
export function contactWays({ email, phone, url }: Site['contact'], asked?: Asked): Way[] {
  const ways: Way[] = [];
  if (url) ways.push({ kind: 'form', href: formAddress(url, asked?.question) });
  if (email) ways.push({ kind: 'email', href: `mailto:${email}${asked ? mail(asked) : ''}`, shown: email });
  if (phone) ways.push({ kind: 'phone', href: `tel:${phone.replace(/[^+\d]/g, '')}`, shown: phone });
  return ways;
}

// Mail programs read "+" as it stands, so spaces are written as %20, and lines end as RFC 6068 wants them.
function mail({ question, page }: Asked): string {
  return `?subject=${encodeURIComponent(question)}&body=${encodeURIComponent(`${question}\r\n\r\n${page}`)}`;
}
