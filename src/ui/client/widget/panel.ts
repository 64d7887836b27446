import { decodeAddress } from '#kb/values/decode-address.ts';
import theme from '#theme/theme.css?inline';
import article from '../../styles/article.css?inline';
import base from '../../styles/base.css?inline';
import { element } from '../element.ts';
import { linkTarget } from './article-link.ts';
import { makeContactSection } from './contact-section.ts';
import { makeHelpDialog, narrow, type WidgetPlace } from './help-dialog.ts';
import { makeHome } from './home-view.ts';
import { loadArticle } from './load-article.ts';
import { loadFonts } from './load-fonts.ts';
import { loadWidgetSetup } from './load-widget-setup.ts';
import { openInNewTab } from './new-tab.ts';
import sheet from './panel.css?inline';
import { portableCss } from './portable-css.ts';
import { addVisit, goBack, lastVisit, type Visits } from './visits.ts';

/** What the panel shows when it opens. */
export interface Asked {
  question?: string;
  /** The id of an article. */
  article?: string;
}

/** The panel with the help center in it. */
export interface Help {
  /** @param opener gets the focus back */
  open(asked: Asked, opener: Element | null): void;
  close(): void;
}

interface Place extends WidgetPlace {
  /** Address of the help center, ending in "/". */
  base: string;
  locale: string;
}

/** @throws if the help center cannot be read */
export async function makeHelp({ base: center, locale, ...place }: Place): Promise<Help> {
  const setup = await loadWidgetSetup(center, locale);
  const { text, href, root } = setup;
  const { shadow } = place;
  addStyles(shadow);
  void loadFonts(setup);
  const people = makeContactSection(setup);
  const home = makeHome(setup, people.follow);
  const dialog = makeHelpDialog(place, setup, home.settled);
  const { body, title, back, status } = dialog;
  const start: Visits<Node[], Element> = [{ content: [home.element] }];
  let visits = start;

  function show(next: Visits<Node[], Element>): void {
    visits = next;
    const { content, address } = lastVisit(visits);
    const link = address === undefined ? undefined : element('a', { href: address }, text('widget.open'));
    const more = link ? [element('p', { class: 'more' }, openInNewTab(link, text))] : [];
    body.replaceChildren(...content, ...more, people.element);
    back.hidden = visits.length === 1;
    status.textContent = '';
  }
  async function follow(address: string, link: Element | null): Promise<void> {
    const before = visits;
    const left = { link, top: body.scrollTop };
    status.textContent = text('widget.loading');
    const loaded = await loadArticle(address).catch(() => {
      const title = element('h2', { tabindex: '-1' }, text('widget.failed'));
      return { title, parts: [title] };
    });
    // The reader may have gone elsewhere in the meantime.
    if (visits !== before) return;
    for (const part of loaded.parts) if (part instanceof Element) markOutward(part);
    show(addVisit(visits, { content: loaded.parts, address }, left));
    const { hash } = new URL(address);
    const heading = hash === '' ? undefined : headingOf(decodeAddress(hash.slice(1)));
    body.scrollTop = 0;
    (heading ?? loaded.title).focus({ preventScroll: heading === undefined });
    heading?.scrollIntoView();
  }
  /** Links to other articles open in the panel, all others in a new tab. */
  function markOutward(part: Element): void {
    for (const link of part.querySelectorAll('a'))
      if (/^https?:/.test(link.href) && linkTarget(link.href, root, undefined).kind === 'elsewhere')
        openInNewTab(link, text);
  }
  function headingOf(id: string): HTMLElement | undefined {
    const heading = shadow.getElementById(id) ?? undefined;
    if (heading && heading.tabIndex < 0) heading.tabIndex = -1;
    return heading;
  }

  dialog.element.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const target = linkTarget(link.href, root, lastVisit(visits).address);
    if (target.kind === 'elsewhere') return;
    event.preventDefault();
    if (target.kind === 'article') return void follow(link.href, link);
    const heading = headingOf(target.id);
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  });
  back.addEventListener('click', () => {
    show(goBack(visits));
    const { link, top } = lastVisit(visits).left ?? { link: null, top: 0 };
    body.scrollTop = top;
    (link instanceof HTMLElement && link.isConnected ? link : title).focus({ preventScroll: true });
  });

  show(start);
  onNewPage(home.refresh);
  return {
    open({ question, article: id }, opener) {
      if (!dialog.element.open) {
        home.refresh();
        dialog.open(opener);
      }
      if (question !== undefined || id !== undefined) show(start);
      if (question !== undefined) home.ask(question);
      if (id !== undefined) void follow(href(id), null);
      else if (visits.length > 1 || narrow.matches) title.focus();
      else home.input.focus();
    },
    close: dialog.close,
  };
}

/** Calls back when the product shows another page of itself, without loading it anew. */
function onNewPage(changed: () => void): void {
  let before = location.href;
  const look = () => {
    if (location.href === before) return;
    before = location.href;
    changed();
  };
  // Browsers without it notice only Back and Forward.
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', look);
  addEventListener('popstate', look);
}

function addStyles(shadow: ShadowRoot): void {
  const styles = new CSSStyleSheet();
  styles.replaceSync(portableCss(`@layer base,components,theme;${base}${article}${sheet}${theme}`));
  shadow.adoptedStyleSheets.push(styles);
}
