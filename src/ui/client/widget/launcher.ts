import { chooseLocale } from './choose-locale.ts';
import { keepEvents } from './keep-events.ts';
import sheet from './launcher.css?inline';
import type { Asked, Help } from './panel.ts';

/** What the script needs to know about the help center, added by the build. */
export interface LauncherSetup {
  /** The script with everything else, below the root of the help center. */
  panel: string;
  defaultLocale: string;
  locales: Record<string, { dir: 'ltr' | 'rtl'; label: string; failed: string }>;
  corner: 'end' | 'start' | 'none';
  /** The theme's colors, fonts and sizes as CSS. */
  tokens: string;
}

/** `window.ohje`, the one name the script adds to the page. */
export interface Ohje {
  open(asked?: Asked): Promise<void>;
  close(): void;
}

declare global {
  var ohje: Ohje | undefined;
}

declare const OHJE_LAUNCHER: LauncherSetup;

function launch(script: HTMLScriptElement, setup: LauncherSetup): Ohje {
  const base = new URL('.', script.src).href;
  const { dataset } = script;
  const page = document.documentElement;
  const locale = chooseLocale(
    [dataset.locale, page.lang, ...navigator.languages],
    Object.keys(setup.locales),
    setup.defaultLocale,
  );
  const { dir, label, failed } = setup.locales[locale] as LauncherSetup['locales'][string];
  const own = dataset.launcher;

  // After the body, because pages redraw and move the body. It is still in front of everything.
  const host = document.createElement('ohje-help');
  const shadow = host.attachShadow({ mode: 'open' });
  const styles = new CSSStyleSheet();
  styles.replaceSync(`${sheet}${setup.tokens}`);
  shadow.adoptedStyleSheets = [styles];
  const root = document.createElement('div');
  root.className = setup.corner === 'start' ? 'ohje start' : 'ohje';
  root.lang = locale;
  root.dir = dir;
  const place = document.createElement('aside');
  place.ariaLabel = label;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'launcher';
  button.ariaHasPopup = 'dialog';
  button.textContent = label;
  button.hidden = own !== undefined || setup.corner === 'none';
  place.append(button);
  root.append(place);
  shadow.append(root);
  page.append(host);
  // In front of everything, and placed in the window even if the page has a transform.
  root.popover = 'manual';
  root.showPopover?.();
  keepEvents(host, shadow);

  /** Follows the page: light or dark if the page sets it, and the reader's own font size. */
  const adapt = () => {
    const mode = dataset.theme ?? page.dataset.theme;
    if (mode === 'light' || mode === 'dark') root.dataset.theme = mode;
    else delete root.dataset.theme;
    root.style.setProperty('--rem', getComputedStyle(root).fontSize);
  };
  adapt();

  let loading: Promise<Help> | undefined;
  let failures = 0;
  let help: Help | undefined;
  const load = () => {
    // Chromium never asks again for a script that it couldn't fetch once, except at another address.
    const address = base + setup.panel + (failures === 0 ? '' : `?${failures}`);
    loading ??= import(/* @vite-ignore */ address).then(({ makeHelp }: typeof import('./panel.ts')) =>
      makeHelp({ root, shadow, base, locale, launcher: button }),
    );
    return loading;
  };
  const open = async (asked: Asked = {}, opener = document.activeElement) => {
    adapt();
    button.ariaBusy = 'true';
    try {
      help = await load();
      help.open(asked, opener);
      place.replaceChildren(button);
    } catch (error) {
      loading = undefined;
      failures++;
      sayFailed(error);
    } finally {
      button.ariaBusy = null;
    }
  };
  /** If the panel cannot be shown, a link to the help center is. */
  const sayFailed = (error: unknown) => {
    const link = document.createElement('a');
    link.className = 'launcher';
    link.href = `${base}${locale}/`;
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = failed;
    place.replaceChildren(link);
    link.focus();
    addEventListener('online', () => place.replaceChildren(button), { once: true });
    const why =
      new URL(base).origin === location.origin
        ? ''
        : ` Does ${base} send "Access-Control-Allow-Origin: *", and does the Content-Security-Policy of this page allow that host in script-src and connect-src?`;
    console.warn(`Ohje: help could not be loaded.${why}`, error);
  };

  button.addEventListener('click', () => open({}, button));
  if (own !== undefined)
    // On the document, to include buttons that the page adds later.
    document.addEventListener('click', ({ target }) => {
      const opener = target instanceof Element ? target.closest(own) : null;
      if (opener) void open({}, opener);
    });
  return { open: (asked) => open(asked), close: () => help?.close() };
}

const script = document.currentScript ?? document.querySelector('script[src$="/widget.js"]');
// A page that includes the script twice still gets one widget.
if (script instanceof HTMLScriptElement) globalThis.ohje ??= launch(script, OHJE_LAUNCHER);
