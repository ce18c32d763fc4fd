/** `onrecord serve`: the desk in the browser, on this machine. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Answered, serveDesk } from '../compose.ts';
import type { Call, CommandFile } from './command.ts';
import { usageError } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { keepServing } from './keep-serving.ts';
import { OPERATIONS, operationsOf } from './operations-options.ts';

export const serve: CommandFile = {
  name: 'serve',
  summary: 'open the desk in your browser',
  description:
    'Serves the desk on 127.0.0.1 and prints its address: read reports, decide with single keys, see positions, origins and tolls. The address opens the desk once, in the first browser that comes with it. Nothing is served to other machines, and no page asks anything of the network. Ctrl-C or SIGTERM ends it: answers under way are finished first. With --operations a second port of this machine answers /health and /metrics; with --drain SECONDS it says there that it is draining for so long before it ends, so that a proxy sends nothing more. --log writes one line of JSON on standard error for each answer: time, method, route, status and milliseconds, never an id or a word of what was asked.',
  args: [],
  options: [
    ['--port <number>', 'a port of your own choice; any free one otherwise'],
    ['--by <name>', 'who decides (else ONRECORD_AGENT, else asked for in the page)'],
    OPERATIONS,
    ['--drain <seconds>', 'say that it is ending for so long before it ends (0 when not given; 600 at most)'],
    ['--log', 'one line of JSON for each answer, on standard error'],
  ],
  examples: [['onrecord serve --by "A. Archivist"', 'opens the desk; every decision bears that name']],
  usesVault: true,
  async run(call) {
    const { options, terminal } = call;
    const port = portOf(call);
    const desk = await call.open('try-write');
    const drain = drainOf(call);
    const operations = await operationsOf(options, { desk, queue: null, name: 'serve' });
    const by = typeof options.by === 'string' ? options.by : process.env.ONRECORD_AGENT || null;
    const server = await serveDesk(desk, {
      port,
      by,
      onAnswered: (answer) => {
        operations?.answered(answer);
        if (options.log === true) terminal.err(answerLine(answer, new Date()));
      },
      onUnexpected: (kind) => terminal.err(`onrecord: something went wrong in the desk (${kind}).`),
    });
    await keepServing(server, terminal, async () => {
      operations?.drain();
      await pause(drain * 1000);
    });
    await operations?.close();
    return EXIT.ok;
  },
};

function answerLine({ method, route, status, took }: Answered, at: Date): string {
  return JSON.stringify({ at: at.toISOString(), method, route, status, ms: Math.round(took) });
}

function drainOf({ options }: Call): number {
  const seconds = options.drain === undefined ? 0 : Number(options.drain);
  if (!(seconds >= 0 && seconds <= 600))
    throw usageError('--drain must be a number of seconds, 600 at most', 'serve');
  return seconds;
}

/** Ports that a person may use. */
function portOf({ options }: Call): number {
  if (options.port === undefined) return 0;
  const port = Number(options.port);
  if (!Number.isInteger(port) || port < 1024 || port > 65_535)
    throw usageError('--port must be a whole number from 1024 to 65535', 'serve');
  return port;
}
