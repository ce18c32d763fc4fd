/** `onrecord serve`: the desk in the browser, on this machine, or for a team. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Answered, serveDesk, serveTeam } from '../compose.ts';
import type { Call, CommandFile } from './command.ts';
import { usageError } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { keepServing } from './keep-serving.ts';
import { MEMBER_FOLDER, memberFolderOf } from './member-secret.ts';
import { OPERATIONS, operationsOf } from './operations-options.ts';

export const serve: CommandFile = {
  name: 'serve',
  summary: 'open the desk in your browser',
  description:
    'Serves the desk on 127.0.0.1 and prints its address: read reports, decide with single keys, see positions, origins and tolls. The address opens the desk once, in the first browser that comes with it. Nothing is served to other machines, and no page asks anything of the network. Ctrl-C or SIGTERM ends it: answers under way are finished first. With --operations a second port of this machine answers /health and /metrics; with --drain SECONDS it says there that it is draining for so long before it ends, so that a proxy sends nothing more. --log writes one line of JSON on standard error for each answer: time, method, route, status and milliseconds, never an id or a word of what was asked. With --team, and a record in PostgreSQL, it serves all who have an account: members sign in under --public-address, which is https:// and leads to a reverse proxy in front; several such processes stand beside each other, and each knows the sessions of the others. onrecord team invite makes the first account. --oidc names a file that describes how members sign in with their organisation’s own sign-in, beside passphrases and passkeys.',
  args: [],
  options: [
    ['--port <number>', 'a port of your own choice; any free one otherwise'],
    ['--by <name>', 'who decides (else ONRECORD_AGENT, else asked for in the page)'],
    MEMBER_FOLDER,
    OPERATIONS,
    ['--drain <seconds>', 'say that it is ending for so long before it ends (0 when not given; 600 at most)'],
    ['--team', 'serve the members of a team; needs --database and --public-address'],
    ['--public-address <address>', 'with --team: https:// and the name under which they reach it'],
    [
      '--listen <address>',
      'with --team: address of this machine that the proxy asks (127.0.0.1 when not given)',
    ],
    ['--proxy-header <name>', 'with --team: header in which the proxy names where a request comes from'],
    ['--oidc <file>', 'with --team: JSON that describes the organisation’s own sign-in (OpenID Connect)'],
    ['--log', 'one line of JSON for each answer, on standard error'],
  ],
  examples: [
    ['onrecord serve --by "A. Archivist"', 'opens the desk; every decision bears that name'],
    [
      'onrecord serve --team --public-address https://desk.example --port 8080 --proxy-header x-forwarded-for',
      'serves a team behind a proxy',
    ],
  ],
  usesVault: true,
  async run(call) {
    const { options, terminal } = call;
    const port = portOf(call);
    const desk = await call.open('try-write');
    const drain = drainOf(call);
    const operations = await operationsOf(options, { desk, queue: null, name: 'serve' });
    const told = {
      port,
      onAnswered: (answer: Answered) => {
        operations?.answered(answer);
        if (options.log === true) terminal.err(answerLine(answer, new Date()));
      },
      onUnexpected: (kind: string) => terminal.err(`onrecord: something went wrong in the desk (${kind}).`),
    };
    const drained = async (): Promise<void> => {
      operations?.drain();
      await pause(drain * 1000);
    };
    if (options.team === true)
      await keepServing(await serveTeam(desk, { ...told, ...teamOf(call) }), terminal, drained);
    else {
      const by = typeof options.by === 'string' ? options.by : process.env.ONRECORD_AGENT || null;
      await keepServing(
        await serveDesk(desk, { ...told, by, memberFolder: memberFolderOf(options) }),
        terminal,
        drained,
      );
    }
    await operations?.close();
    return EXIT.ok;
  },
};

/** What a team's server is told. */
function teamOf({ options }: Call) {
  const { publicAddress, listen, proxyHeader, oidc } = options;
  if (typeof publicAddress !== 'string') throw usageError('--team needs --public-address https://…', 'serve');
  if (proxyHeader !== undefined && !/^[a-z0-9-]{1,60}$/iu.test(String(proxyHeader)))
    throw usageError('--proxy-header must be the name of a header', 'serve');
  return {
    publicAddress,
    listen: typeof listen === 'string' ? listen : '127.0.0.1',
    proxyHeader: typeof proxyHeader === 'string' ? proxyHeader : null,
    oidc: typeof oidc === 'string' ? oidc : null,
  };
}

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
