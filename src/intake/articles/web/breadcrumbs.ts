import { wordsIn } from './dom.ts';

/** One step on the way from the front page to an article. */
export interface Crumb {
  name: string;
  url?: string | undefined;
}

const PLACES = [
  ...[
    'nav[aria-label*="breadcrumb" i]',
    '[role="navigation"][aria-label*="breadcrumb" i]',
    '#breadcrumbs',
    '#breadcrumb-section',
  ],
  ...['ol.breadcrumbs', 'ul.breadcrumbs', '.breadcrumbs', 'ol.breadcrumb', 'ul.breadcrumb', '.breadcrumb'],
  ...['[itemtype*="BreadcrumbList"]', '[class*="breadcrumb" i]'],
];
const HOME =
  /^(?:home|start|startseite|accueil|inicio|início|etusivu|hem|help center|help centre|help|support|docs|documentation|knowledge base|faq|»|›|\/)$/i;

/** The way to the article as its page shows it or says it to search engines, without the front page and itself. */
export function breadcrumbsOf(document: Document, title: string, siteName: string | undefined): Crumb[] {
  const found = [fromJson(document), ...PLACES.map((place) => fromElement(document, place))];
  const crumbs = (found.find((one) => one.length > 0) ?? []).filter(
    ({ name }) => name !== '' && !/^[\s/›»>|·]+$/.test(name),
  );
  const isHome = ({ name, url }: Crumb) =>
    HOME.test(name) || name === siteName || (url !== undefined && /^(?:https?:\/\/[^/]+)?\/?$/.test(url));
  const start = crumbs[0] && isHome(crumbs[0]) ? 1 : 0;
  const last = crumbs.at(-1);
  const isOwn =
    last !== undefined &&
    (last.name === title || title.startsWith(last.name.replace(/(?:…|\.{3})$/, '')) || last.url === undefined);
  return crumbs.slice(start, isOwn ? -1 : undefined);
}

function fromElement(document: Document, place: string): Crumb[] {
  const element = document.querySelector(place);
  if (!element) return [];
  const items = [...element.querySelectorAll('li')];
  const parts = items.length > 0 ? items : [...element.querySelectorAll('a, span:not(:has(a, span))')];
  return parts.map((part) => {
    const link = part.matches('a') ? part : part.querySelector('a[href]');
    return { name: wordsIn(link ?? part), url: link?.getAttribute('href') ?? undefined };
  });
}

function fromJson(document: Document): Crumb[] {
  for (const value of jsonOf(document)) {
    if (value['@type'] !== 'BreadcrumbList' || !Array.isArray(value.itemListElement)) continue;
    const items = value.itemListElement as Record<string, unknown>[];
    return [...items]
      .sort((a, b) => Number(a.position) - Number(b.position))
      .map((entry) => {
        const item =
          typeof entry.item === 'object' && entry.item !== null ? (entry.item as Record<string, unknown>) : {};
        const url = typeof entry.item === 'string' ? entry.item : item['@id'];
        const name = entry.name ?? item.name;
        return { name: typeof name === 'string' ? name.trim() : '', url: typeof url === 'string' ? url : undefined };
      });
  }
  return [];
}

/** Everything that a page says to search engines in JSON-LD; what isn't valid is left out. */
export function jsonOf(document: Document): Record<string, unknown>[] {
  const open: unknown[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      open.push(JSON.parse(script.textContent ?? ''));
    } catch {
      // A page with a mistake in it says nothing here.
    }
  }
  const found: Record<string, unknown>[] = [];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (Array.isArray(value)) open.push(...value);
    else if (typeof value === 'object' && value !== null) {
      found.push(value as Record<string, unknown>);
      if (Array.isArray((value as Record<string, unknown>)['@graph']))
        open.push((value as Record<string, unknown>)['@graph']);
    }
  }
  return found;
}
