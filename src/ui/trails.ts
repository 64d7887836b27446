import { type Library, pathsTo, type Section } from '#kb/content/library.ts';

/** The sections that readers of a language see, by their ids, and the way to each. */
export interface Trails {
  sections: ReadonlyMap<string, Section>;
  /** From the outermost section to the one that is asked for. */
  to(id: string): Section[];
}

export function makeTrails(library: Library, locale: string): Trails {
  const sections = new Map<string, Section>();
  const note = (section: Section) => {
    sections.set(section.id, section);
    section.sections.forEach(note);
  };
  library.sections(locale).forEach(note);
  return { sections, to: (id) => pathsTo(id).flatMap((path) => sections.get(path) ?? []) };
}
