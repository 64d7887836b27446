import { addDays } from '#kb/values/day.ts';
import { mulberry32 } from '../shared/random.ts';
import type { Opened, Ticket } from './ticket.ts';
import { later } from './times.ts';

/** The articles that Lumo's team links most: the usual one, and one that it sometimes adds. */
const answers: Record<string, readonly [usual: string, added?: string]> = {
  activate_my_card: ['cards/activate-your-card'],
  age_limit: ['account/how-old-do-i-have-to-be'],
  balance_not_updated_after_bank_transfer: ['add-money/bank-transfer-not-showing'],
  cancel_transfer: ['transfers/cancel-a-transfer'],
  card_about_to_expire: ['cards/card-about-to-expire'],
  card_arrival: ['cards/where-is-my-card', 'cards/card-delivery-times'],
  card_not_working: ['cards/card-not-working'],
  card_payment_not_recognised: ['card-payments/payment-i-do-not-recognise', 'card-payments/dispute-a-payment'],
  change_pin: ['cards/change-your-pin', 'cards/see-your-pin'],
  compromised_card: ['security/card-details-stolen', 'cards/freeze-your-card'],
  contactless_not_working: ['cards/contactless-not-working'],
  declined_transfer: ['transfers/declined-transfer'],
  edit_personal_details: ['account/change-personal-details'],
  exchange_rate: ['exchange/exchange-rates'],
  exchange_via_app: ['exchange/exchange-money', 'exchange/auto-exchange'],
  failed_transfer: ['transfers/failed-transfer'],
  getting_spare_card: ['cards/get-a-spare-card'],
  lost_or_stolen_card: ['security/report-a-lost-card', 'cards/freeze-your-card'],
  lost_or_stolen_phone: ['security/lost-phone'],
  order_physical_card: ['cards/order-a-card'],
  passcode_forgotten: ['security/forgotten-passcode'],
  pending_card_payment: ['card-payments/pending-card-payment'],
  pending_cash_withdrawal: ['cash/pending-cash-withdrawal'],
  request_refund: ['card-payments/get-a-refund'],
  terminate_account: ['account/close-your-account'],
  top_up_by_cash_or_cheque: ['cash/pay-in-cash-or-a-cheque'],
  transaction_charged_twice: ['card-payments/charged-twice', 'card-payments/dispute-a-payment'],
  transfer_timing: ['transfers/how-long-transfers-take'],
  verify_top_up: ['add-money/verify-a-card-you-add-money-with'],
  why_verify_identity: ['identity/why-we-check-your-identity'],
};
/** Categories that leave customers unhappy, however friendly the answer. */
const sore = new Set(['declined_transfer', 'declined_cash_withdrawal', 'card_arrival', 'passcode_forgotten']);
/** An article that Lumo has withdrawn but some agents still link. */
const retired = 'cards/track-your-card';
/** Zendesk closes a ticket for good this long after it was solved. */
const daysToClose = 4;

/**
 * The outcome of tickets: some are still open, some are rated, and some are linked to the article that answered them.
 * It uses its own random numbers, so the tickets stay the same.
 */
export function settleTickets(tickets: readonly Opened[], { until, seed }: { until: string; seed: number }): Ticket[] {
  const random = mulberry32(seed + 0x5e771e);
  const readings = mulberry32(seed + 0x57a47);
  const end = later(`${addDays(until, 1)}T00:00:00Z`, 0);
  return tickets.map(({ asked, ...ticket }) => {
    const [waits, answered, pleased, linked, added, lost] = Array.from({ length: 6 }, random) as [number, ...number[]];
    const below = (number: number | undefined, share: number) => (number ?? 1) < share;
    const solved = ticket.closed < end && !below(waits, 0.03);
    const stale = later(ticket.closed, daysToClose * 24 * 60) < end;
    const [usual, other] = Object.hasOwn(answers, ticket.category) ? (answers[ticket.category] ?? []) : [];
    const articles = solved && usual !== undefined && below(linked, 0.68) ? [usual] : [];
    if (articles.length > 0 && other !== undefined && below(added, 0.2)) articles.push(other);
    if (articles.length > 0 && below(lost, 0.02)) articles.push(retired);
    // Customers whose article doesn't help write from it more often.
    const hasRead = readings() < (sore.has(ticket.category) ? 0.5 : 0.2) && ticket.channel === 'web';
    const good = below(pleased, sore.has(ticket.category) ? 0.55 : articles.length > 0 ? 0.9 : 0.8);
    return {
      ...ticket,
      status: solved ? (stale ? 'closed' : 'solved') : 'open',
      rating: !solved || !asked ? 'unoffered' : below(answered, 0.45) ? (good ? 'good' : 'bad') : 'offered',
      articles,
      startedOn: hasRead ? (usual ?? null) : null,
    };
  });
}
