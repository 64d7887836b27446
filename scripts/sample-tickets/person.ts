import type { Ticket } from './ticket.ts';

export interface Person {
  id: number;
  first: string;
  last: string;
  name: string;
  email: string;
  phone: string;
}

const surnames = ['Aalto', 'Berg', 'Horvat', 'Karimi', 'Lind', 'Novak', 'Rahimi', 'Saari', 'Virtanen', 'Wood'];
const locales = ['en', 'fi', 'sv', 'hr', 'fa'];

/** The agent who answers the tickets. Exports name agents too, and an import must not keep the name. */
export const staff = { ...person(77), email: 'canary-support@lumo.example' };

/** An invented person. The word "canary" shows up wherever such a person would leak. */
export function person(id: number): Person {
  const last = surnames[id % surnames.length] ?? '';
  return {
    id,
    first: 'Canary',
    last,
    name: `Canary ${last}`,
    email: `canary-${id}@mail.example`,
    phone: `+358 40 555 ${String(id % 10_000).padStart(4, '0')}`,
  };
}

/** For desks that store the language with the person: a person who writes in two languages has two accounts. */
export function accountOf({ requester, locale }: Ticket): Person {
  return person(requester * 10 + locales.indexOf(locale));
}
