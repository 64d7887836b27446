import type { Element } from 'hast';

/** The attributes of a component, by names without regard to capitals. What was read is not listed by `unread`. */
export interface Attributes {
  /** The first of these attributes that is a text or number. */
  text(...names: string[]): string | undefined;
  /** Whether one of these attributes is set. */
  flag(...names: string[]): boolean;
  /** The first of these attributes that is a list. */
  list(...names: string[]): unknown[];
  /** Makes an attribute one that was read. */
  use(name: string): void;
  /** Attributes that no one has read and that aren't about the look of the component: name and value. */
  unread(): [string, unknown][];
}

/** Attributes that say how a component looks or behaves. */
const LOOK = new Set(
  `actions align animated arrow as block border bordered class classname cols color colour columns content-visibility css
  default defaultopen defaultvalue direction disabled display dropdown flex fluid gap grid groupid height hidecopy
  highlight horizontal icon iconname iconposition id intent justify key layout lang language lazy level lines linenumbers margin nozoom on open
  order padding position queryid querystring ref rel role rounded rows shadow showlinenumbers size slug span style sx
  synckey tabindex target theme titlesize icontype variant weight width wrap zoom index data-nopic`.split(/\s+/),
);

function isLook(name: string): boolean {
  return LOOK.has(name) || /^(?:on[a-z]{4,}|data-|aria-hidden|v-|:|@|#|class|client:)/.test(name);
}

function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).trim();
  // Code in an attribute of a .md file arrives with its braces, which readers should not see.
  return text === '' || /^\{[\s\S]*\}$/.test(text) ? undefined : text;
}

/** Attributes that hold words for readers, in which some systems read Markdown. */
const WORDS =
  /^(?:title|label|summary|heading|header|headline|caption|description|tip|question|subtitle|tab|text|content)$/;

/** A text without the marks of Markdown around words: what becomes an attribute here can't have any. */
function withoutMarks(text: string): string {
  return text
    .replace(/(\*\*|__|~~|`)(?=\S)([^\n]*?\S)\1/g, '$2')
    .replace(/(?<![\w*])([*_])(?=[^\s*_])([^\n*_]*?\S)\1(?![\w*])/g, '$2');
}

/** Reads the attributes that `openComponent` wrote. */
export function attributesOf(element: Element): Attributes {
  const values = new Map<string, unknown>();
  try {
    const written: unknown = JSON.parse(String(element.properties.dataOhjeAttributes ?? '{}'));
    for (const [name, value] of Object.entries(written ?? {})) values.set(name.toLowerCase(), value);
  } catch {
    // `openComponent` writes JSON, but a page can write anything into this attribute. The import must not stop there.
  }
  const read = new Set<string>();
  const first = <T>(names: string[], pick: (value: unknown) => T | undefined): T | undefined => {
    for (const name of names.map((one) => one.toLowerCase())) {
      const found = pick(values.get(name));
      if (found !== undefined) {
        read.add(name);
        return found;
      }
    }
    return undefined;
  };
  return {
    text: (...names) => {
      for (const name of names) {
        const found = first([name], textOf);
        if (found !== undefined) return WORDS.test(name) ? withoutMarks(found) : found;
      }
      return undefined;
    },
    flag: (...names) =>
      first(names, (value) => (value === undefined || value === false || value === 'false' ? undefined : true)) ??
      false,
    list: (...names) => first(names, (value) => (Array.isArray(value) ? value : undefined)) ?? [],
    use: (name) => void read.add(name.toLowerCase()),
    unread: () => [...values].filter(([name]) => !read.has(name) && !isLook(name)),
  };
}
