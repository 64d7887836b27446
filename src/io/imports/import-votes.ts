import { cellAt, eventPlace, oncePerHeader } from '#intake/named-columns.ts';
import type { Problem } from '#intake/problem.ts';
import { findVoteColumns, isVote } from '#intake/votes/columns.ts';
import { readVote } from '#intake/votes/read-vote.ts';
import { makeVoteTally } from '#intake/votes/tally.ts';
import type { Library } from '#kb/content/library.ts';
import type { Finding } from '#kb/findings/finding.ts';
import type { ImportedVotes, VoteFormName, VoteTally } from '#kb/tickets/imports/imported-votes.ts';
import { onceEach } from '../machine/files.ts';
import { readTicketSources } from '../records/ticket-sources.ts';
import { votesPath, writeVotes } from '../records/votes.ts';
import { ExportError } from './export.ts';
import { readLog } from './read-log.ts';

/** Further errors are only counted: they are usually like the first ones. */
const SHOWN = 20;

const scaleMissing = `The log contains ratings, but tickets.yaml doesn't say what they mean.
  Add your scale to tickets.yaml, for example:
  votes:
    worst: 1
    best: 5
    satisfied: 4    # a rating from 4 to 5 means the article helped`;

/**
 * Counts the votes in logs and replaces all votes imported before. If anything fails, nothing is written.
 *
 * @param options.day counts all votes on this day (`YYYY-MM-DD`), for logs of totals without days
 * @returns findings if tickets.yaml can't be read
 * @throws ExportError that lists the broken lines
 */
export async function importVotes(
  paths: readonly string[],
  options: {
    contentDir: string;
    library: Pick<Library, 'site' | 'articles'>;
    day?: string | undefined;
    signal?: AbortSignal | undefined;
  },
): Promise<{ imported: ImportedVotes } | { imported: undefined; findings: Finding[] }> {
  const { contentDir, library, day, signal } = options;
  const { votes: scale, findings } = await readTicketSources(contentDir);
  if (findings.length > 0) return { imported: undefined, findings };
  const files = onceEach(paths);
  const tally = makeVoteTally(library);
  const told = new Set<VoteFormName>();
  const broken: string[] = [];
  const columnsOf = oncePerHeader((header) => findVoteColumns(header, day !== undefined));
  const eventPlaceOf = oncePerHeader(eventPlace);
  for (const path of files)
    for await (const row of readLog(path, signal)) {
      if ('says' in row) {
        broken.push(place(path, row.line, row));
        continue;
      }
      if (!isVote(cellAt(row.cells, eventPlaceOf(row.names)))) {
        tally.pass();
        continue;
      }
      const columns = columnsOf(row.names);
      if ('says' in columns) throw new ExportError(place(path, row.namesLine, columns));
      if (columns.told.by === 'rating' && !scale) throw new ExportError(`${path}:${row.namesLine}: ${scaleMissing}`);
      const vote = readVote(row.cells, columns, { day, scale });
      if ('says' in vote) broken.push(place(path, row.line, vote));
      else {
        told.add(columns.told.by);
        tally.add(vote);
      }
    }
  if (broken.length > 0) throw new ExportError(allOf(broken));
  const result = tally.result();
  if (result.votes.length === 0) throw new ExportError(`${files.join(', ')}: ${nothingIn(result)}`);
  const changed = await writeVotes(contentDir, result.votes);
  return { imported: { ...result, files, told, scale, path: votesPath, changed } };
}

function place(path: string, line: number, { says, fix }: Problem): string {
  return `${path}:${line}: ${says}\n  ${fix}`;
}

function allOf(broken: readonly string[]): string {
  const more = broken.length - SHOWN;
  const rest = more > 0 ? [`… and ${more.toLocaleString('en')} more ${more === 1 ? 'line' : 'lines'}.`] : [];
  return [...broken.slice(0, SHOWN), ...rest].join('\n');
}

function nothingIn({ unknown }: VoteTally): string {
  return unknown.votes > 0
    ? 'None of the votes is for one of your articles.\n  Write article ids such as cards/order-a-card, or the addresses of article pages.'
    : 'There are no votes to import.\n  Name a log that contains votes.';
}
