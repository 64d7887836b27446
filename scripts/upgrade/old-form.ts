/** Something in a project that this version wants to be different. */
export interface OldForm {
  /** Relative to the folder of the project, with "/". */
  path: string;
  line?: number | undefined;
  /** What was found. One sentence. */
  says: string;
  /** What to do, in the imperative. One sentence. */
  fix: string;
  /** The whole new text of the file, if changing it is safe. */
  text?: string;
}

/** A project with the content of a company. */
export interface UpgradedProject {
  /** Absolute. */
  root: string;
  /** The content folder, absolute. */
  content: string;
  /** The text of a file of the project; `undefined` if there is none. */
  read(path: string): Promise<string | undefined>;
}

/**
 * Recognizes an old form by itself, so no file says which version a project was written for. Each looks at files of its
 * own: their new texts don't meet.
 */
export type Migration = (project: UpgradedProject) => Promise<OldForm[]>;
