import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { replayTickets } from '#io/imports/replay/replay-tickets.ts';
import { type BuiltIndex, openBuiltIndex } from '#io/search/open-index.ts';
import { publishedLibrary } from '#kb/content/library.ts';
import { replayChange } from '#kb/tickets/measures/replay-change.ts';
import { printReplay, type Replay } from '#kb/tickets/records/replay.ts';
import { replayText } from '#report/replay/replay-text.ts';
import { readWithProgress } from '../shared/content-progress.ts';
import { Refusal, refuse } from '../shared/failures.ts';
import { restoreOut } from '../shared/out-folder.ts';
import { attended } from './attended.ts';
import { readReplayFile } from './read-replay.ts';
import { mustBeWritable, writeReplay } from './replay-file.ts';

export interface ReplayRequest {
  from: string | undefined;
  /** The folder of the built site. */
  dist: string;
  /** Another one, or the file of an earlier replay. */
  against: string | undefined;
  /** How many tickets are asked at most. */
  most: number;
  words: boolean;
  content: string;
  json: boolean;
  /** The file to write. */
  out: string | undefined;
}

/** Searches the built site for the tickets of exports, and prints what it would have answered. */
export async function replayExports(files: readonly string[], request: ReplayRequest): Promise<number> {
  const { from, dist, against, most, words, content, json, out } = request;
  const built = await openSite(dist, '--dist');
  const other = against === undefined ? undefined : await openOther(against);
  if (out !== undefined) await mustBeWritable(out);
  const { library, findings } = await readWithProgress(content);
  if (!library) return refuse(findings);
  const today = new Date().toISOString().slice(0, 10);
  const result = await attended((progress, signal) =>
    replayTickets(files, {
      contentDir: content,
      library: publishedLibrary(library, 'public', today),
      sites: other && 'built' in other ? [built, other.built] : [built],
      ...{ from, today, most, words, signal, onProgress: progress.show },
    }).finally(progress.clear),
  );
  if (!result.replays) return refuse(result.findings);
  const [replay, second] = result.replays;
  if (!replay) return 1;
  const before = other && 'replay' in other ? other.replay : second;
  process.stdout.write(json ? printReplay(replay) : replayText(replay, before && replayChange(before, replay)));
  if (out !== undefined) await writeReplay(out, replay);
  return 0;
}

async function openSite(dist: string, option: string): Promise<BuiltIndex> {
  await restoreOut(dist);
  const built = await openBuiltIndex(resolve(dist));
  if (built) return built;
  throw new Refusal(
    `There is no search index in ${dist}. Run \`npm run build\` first, or name another folder with ${option}.`,
  );
}

async function openOther(against: string): Promise<{ built: BuiltIndex } | { replay: Replay }> {
  const isFile = (await stat(against).catch(() => undefined))?.isFile() === true;
  if (!isFile) return { built: await openSite(against, '--against') };
  return { replay: await readReplayFile(against, '--against') };
}
