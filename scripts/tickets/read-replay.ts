import { resolve } from 'node:path';
import { readText } from '#io/machine/files.ts';
import { type Replay, readReplay } from '#kb/tickets/records/replay.ts';
import { Refusal } from '../shared/failures.ts';

/** @throws Refusal if there is no such file, or it isn't what "tickets replay --out" writes */
export async function readReplayFile(file: string, option: string): Promise<Replay> {
  const text = await readText(resolve(file));
  if (text === undefined) throw new Refusal(`There is no file ${file}. Name another one with ${option}.`);
  const replay = readReplay(text);
  if (!replay)
    throw new Refusal(`${file} isn't a replay. Make one with \`npm run tickets -- replay EXPORT --out FILE\`.`);
  return replay;
}
