/** Why a ticket isn't counted as a customer's question, most certain first; `misdated` is found by the days of all. The place in this list is the code in the database. */
export const leftOutReasons = ['deleted', 'spam', 'merged', 'side-conversation', 'test', 'misdated'] as const;

export type LeftOutReason = (typeof leftOutReasons)[number];

/** Tickets per reason; reasons without tickets are missing. */
export type LeftOut = Readonly<Partial<Record<LeftOutReason, number>>>;
