/**
 * A file or database that can't be imported. The message says where, what was found, and what to do. It quotes only
 * names of columns.
 */
export class ExportError extends Error {}
