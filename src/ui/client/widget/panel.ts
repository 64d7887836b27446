import theme from '#theme/theme.css?inline';
import article from '../../styles/article.css?inline';
import base from '../../styles/base.css?inline';
import { element } from '../element.ts';
import { makeHome } from './home-view.ts';
import { articleAt, loadArticle } from './load-article.ts';
import { loadSetup } from './load-setup.ts';
import { outward } from './outward.ts';
import sheet from './panel.css?inline';
import { makePeople } from './people.ts';
import { portableCss } from './portable-css.ts';

/** What somebody wants to know. */
export interface Asked {
  question?: string;
  /** The id of an article, to be shown at once. */
  article?: string;
}

/** The panel with the help center in it. */
export interface Help {
  /** @param opener gets the focus back */
  open(asked: Asked, opener: Element | null): void;
  close(): void;
}

interface Place {
  root: HTMLElement;
  shadow: ShadowRoot;
  /** Address of the help center, ending in "/". */
  base: string;
  locale: string;
  launcher: HTMLElement;
}

/** What stands in the panel, and what led there. */
interface View {
  parts: Node[];
  /** The address of its page; the beginning has none. */
  address?: string;
  opener?: Element | null;
  top?: number;
}

// On a phone it takes the whole screen, and the page behind it rests.
const narrow = matchMedia('(width < 40rem)');

/** @throws where the help center cannot be read */
export async function makeHelp({ root, shadow, base: center, locale, launcher }: Place): Promise<Help> {
  const setup = await loadSetup(center, locale);
  const { words, href } = setup;
  addStyles(shadow);
  const drawn = !launcher.hidden;
  const people = makePeople(setup);
  const home = makeHome(setup, people.follow);
  const back = element('button', { type: 'button', class: 'plain back', hidden: '' }, words('widget.back'));
  const title = element('h2', { id: 'ohje-title', tabindex: '-1' }, setup.name);
  const close = element('button', { type: 'button', class: 'plain' }, words('search.close'));
  const body = element('div', { class: 'body' });
  const waiting = element('p', { role: 'status', class: 'waiting' });
  const dialog = element(
    'dialog',
    { class: 'panel', 'aria-labelledby': title.id, 'data-part': 'widget' },
    element('div', { class: 'bar' }, back, title, close),
    waiting,
    body,
  );
  root.append(dialog);

  const first: View = { parts: [home.element] };
  let trail: [View, ...View[]] = [first];
  let opener: Element | null = null;

  const show = (...views: [View, ...View[]]) => {
    trail = views;
    const { parts, address } = views.at(-1) ?? first;
    const link = address === undefined ? undefined : element('a', { href: address }, words('widget.open'));
    const ways = link ? [element('p', { class: 'more' }, outward(link, words))] : [];
    body.replaceChildren(...parts, ...ways, people.element);
    back.hidden = views.length === 1;
    waiting.textContent = '';
  };
  const follow = async (address: string, from: Element | null) => {
    const before = trail;
    const here = trail.at(-1) ?? first;
    here.opener = from;
    here.top = body.scrollTop;
    waiting.textContent = words('widget.loading');
    const loaded = await loadArticle(address).catch(() => {
      const text = element('h2', { tabindex: '-1' }, words('widget.failed'));
      return { title: text, parts: [text] };
    });
    // Somebody may have gone elsewhere meanwhile.
    if (trail !== before) return;
    for (const part of loaded.parts) if (part instanceof Element) leadOn(part);
    show(...trail, { parts: loaded.parts, address });
    const { hash } = new URL(address);
    const target = hash === '' ? undefined : placeOf(hash);
    body.scrollTop = 0;
    (target ?? loaded.title).focus({ preventScroll: target === undefined });
    target?.scrollIntoView();
  };
  /** Links to other articles open here, all others beside the product. */
  const leadOn = (part: Element) => {
    for (const link of part.querySelectorAll('a'))
      if (/^https?:/.test(link.href) && !isHere(link)) outward(link, words);
  };
  const isHere = (link: HTMLAnchorElement) => articleAt(link.href, setup.root) !== undefined;
  const placeOf = (hash: string) => {
    const found = shadow.getElementById(decodeURIComponent(hash.slice(1)));
    if (found && found.tabIndex < 0) found.tabIndex = -1;
    return found ?? undefined;
  };
  const put = () => (narrow.matches ? dialog.showModal() : dialog.show());

  dialog.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !isHere(link)) return;
    event.preventDefault();
    const [page, fragment] = link.href.split('#');
    const inside = fragment !== undefined && page === trail.at(-1)?.address?.split('#')[0];
    if (!inside) return void follow(link.href, link);
    const target = placeOf(`#${fragment}`);
    target?.scrollIntoView();
    target?.focus({ preventScroll: true });
  });
  back.addEventListener('click', () => {
    const [one, ...others] = trail;
    show(one, ...others.slice(0, -1));
    const { opener: from, top = 0 } = trail.at(-1) ?? first;
    body.scrollTop = top;
    (from instanceof HTMLElement && from.isConnected ? from : title).focus({ preventScroll: true });
  });
  close.addEventListener('click', () => dialog.close());
  // A modal dialog closes by itself; the other one has to be told.
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener('close', () => {
    if (dialog.open) return;
    home.settled();
    launcher.hidden = !drawn;
    const lost =
      document.activeElement === null || [document.body, shadow.host].includes(document.activeElement as HTMLElement);
    const next = opener?.isConnected && opener !== document.body ? opener : launcher;
    if (lost && next instanceof HTMLElement) next.focus();
  });
  narrow.addEventListener('change', () => {
    if (!dialog.open) return;
    const { activeElement } = shadow;
    dialog.close();
    put();
    if (activeElement instanceof HTMLElement) activeElement.focus();
  });

  show(first);
  return {
    open({ question, article: id }, from) {
      if (!dialog.open) {
        opener = from;
        home.refresh();
        put();
        launcher.hidden = true;
      }
      if (question !== undefined || id !== undefined) show(first);
      if (question !== undefined) home.ask(question);
      if (id !== undefined) void follow(href(id), null);
      else if (trail.length > 1 || narrow.matches) title.focus();
      else home.input.focus();
    },
    close: () => dialog.close(),
  };

  function addStyles(shadow: ShadowRoot): void {
    const styles = new CSSStyleSheet();
    styles.replaceSync(portableCss(`@layer base,components,theme;${base}${article}${sheet}${theme}`));
    shadow.adoptedStyleSheets.push(styles);
  }
}
