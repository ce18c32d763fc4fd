/** `onrecord witness`: vouches for the log of a partner organisation, in this organisation's own vault. */
import { reviewerName } from '../desk/reviewer.ts';
import { checkpointFile } from '../desk/verify/signed-checkpoint.ts';
import { cosignCheckpoint, witnessedLogs } from '../desk/witness/cosign-checkpoint.ts';
import { type Call, type CommandFile, usageError } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { BY, byOf, wordsOf } from './figure-options.ts';
import { counted, para } from './words.ts';

export const witness: CommandFile = {
  name: 'witness',
  summary: 'vouch for the log of a partner, or print your witness key',
  description:
    'With a file that a partner wrote with "onrecord checkpoint", it checks that the log goes on from what this vault saw of it last, cosigns it and writes the cosigned file, to be sent back. The first time, the key of that log must be given, learned by another way than the file; from then on it is pinned. It refuses a log that forked (two valid heads) or was rolled back, and says so: tell everybody who relies on that log. Without a file it prints the witness key of this vault, which the partner needs once, and what was witnessed so far. A witness learns the name of the log, a number of entries and a hash, nothing of the record.',
  args: [['[file]', 'the checkpoint that the partner handed out']],
  options: [
    ['--log-key <vkey>', 'key of the partner’s log; needed the first time'],
    ['--out <file>', 'where to write the cosigned file (beside the first when not given)'],
    BY,
  ],
  examples: [
    ['onrecord witness', 'prints the key that partners need'],
    [
      'onrecord witness kessar-checkpoint.txt --log-key onrecord.log/…+… --by "W. Witness"',
      'vouches for a log for the first time',
    ],
  ],
  usesVault: true,
  run: (call) => (call.args[0] === undefined ? tellKey(call) : vouch(call, call.args[0])),
};

async function tellKey(call: Call): Promise<ExitCode> {
  const { terminal, options } = call;
  if (options.logKey !== undefined || options.out !== undefined)
    throw usageError('Name the file with the checkpoint', 'witness');
  const desk = await call.open('read');
  const [{ vkey }, logs] = [desk.cosigning, await witnessedLogs(desk.store)];
  if (terminal.json) {
    terminal.outJson({ key: vkey, logs });
    return EXIT.ok;
  }
  terminal.out(
    ...para(
      'The witness key of this vault. Tell it to the partner by another way than the files, in person or by telephone:',
      terminal.paper,
    ),
    vkey,
  );
  for (const { origin, size, at, entry } of logs)
    terminal.out(
      ...para(
        `Witnessed: ${origin}, ${counted(size, 'entry', 'entries')}, on ${at} (entry ${entry} of this vault).`,
        terminal.paper,
      ),
    );
  return EXIT.ok;
}

async function vouch(call: Call, path: string): Promise<ExitCode> {
  const { terminal, options } = call;
  const agent = reviewerName(byOf(options));
  const { verifyTools } = await import('../compose.ts');
  const { files } = await verifyTools();
  const file = checkpointFile(path, await files.read(path));
  const desk = await call.open('write');
  const target = wordsOf(options, 'out') ?? `${path.replace(/\.txt$/u, '')}.cosigned.txt`;
  // A name that cannot be written is found out before anything is vouched for.
  const probe = await files.stage(target, new Uint8Array());
  await probe.drop();
  const order = { file, logKey: wordsOf(options, 'logKey'), agent };
  const done = await cosignCheckpoint(desk, order);
  const staged = await files.stage(target, new TextEncoder().encode(done.checkpoint));
  await staged.keep();
  if (terminal.json) {
    terminal.outJson({ ...done, path: staged.path });
    return EXIT.ok;
  }
  const grown =
    done.before === null
      ? 'It was never witnessed here before; its key is pinned from now on.'
      : `It goes on from the ${counted(done.before, 'entry', 'entries')} that this vault vouched for before.`;
  terminal.out(
    ...para(`${done.origin}: ${counted(done.size, 'entry', 'entries')}. ${grown}`, terminal.paper),
    ...para('Cosigned. Send this file back to the partner:', terminal.paper),
    staged.path,
  );
  return EXIT.ok;
}
