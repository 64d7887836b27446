// What a reader types in the widget must not trigger shortcuts of the page, and a dialog of the page must not take the
// focus back. The page sees only the element around the widget, so it can't know that the focus is in a field.

const keys = ['keydown', 'keypress', 'keyup'] as const;
const withoutListeners = ['focus', 'focusin', 'pointerdown', 'mousedown', 'touchstart'] as const;
const FIELDS = 'input, textarea, select';

/** Keeps keys and the focus from the page, also from listeners that catch events at the window. */
export function keepEvents(host: HTMLElement, shadow: ShadowRoot): void {
  const isOwn = (event: Event) => event.composedPath().includes(shadow);
  for (const type of withoutListeners)
    addEventListener(type, (event) => isOwn(event) && event.stopImmediatePropagation(), {
      capture: true,
      passive: true,
    });
  for (const type of keys)
    addEventListener(
      type,
      (event) => {
        if (!isOwn(event)) return;
        event.stopImmediatePropagation();
        const { key, code, location, ctrlKey, shiftKey, altKey, metaKey, repeat, isComposing } = event;
        const pressed = { key, code, location, ctrlKey, shiftKey, altKey, metaKey, repeat, isComposing };
        // A copy that doesn't leave the widget. What the browser does for the key is left to it.
        const copy = new KeyboardEvent(type, { ...pressed, bubbles: true, cancelable: true });
        if (!event.composedPath()[0]?.dispatchEvent(copy)) event.preventDefault();
      },
      true,
    );
  looksLikeItsField(host, shadow);
}

/** To listeners for keys that were there before, the widget looks like the field that has the focus. */
function looksLikeItsField(host: HTMLElement, shadow: ShadowRoot): void {
  const field = () => {
    const { activeElement } = shadow;
    const isKey = Reflect.get(globalThis, 'event') instanceof KeyboardEvent;
    return isKey && activeElement?.matches(FIELDS) ? activeElement : undefined;
  };
  const { tagName } = host;
  const prototype = Element.prototype;
  Object.defineProperties(host, {
    tagName: { get: () => field()?.tagName ?? tagName },
    nodeName: { get: () => field()?.tagName ?? tagName },
    isContentEditable: { get: () => field() !== undefined },
    matches: { value: (selector: string) => prototype.matches.call(field() ?? host, selector) },
    closest: { value: (selector: string) => prototype.closest.call(field() ?? host, selector) },
  });
}
