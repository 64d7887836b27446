import { deskTargets } from '#export/desks/all.ts';
import { makeDeskSite } from '#export/desks/desk-site.ts';
import type { PublishedText } from '#export/desks/published-text.ts';
import { articleDesks } from '#intake/articles/desks/all.ts';
import { type PushState, pushDesk } from '#io/articles/push-desk.ts';
import type { serveLocally } from './local-server.ts';

export const text = (id: string, locale: string, title: string, body = `<p>${title}.</p>`): PublishedText => ({
  ...{ id, locale, title, body },
  sections: id.split('/').slice(0, -1),
});
/** A help center in two languages, with a section in a section. */
export const first = [
  text('cards/order', 'en', 'Order a card'),
  text('cards/order', 'fa', 'سفارش کارت'),
  text('cards/lost/block', 'en', 'Block a card'),
  text('fees/all', 'en', 'Fees'),
];

const env = { ZENDESK_TOKEN: 'secret-token', FRESHDESK_TOKEN: 'secret-token', INTERCOM_TOKEN: 'secret-token' };

/** Pushes to a desk as if each push were a new run, with what the last one left. */
export function pushing(name: string, address: () => string) {
  const target = deskTargets.find((one) => one.name === name);
  const desk = articleDesks.find((one) => one.name === name);
  if (!target || !desk) throw new Error(`There is no desk ${name}.`);
  let kept: string | undefined;
  const push = async (texts: readonly PublishedText[], dryRun = false) => {
    const { created, updated, archived, unchanged, losses } = await pushDesk(
      target,
      desk,
      makeDeskSite('Pilvi help', texts, 'en'),
      {
        address: new URL(address()),
        env,
        state: kept === undefined ? undefined : (JSON.parse(kept) as PushState),
        save: async (state) => {
          kept = JSON.stringify(state);
        },
        ...{ dryRun, show: () => {}, pause: 0, retry: 1 },
      },
    );
    return { created: created.length, updated, archived, unchanged, losses };
  };
  return { push, kept: () => kept ?? '' };
}

/** Answers of a desk on a bad day: each second creation's answer is lost, and at times it answers nothing but 500. */
export function badDay(answer: Parameters<typeof serveLocally>[0]): typeof answer {
  let turn = 0;
  return (path, sent, request) => {
    turn++;
    if (turn % 90 > 50) return { status: 500 };
    const reply = answer(path, sent, request);
    return request.method === 'POST' && turn % 2 === 0 ? { ...reply, broken: true, body: 'lost' } : reply;
  };
}
