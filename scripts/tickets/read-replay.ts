import { resolve } from 'node:path';
import { readText } from '#io/machine/files.ts';
import { type Replay, readReplay, replayVersion } from '#kb/tickets/records/replay.ts';
import { failureText, NOTHING, Refusal } from '../shared/failures.ts';

const MAKE = 'Make one with `npm run tickets -- replay EXPORT --out FILE`.';

/** @throws Refusal if there is no such file, or it isn't what "tickets replay --out" writes */
export async function readReplayFile(file: string, option: string): Promise<Replay> {
  const text = await readText(resolve(file)).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    const says = code === 'EISDIR' ? 'which is a folder.' : `which can't be read. ${failureText(error)}`;
    throw new Refusal(`${option} is "${file}", ${says} Name the file of a replay. ${MAKE} ${NOTHING}`);
  });
  if (text === undefined)
    throw new Refusal(`${option} is "${file}", but there is no such file. Name another one. ${MAKE} ${NOTHING}`);
  const replay = readReplay(text);
  if (replay) return replay;
  const version = replayVersion(text);
  throw new Refusal(
    version === undefined || version === 1
      ? `${option} is "${file}", which isn't a whole replay. ${MAKE} ${NOTHING}`
      : `${option} is "${file}", which another version of Ohje wrote (format ${version}, expected 1). Make it again with \`npm run tickets -- replay EXPORT --out FILE\`. ${NOTHING}`,
  );
}
