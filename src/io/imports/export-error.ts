/** A file that cannot be counted. The message says the place, what was found and what to do, and quotes nothing of it but names of columns. */
export class ExportError extends Error {}
