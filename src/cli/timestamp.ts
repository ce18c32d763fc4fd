/**
 * `onrecord timestamp`: has time-stamp authorities stamp the head of the log, and retries what waits. Says whom it
 * contacts before it does. What it needs of the record is handed in by compose.ts.
 */
import { openFiles, type TimestampRoom } from '../compose.ts';
import { OnRecordError } from '../desk/desk.ts';
import { type AuthorityWish, changeAuthorities, type TimeAuthority } from '../desk/time-authorities.ts';
import { timestampCheckpoints } from '../desk/timestamp-checkpoint.ts';
import { type Call, type CommandFile, type Options, usageError } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { listenForStop } from './stop-signal.ts';
import { askingLines, reportLines } from './timestamp-lines.ts';
import { para } from './words.ts';

/** Milliseconds that an authority may take. */
const TIMEOUT = 20_000;
const ROOT_MIB = 1;

/**
 * The command over whatever opens its room.
 *
 * @example
 * runCommand(timestampCommand((call) => openTimestampRoom(call)), []);
 */
export function timestampCommand(open: (call: Call) => Promise<TimestampRoom>): CommandFile {
  return {
    name: 'timestamp',
    summary: 'have time authorities stamp the log',
    description:
      'Sends the hash of the signed head of the log to time-stamp authorities (RFC 3161), checks what they answer, and keeps the tokens in the log: they show later that everything up to there existed at that time. An authority sees a hash, a random number and the network address of this computer, nothing of the record. An authority named once is asked every time. What could not be stamped, for want of a network or of an answer, waits: run the command again. An authority whose root certificate is not among the publicly trusted ones is refused until its root is given. Whether a certificate was revoked is not checked. Exit code 3 when something could not be stamped.',
    args: [],
    options: [
      ['--authority <url...>', 'ask these too, from now on'],
      ['--root <file.pem...>', 'trust the authorities named here by these root certificates alone'],
      ['--forget <url...>', 'ask these no more; their tokens stay'],
    ],
    examples: [
      ['onrecord timestamp --authority http://timestamp.digicert.com', 'names an authority and asks it'],
      ['onrecord timestamp', 'asks all authorities named before, and retries what waits'],
      [
        'onrecord timestamp --authority https://freetsa.org/tsr --root freetsa-root.pem',
        'names one with a root of its own',
      ],
    ],
    usesVault: true,
    run: (call) => run(call, open),
  };
}

async function run(call: Call, open: (call: Call) => Promise<TimestampRoom>): Promise<ExitCode> {
  const { terminal } = call;
  const wish = await wishOf(call.options);
  const room = await open(call);
  const authorities = await authoritiesOf(room, wish);
  if (authorities.length === 0) {
    if (wish.forget.length === 0)
      throw usageError('No time-stamp authority is named yet: name one with --authority URL', 'timestamp');
    terminal.out(
      ...para('No authority is left: nothing will be stamped until one is named.', terminal.paper),
    );
    return EXIT.ok;
  }
  const stop = listenForStop(() => terminal.err('Stopping: what has no token yet waits …'));
  try {
    const report = await timestampCheckpoints(room, {
      authorities,
      timeoutMs: TIMEOUT,
      signal: stop.signal,
      onAsk: (waiting) => terminal.err(...askingLines(waiting, terminal.paper)),
    });
    if (terminal.json) terminal.outJson({ authorities: authorities.map(({ url }) => url), ...report });
    else terminal.out(...reportLines(report, call, terminal.paper));
    return report.waiting.length === 0 ? EXIT.ok : EXIT.someFailed;
  } finally {
    stop.release();
  }
}

async function authoritiesOf(room: TimestampRoom, wish: AuthorityWish): Promise<readonly TimeAuthority[]> {
  const known = await room.authorities();
  const wanted = changeAuthorities(known, wish);
  if (JSON.stringify(wanted) !== JSON.stringify(known)) await room.remember(wanted);
  return wanted;
}

async function wishOf(options: Options): Promise<AuthorityWish> {
  const list = (value: Options[string]): readonly string[] => (Array.isArray(value) ? value : []);
  const files = list(options.root);
  return {
    add: list(options.authority),
    forget: list(options.forget),
    rootsPem: files.length === 0 ? null : await textOf(files),
  };
}

/** The text of all files; one that is no text has no certificate in it, which is said then. */
async function textOf(paths: readonly string[]): Promise<string> {
  const files = await openFiles({ leaveOut: [], mostMib: ROOT_MIB });
  const texts: string[] = [];
  for await (const found of files.find(paths)) {
    if (found.found === 'problem')
      throw new OnRecordError(found.problem.code, found.problem.message, { subject: found.problem.shownAs });
    texts.push(new TextDecoder('latin1').decode(await found.file.read()));
  }
  return texts.join('\n');
}
