/** Says where the desk is, and serves it until Ctrl-C. */
import type { RunningServer } from '../compose.ts';
import { listenForStop } from './stop-signal.ts';
import type { Terminal } from './terminal.ts';

/**
 * Prints the address and waits for the end.
 *
 * @param onStop done first when it is told to stop, while it still answers
 * @example
 * await keepServing(server, terminal);
 */
export async function keepServing(
  server: RunningServer,
  terminal: Terminal,
  onStop: () => Promise<void> = async () => undefined,
): Promise<void> {
  if (terminal.json) terminal.outJson({ address: server.address, port: server.port });
  else
    terminal.out(
      '',
      server.team === true
        ? `The team's desk is open on port ${server.port}; members reach it, through the proxy, under`
        : 'The desk is open. Its address opens it once, in one browser:',
      `  ${server.address}`,
      'Ctrl-C ends it.',
    );
  const stop = listenForStop(() => undefined);
  await new Promise<void>((resolve) => {
    if (stop.signal.aborted) resolve();
    else stop.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await onStop();
  await server.close();
  stop.release();
}
