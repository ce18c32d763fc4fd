/** `onrecord checkpoint`: hands out the signed head of the log, and keeps what witnesses signed. */
import type { VerifyTools } from '../compose.ts';
import { MACHINE } from '../desk/desk.ts';
import { writePackage } from '../desk/package/write-package.ts';
import { reviewerName } from '../desk/reviewer.ts';
import { type CheckpointOut, checkpointOut, logHandOut } from '../desk/witness/hand-out-checkpoint.ts';
import { logTiles } from '../desk/witness/log-tiles.ts';
import { takeCosignatures } from '../desk/witness/take-cosignature.ts';
import { forgetWitness, rememberWitness } from '../desk/witness/witness-list.ts';
import { type Call, type CommandFile, usageError } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { BY, byOf, wordsOf } from './figure-options.ts';
import { placeFlags } from './place-flags.ts';
import { counted, para } from './words.ts';

export const checkpoint: CommandFile = {
  name: 'checkpoint',
  summary: 'hand out the signed head of the log; take witnesses in',
  description:
    'Prints or writes the signed head of the log, for witnesses with the proof that the log grew from what each saw last. It holds no word of the record: a name of the log, a number of entries and a hash, signed. Whoever keeps it can show later that nothing it covers was changed. It is logged before it leaves. A partner organisation is named once as a witness, with the key that its vault prints (onrecord witness); it cosigns the file, and --import checks and keeps what came back.',
  args: [],
  options: [
    ['--out <file>', 'write it to this file; one for each group of witnesses that saw the same'],
    ['--to <name>', 'for whom; it stays in the log'],
    ['--from <entries>', 'prove that the log grew from this size, whatever the log knows of witnesses'],
    [
      '--tiles <folder>',
      'write the whole log as static files for a mirror: hashes and commitments, no word of it',
    ],
    ['--witness <vkey>', 'name a witness by its verifier key'],
    ['--name <name>', 'what the witness is called'],
    ['--forget <name>', 'count this witness no more; what it signed stays'],
    ['--import <file...>', 'check what witnesses gave back, and log it'],
    BY,
  ],
  examples: [
    ['onrecord checkpoint --out kessar-checkpoint.txt', 'writes the file that witnesses sign'],
    ['onrecord checkpoint --witness onrecord.log/…/witness+… --name "Partner Archive"', 'names a witness'],
    ['onrecord checkpoint --import kessar-checkpoint.cosigned.txt', 'keeps what the partner signed'],
  ],
  usesVault: true,
  run,
};

async function run(call: Call): Promise<ExitCode> {
  const { options } = call;
  const ways = [options.witness, options.forget, options.import, options.tiles].filter(
    (one) => one !== undefined,
  );
  const handsOut = [options.out, options.to, options.from].some((one) => one !== undefined);
  if (ways.length > 1 || (ways.length > 0 && handsOut))
    throw usageError(
      'Do one thing at a time: hand out, --tiles, --witness, --forget or --import',
      'checkpoint',
    );
  if ((options.witness === undefined) !== (options.name === undefined))
    throw usageError('--witness VKEY and --name NAME belong together', 'checkpoint');
  if (options.witness !== undefined || options.forget !== undefined) return changeWitnesses(call);
  if (options.tiles !== undefined) return writeTiles(call);
  const { verifyTools } = await import('../compose.ts');
  const tools = await verifyTools();
  return options.import === undefined ? handOut(call, tools) : takeIn(call, tools);
}

/** Handing out decides nothing, so the program's own name will do when none is given. */
function agentOf({ options }: Call): string {
  const by = byOf(options);
  return by === null ? MACHINE : reviewerName(by);
}

async function changeWitnesses(call: Call): Promise<ExitCode> {
  const { options, terminal } = call;
  const agent = agentOf(call);
  const desk = await call.open('write');
  const [vkey, name, forget] = [
    wordsOf(options, 'witness'),
    wordsOf(options, 'name'),
    wordsOf(options, 'forget'),
  ];
  const witnesses =
    forget === null
      ? await rememberWitness(desk, { name: name ?? '', vkey: vkey ?? '' }, agent)
      : await forgetWitness(desk, forget, agent);
  if (terminal.json) terminal.outJson({ witnesses });
  else {
    const told =
      witnesses.length === 0
        ? 'This record names no witness.'
        : `This record names ${counted(witnesses.length, 'witness', 'witnesses')}: ${witnesses.map((one) => one.name).join(', ')}.`;
    terminal.out(...para(told, terminal.paper));
    if (forget === null) {
      terminal.out(
        ...para('Tell the partner the key of your log by another way than the files:', terminal.paper),
      );
      terminal.out(desk.store.identity.vkey);
    }
  }
  return EXIT.ok;
}

async function writeTiles(call: Call): Promise<ExitCode> {
  const { terminal, options } = call;
  const desk = await call.open('write');
  const { openPackages } = await import('../compose.ts');
  const [folder, made] = [await openPackages(), await logTiles(desk.store)];
  await logHandOut(
    desk,
    { size: made.size, checkpoint: made.checkpoint, files: [] },
    { to: wordsOf(options, 'to'), agent: agentOf(call) },
  );
  const written = await writePackage(folder, String(options.tiles), made.files);
  if (terminal.json) terminal.outJson({ folder: written, size: made.size, files: made.files.size });
  else
    terminal.out(
      ...para(
        `The log of ${counted(made.size, 'entry', 'entries')} in ${counted(made.files.size, 'file')}: ${written}`,
        terminal.paper,
      ),
      ...para(
        'They show how many entries there are, when they were made and of which kind; nothing of what they say.',
        terminal.paper,
      ),
    );
  return EXIT.ok;
}

async function handOut(call: Call, tools: VerifyTools): Promise<ExitCode> {
  const { options } = call;
  const [agent, from] = [agentOf(call), fromOf(options.from)];
  const desk = await call.open('write');
  const made = await checkpointOut(desk.store, from);
  const out = wordsOf(options, 'out');
  const staged = [];
  try {
    for (const [index, file] of made.files.entries())
      if (out !== null)
        staged.push(
          await tools.files.stage(nameOf(out, index, made.files.length), new TextEncoder().encode(file.text)),
        );
    await logHandOut(desk, made, { to: wordsOf(options, 'to'), agent });
    for (const file of staged) await file.keep();
  } catch (error) {
    for (const file of staged) await file.drop();
    throw error;
  }
  tell(
    call,
    made,
    staged.map(({ path }) => path),
  );
  return EXIT.ok;
}

function fromOf(value: unknown): number | null {
  if (value === undefined) return null;
  if (/^\d{1,15}$/u.test(String(value))) return Number(value);
  throw usageError('--from takes a number of entries', 'checkpoint');
}

/** "kessar.txt", "kessar-2.txt" … */
function nameOf(out: string, index: number, many: number): string {
  if (many === 1 || index === 0) return out;
  const dot = out.lastIndexOf('.');
  const at = dot > Math.max(out.lastIndexOf('/'), out.lastIndexOf('\\')) + 1 ? dot : out.length;
  return `${out.slice(0, at)}-${index + 1}${out.slice(at)}`;
}

function tell(call: Call, { size, checkpoint: note, files }: CheckpointOut, paths: readonly string[]): void {
  const { terminal } = call;
  if (terminal.json) {
    const told = files.map(({ witnesses, old, text }, index) => ({
      witnesses,
      old,
      path: paths[index] ?? null,
      text,
    }));
    terminal.outJson({ size, checkpoint: note, files: told });
    return;
  }
  if (paths.length === 0) {
    // Exactly the bytes of the request, so that it may be piped into a file.
    for (const { text } of files) terminal.out(...text.replace(/\n$/u, '').split('\n'));
    return;
  }
  for (const [index, { witnesses }] of files.entries()) {
    const whom = witnesses.length === 0 ? 'for whoever keeps it' : `for ${witnesses.join(', ')}`;
    terminal.out(...para(`${whom}:`, terminal.paper), paths[index] ?? '');
  }
  terminal.out(
    ...para(
      `Covers ${counted(size, 'entry', 'entries')}. A witness signs it with: onrecord witness FILE. Keep one where nobody who can write to this vault can: onrecord verify FILE${placeFlags(call)} holds the log to it.`,
      terminal.paper,
    ),
  );
}

async function takeIn(call: Call, tools: VerifyTools): Promise<ExitCode> {
  const { options, terminal } = call;
  const agent = agentOf(call);
  const desk = await call.open('write');
  const taken = [];
  for (const path of Array.isArray(options.import) ? options.import : [options.import]) {
    const shownAs = String(path);
    taken.push(
      ...(await takeCosignatures(desk, { shownAs, content: await tools.files.read(shownAs), agent })),
    );
  }
  if (terminal.json) terminal.outJson({ taken });
  else
    for (const { witness, at, size, entry, known, clockSentence } of taken) {
      const where = known ? `stood in the log already (entry ${entry})` : `is entry ${entry} of the log`;
      terminal.out(
        ...para(`${witness} vouches for the first ${size} entries at ${at}; this ${where}.`, terminal.paper),
        ...(clockSentence === null ? [] : para(clockSentence, terminal.paper)),
      );
    }
  return EXIT.ok;
}
