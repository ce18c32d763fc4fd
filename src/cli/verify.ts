/** `onrecord verify`: checks a vault, one source, an exported package, or checkpoints that were kept elsewhere. */
import type { OpenDesk, VerifyTools } from '../compose.ts';
import { OnRecordError } from '../desk/desk.ts';
import { checkpointFile, readLogKey } from '../desk/verify/signed-checkpoint.ts';
import {
  type CheckpointReport,
  verifyCheckpoint,
  verifyTwoCheckpoints,
} from '../desk/verify/verify-checkpoint.ts';
import { verifySource } from '../desk/verify/verify-source.ts';
import { verifyPackage } from '../exchange/custody-package/verify-package.ts';
import { type Call, type CommandFile, usageError } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { BY, wordsOf } from './figure-options.ts';
import { placeFlags } from './place-flags.ts';
import { sourceLines } from './verify-lines.ts';
import { packageLines } from './verify-package-lines.ts';
import { verifyWhole } from './verify-whole.ts';
import { para } from './words.ts';

export const verify: CommandFile = {
  name: 'verify',
  summary: 'check a vault, a source, a package or checkpoints',
  description:
    'Without an argument it checks the whole vault: stored bytes against their hashes, the log against its proof tree and every checkpoint that left the vault, time-stamps and cosignatures, the tables against the log, the texts against the bytes they were read from, and every quoted passage against its text; and it sets the times that were claimed beside those that are proved. With a source it checks that one, down to its leaves in the signed proof tree. With a folder or .zip it checks an exported package or a release, for which it needs no vault; with --known it refuses one whose log does not go on from the heads that you kept. With a checkpoint that was kept elsewhere it says whether the log of this vault goes on from it; with two, whether both can belong to one log. Changes nothing unless --log is given. Exit code 6 when anything differs.',
  args: [['[what...]', 'a source, a package (folder or .zip), or one or two files with checkpoints']],
  options: [
    ['--log', 'write the result of a check of the vault into its log'],
    ['--watch <hours>', 'check the vault now and every so many hours, and log each check, until Ctrl-C'],
    ['--once-if-due <hours>', 'check and log only when the last logged check is older; for cron'],
    ['--log-key <vkey>', 'for packages and checkpoints: the key of the log, learned by another way'],
    ['--known <file...>', 'for packages: heads of the log that you kept; the package must go on from each'],
    ['--witness <vkey...>', 'for packages: keys of witnesses, one of whom must have seen its entries'],
    ['--root <file.pem...>', 'for packages: trust time-stamp authorities by these root certificates alone'],
    BY,
  ],
  examples: [
    ['onrecord verify --json', 'prints every difference for a program'],
    ['onrecord verify src_7d2kq', 'checks one source and prints the interval of its entries'],
    ['onrecord verify ./for-the-court --log-key onrecord.log/…+…', 'checks a package that was handed over'],
    [
      'onrecord verify ./spring --known kept-2031-04.txt',
      'checks a release, and that its log is the one you know',
    ],
    ['onrecord verify kept-2031-04.txt', 'says whether the log goes on from a checkpoint that was kept'],
    ['onrecord verify --once-if-due 24', 'in a crontab: checks once a day and logs it'],
  ],
  usesVault: true,
  run,
};

async function run(call: Call): Promise<ExitCode> {
  const { args } = call;
  const { verifyTools } = await import('../compose.ts');
  const tools = await verifyTools();
  if (args.length > 2) throw usageError('Give one thing, or two checkpoints', 'verify');
  const [first, second] = args;
  if (first === undefined) {
    refuseFlags(call, ['logKey', 'root', 'known', 'witness'], 'is for packages and checkpoints');
    return verifyWhole(call, tools);
  }
  refuseFlags(call, ['log', 'watch', 'onceIfDue'], 'is for a check of the whole vault');
  if (second !== undefined) return verifyBoth(call, tools, [first, second]);
  const lies = /^src_/u.test(first) ? null : await tools.whatLies(first);
  if (lies === 'vault')
    throw usageError(
      `${first} is a vault. Check it with: onrecord verify${placeFlags({ vault: first, database: call.database })}`,
      'verify',
    );
  if (lies === 'folder' || lies === 'zip') return verifyHandedOver(call, tools, first);
  refuseFlags(call, ['root', 'known', 'witness'], 'is for packages');
  if (lies === 'file') return verifyOne(call, tools, first);
  refuseFlags(call, ['logKey'], 'is for packages and checkpoints');
  return verifyOneSource(call, tools, first);
}

const FLAGS: Readonly<Record<string, string>> = {
  log: '--log',
  watch: '--watch',
  onceIfDue: '--once-if-due',
  logKey: '--log-key',
  root: '--root',
  known: '--known',
  witness: '--witness',
};

function refuseFlags({ options }: Call, names: readonly string[], why: string): void {
  const given = names.find((name) => options[name] !== undefined);
  if (given !== undefined) throw usageError(`${FLAGS[given] ?? given} ${why}`, 'verify');
}

async function verifyOneSource(call: Call, tools: VerifyTools, asked: string): Promise<ExitCode> {
  const { terminal } = call;
  if (!/^(?:src_)?[0-9a-hjkmnp-tv-z]{1,26}$/iu.test(asked))
    throw new OnRecordError(
      'not-found',
      `There is no file or folder ${asked}, and it is no id of a source. Sources are listed by: onrecord show --sources${placeFlags(call)}`,
      { subject: asked },
    );
  const desk = await call.open('read');
  const reader = await tools.reader();
  try {
    const report = await verifySource(desk, asked, { reader, publicRoots: await tools.publicRoots() });
    const ok = report.faults.length === 0;
    if (terminal.json) terminal.outJson({ ok, ...report });
    else terminal.out(...sourceLines(report, call, terminal.paper));
    return ok ? EXIT.ok : EXIT.differs;
  } finally {
    await reader.close();
  }
}

async function verifyHandedOver(call: Call, tools: VerifyTools, path: string): Promise<ExitCode> {
  const { terminal, options } = call;
  const logKey = wordsOf(options, 'logKey');
  if (logKey !== null) readLogKey(logKey);
  const files = await (await tools.packages()).open(path);
  try {
    const rootsPem = await rootsOf(tools, options.root);
    const known: string[] = [];
    for (const one of listOf(options.known))
      known.push(new TextDecoder().decode(await tools.files.read(one)));
    const witnessKeys = listOf(options.witness);
    const trust = { logKey: logKey?.trim() ?? null, rootsPem, known, witnessKeys };
    const report = await verifyPackage(files, trust);
    const ok = report.faults.length === 0;
    if (terminal.json) terminal.outJson({ ok, ...report });
    else terminal.out(...packageLines(report, { pinned: logKey !== null, paper: terminal.paper }));
    return ok ? EXIT.ok : EXIT.differs;
  } finally {
    await files.close();
  }
}

function listOf(given: Call['options'][string]): readonly string[] {
  return Array.isArray(given) ? given.map(String) : [];
}

async function rootsOf(tools: VerifyTools, given: Call['options'][string]): Promise<string | null> {
  if (!Array.isArray(given)) return null;
  const texts: string[] = [];
  for (const path of given)
    texts.push(new TextDecoder('latin1').decode(await tools.files.read(String(path))));
  return texts.join('\n');
}

async function verifyOne(call: Call, tools: VerifyTools, path: string): Promise<ExitCode> {
  const file = checkpointFile(path, await tools.files.read(path));
  const desk = await call.open('read');
  const given = wordsOf(call.options, 'logKey');
  const key = readLogKey(given ?? desk.store.identity.vkey);
  return tellVerdict(call, await verifyCheckpoint(file, { key, store: ofLog(desk, given) }));
}

/** A vault of another log than the one that is asked about says nothing. */
function ofLog(desk: OpenDesk, given: string | null): OpenDesk['store'] {
  if (given === null || given.trim() === desk.store.identity.vkey) return desk.store;
  throw usageError(
    `The vault ${desk.dir} keeps another log than the one of --log-key: its key is ${desk.store.identity.vkey}. Name the right vault with --vault`,
    'verify',
  );
}

async function verifyBoth(
  call: Call,
  tools: VerifyTools,
  paths: readonly [string, string],
): Promise<ExitCode> {
  refuseFlags(call, ['root', 'known', 'witness'], 'is for packages');
  const [first, second] = [await tools.files.read(paths[0]), await tools.files.read(paths[1])];
  const files = [checkpointFile(paths[0], first), checkpointFile(paths[1], second)] as const;
  const given = wordsOf(call.options, 'logKey');
  const named = call.options.vault !== undefined || (process.env.ONRECORD_VAULT ?? '') !== '';
  // With a key at hand no passphrase is asked for, unless the person names the vault.
  const desk = given !== null && !named ? null : await vaultAtHand(call);
  const store = desk === null ? null : ofLog(desk, given);
  const key = readLogKey(given ?? store?.identity.vkey ?? '');
  return tellVerdict(call, await verifyTwoCheckpoints(files, { key, store }));
}

async function vaultAtHand(call: Call): Promise<OpenDesk> {
  try {
    return await call.open('read');
  } catch (error) {
    if (!(error instanceof OnRecordError) || error.code !== 'no-vault') throw error;
    throw usageError(
      'Whose signature it should be is not known: name the vault with --vault, or give the key of the log with --log-key',
      'verify',
    );
  }
}

function tellVerdict({ terminal }: Call, report: CheckpointReport): ExitCode {
  const ok = report.verdict === 'consistent';
  if (terminal.json) terminal.outJson({ ok, ...report });
  else {
    const signs = report.checkpoints.flatMap(({ shownAs, size, cosigned }) =>
      cosigned.map(({ name, at }) => `${shownAs}, ${size} entries: cosigned by ${name} at ${at}.`),
    );
    for (const sentence of [...report.sentences.map((one) => (ok ? one : `✗ ${one}`)), ...signs])
      terminal.out(...para(sentence, terminal.paper));
  }
  return ok ? EXIT.ok : EXIT.differs;
}
