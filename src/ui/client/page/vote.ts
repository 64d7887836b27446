import { emitEvent } from '../emit-event.ts';

/** The detail of `ohje:vote` on `document`. It does not say who voted, and nothing of it is stored. */
export interface VoteDetail {
  /** Its id. */
  article: string;
  /** The language it was read in. */
  locale: string;
  helpful: boolean;
  reason?: string;
  /** The slug of a heading. */
  section?: string;
}

const vote = document.querySelector<HTMLElement>('[data-part=vote]');
if (vote) listen(vote);

function listen(vote: HTMLElement): void {
  const { article = '', locale = '', address } = vote.dataset;
  const no = vote.querySelector('details');
  const why = vote.querySelector<HTMLFormElement>('.vote-why');
  let told = false;
  const tell = (answer: Pick<VoteDetail, 'helpful' | 'reason' | 'section'>) => {
    if (told) return;
    told = true;
    emitEvent('ohje:vote', { article, locale, ...answer } satisfies VoteDetail, address);
  };
  const thank = (helpful: boolean) => {
    vote.querySelector('.vote-ask')?.remove();
    const thanks = vote.querySelector<HTMLElement>(`[data-after=${helpful ? 'yes' : 'no'}]`);
    if (thanks) thanks.hidden = false;
    vote.querySelector<HTMLElement>('.vote-thanks')?.focus();
  };
  const sayNo = () => {
    const fields = why ? new FormData(why) : new FormData();
    const field = (name: string) => String(fields.get(name) ?? '') || undefined;
    const [reason, section] = [field('reason'), field('section')];
    tell({ helpful: false, ...(reason && { reason }), ...(section && { section }) });
  };
  vote.addEventListener('submit', (event) => {
    event.preventDefault();
    const helpful = event.target !== why;
    if (helpful) tell({ helpful });
    else sayNo();
    thank(helpful);
  });
  // A reader who says no and leaves has still said no.
  addEventListener('pagehide', () => {
    if (no?.open) sayNo();
  });
}
