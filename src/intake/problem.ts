/** Why something cannot be read, in a sentence that quotes at most the names of columns, and what to do. */
export interface Problem {
  says: string;
  fix: string;
}
