/** `onrecord serve`: the desk in the browser, on this machine. */
import { serveDesk } from '../compose.ts';
import type { Call, CommandFile } from './command.ts';
import { usageError } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { keepServing } from './keep-serving.ts';

export const serve: CommandFile = {
  name: 'serve',
  summary: 'open the desk in your browser',
  description:
    'Serves the desk on 127.0.0.1 and prints its address: read reports, decide with single keys, see positions, origins and tolls. The address opens the desk once, in the first browser that comes with it. Nothing is served to other machines, and no page asks anything of the network. Ctrl-C ends it.',
  args: [],
  options: [
    ['--port <number>', 'a port of your own choice; any free one otherwise'],
    ['--by <name>', 'who decides (else ONRECORD_AGENT, else asked for in the page)'],
  ],
  examples: [['onrecord serve --by "A. Archivist"', 'opens the desk; every decision bears that name']],
  usesVault: true,
  async run(call) {
    const { options, terminal } = call;
    const port = portOf(call);
    const desk = await call.open('try-write');
    const by = typeof options.by === 'string' ? options.by : process.env.ONRECORD_AGENT || null;
    const server = await serveDesk(desk, {
      port,
      by,
      onUnexpected: (kind) => terminal.err(`onrecord: something went wrong in the desk (${kind}).`),
    });
    await keepServing(server, terminal);
    return EXIT.ok;
  },
};

/** Ports that a person may use. */
function portOf({ options }: Call): number {
  if (options.port === undefined) return 0;
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 1024 || port > 65_535)
    throw usageError('--port must be a whole number from 1024 to 65535', 'serve');
  return port;
}
