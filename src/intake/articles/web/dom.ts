import { parseHTML } from 'linkedom';

/** Parses a page. Nothing in it is run or loaded. */
export function parsePage(html: string): Document {
  // Without a root, linkedom would make none.
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`;
  return parseHTML(whole).document as unknown as Document;
}

/** The words of an element, with single spaces. */
export function wordsIn(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

export function attributeIn(root: Document | Element, selector: string, name: string): string | undefined {
  return root.querySelector(selector)?.getAttribute(name)?.trim() || undefined;
}
