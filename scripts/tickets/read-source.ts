import { sourceName } from '#kb/tickets/records/ticket-sources.ts';
import { UsageError } from '../shared/failures.ts';

/** The name of a source in tickets.yaml. */
export function readSource(text: string, label: string): string {
  if (!sourceName.test(text)) throw new UsageError(`${label} is "${text}". Use the name of a source in tickets.yaml.`);
  return text;
}
