/** How far a long command has come, on a terminal only: what is piped on stays clean. */
export function onTerminal(): { show(doing: string, done: number): void; clear(): void } {
  const { stderr } = process;
  const write = (text: string) => stderr.isTTY && stderr.write(`\r\x1b[K${text}`);
  return {
    show: (doing, done) => write(`${doing} … ${Math.round(done * 100)} %`),
    clear: () => write(''),
  };
}
