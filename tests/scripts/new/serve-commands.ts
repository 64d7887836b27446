import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { type Call, run } from '../../run.ts';

/** Runs commands for other processes, which start in a tenth of the time that a command takes to load. */
export async function serveCommands() {
  const server = createServer(async (request, response) => {
    const { script, words, cwd, env } = (await json(request)) as Call;
    response.end(JSON.stringify(await run(script, words, cwd, env)));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    /** The variable that the scripts need. */
    env: { COMMANDS: `http://127.0.0.1:${(server.address() as AddressInfo).port}` },
    /** A script for package.json that runs a command. */
    script: (name: string) => `"${process.execPath}" "${join(import.meta.dirname, 'command-client.ts')}" ${name}`,
    close: () => server.close(),
  };
}
