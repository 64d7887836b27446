import { formatNames } from '#intake/tickets/formats/all.ts';
import type { Finding } from '#kb/findings/finding.ts';
import { type TicketSources, ticketSourcesFile } from '#kb/tickets/records/ticket-sources.ts';
import type { VoteScale } from '#kb/tickets/records/votes.ts';
import { readYamlFile } from '../content/read-yaml-file.ts';

/** The schema of `content/tickets.yaml`. */
export const TicketSourcesFile = ticketSourcesFile(formatNames);

export const ticketSourcesPath = 'tickets.yaml';

/** The sources and the scale of votes set in `content/tickets.yaml`; empty if there is no such file. */
export async function readTicketSources(
  contentDir: string,
): Promise<{ sources: TicketSources; votes: VoteScale | undefined; findings: Finding[] }> {
  const { value, findings } = await readYamlFile(
    contentDir,
    ticketSourcesPath,
    TicketSourcesFile,
    'ticket-sources-invalid',
  );
  return { sources: value?.sources ?? {}, votes: value?.votes, findings };
}
