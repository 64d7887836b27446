import type { Finding } from '#kb/finding.ts';
import { type TicketSources, TicketSourcesFile } from '#kb/ticket-sources.ts';
import type { VoteScale } from '#kb/votes.ts';
import { readYamlFile } from './read-yaml-file.ts';

export const ticketSourcesPath = 'tickets.yaml';

/** What `content/tickets.yaml` says of each source and of votes; nothing where there is no such file. */
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
