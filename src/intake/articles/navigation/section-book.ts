import type { SourcePage, SourceSection } from '../collection.ts';

/** Names and places of sections as they are found; what is found first stays. */
export interface SectionBook {
  sections: Map<string, SourceSection>;
  /** Names a section in one language. */
  name(section: readonly string[], locale: string, title: string): void;
  /** Says in one language what is in a section. */
  describe(section: readonly string[], locale: string, summary: string): void;
  /** Gives a section its place among its neighbors. */
  place(section: readonly string[], order: number): void;
  has(section: readonly string[], locale: string): boolean;
}

export function sectionBook(): SectionBook {
  const sections = new Map<string, SourceSection>();
  const at = (section: readonly string[]) => {
    const key = section.join('/');
    const known = sections.get(key) ?? { titles: new Map<string, string>() };
    sections.set(key, known);
    return known;
  };
  return {
    sections,
    name(section, locale, title) {
      const { titles } = at(section);
      if (!titles.has(locale) && title.trim() !== '') titles.set(locale, title.trim());
    },
    describe(section, locale, summary) {
      const known = at(section);
      known.summaries ??= new Map();
      if (!known.summaries.has(locale) && summary.trim() !== '')
        known.summaries.set(locale, summary.replace(/\s+/g, ' ').trim());
    },
    place(section, order) {
      const known = at(section);
      known.order ??= order;
    },
    has: (section, locale) => sections.get(section.join('/'))?.titles.has(locale) ?? false,
  };
}

/** Whether a page is in a section or below it. */
export function isIn(page: Pick<SourcePage, 'section'>, section: readonly string[]): boolean {
  return section.every((name, depth) => page.section[depth] === name);
}

/** The deepest section that all pages are in; none for pages of different sections. */
export function commonSection(pages: readonly Pick<SourcePage, 'section'>[]): string[] {
  const [first] = pages;
  if (!first) return [];
  const end = first.section.findIndex(
    (_, depth) => !pages.every((page) => isIn(page, first.section.slice(0, depth + 1))),
  );
  return first.section.slice(0, end < 0 ? first.section.length : end);
}
