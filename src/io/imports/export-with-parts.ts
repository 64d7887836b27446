import type { Outcome, Parts } from '#intake/tickets/parts.ts';
import type { OpenExport } from './export.ts';

/** An export together with where in it each part of a ticket stands. */
export interface ExportWithParts {
  file: OpenExport;
  parts: Parts;
  outcome: Outcome;
  /** The SQL that reads it. */
  from: string;
}
