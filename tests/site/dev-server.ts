import { start } from '../run.ts';

export interface DevServer {
  /** The address of the root of the server, ending in "/". */
  url: string;
  stop(): void;
}

/**
 * Starts the preview while writing, on a free port.
 *
 * @param cwd the folder of the project
 */
export async function startDev(cwd: string, ...words: readonly string[]): Promise<DevServer> {
  const server = start('dev', [...words, '--port', '0'], cwd);
  const url = await new Promise<string>((found, failed) => {
    let said = '';
    const listen = (text: Buffer) => {
      said += text;
      const [, address] = /(?:The theme ".*?"|What to fix): (http:\/\/[^/]+\/)/.exec(said) ?? [];
      if (address) found(address);
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.on('exit', () => failed(new Error(said)));
  });
  return { url, stop: () => void server.removeAllListeners('exit').kill('SIGINT') };
}
