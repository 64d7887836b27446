import { type Library, pathsTo, type Section } from '#kb/content/library.ts';

/** The sections that readers of a language see, by their ids, and the path to each. */
export interface SectionPaths {
  sections: ReadonlyMap<string, Section>;
  /** From the outermost section to this one. */
  pathTo(id: string): Section[];
}

export function makeSectionPaths(library: Library, locale: string): SectionPaths {
  const sections = new Map<string, Section>();
  const note = (section: Section) => {
    sections.set(section.id, section);
    section.sections.forEach(note);
  };
  library.sections(locale).forEach(note);
  return { sections, pathTo: (id) => pathsTo(id).flatMap((path) => sections.get(path) ?? []) };
}
