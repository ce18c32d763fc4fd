/** `onrecord demo`: the whole way of a report through onrecord, on the examples or on a person's own files. */
import {
  exampleIds,
  exampleReports,
  freshExampleVault,
  loadDossierAssets,
  loadVaultKeys,
  makeVault,
  type OpenDesk,
  openDesk,
  openFiles,
  openOutput,
  openReader,
  openReaders,
  programVersion,
  readMapShapes,
  serveDesk,
} from '../compose.ts';
import { buildDossier, type DossierOutcome } from '../desk/build-dossier.ts';
import { type CaptureEvent, captureSources } from '../desk/capture-sources.ts';
import { MACHINE, OnRecordError } from '../desk/desk.ts';
import { idLetters } from '../desk/find-by-id.ts';
import { type GivenMetadata, NOTHING_GIVEN } from '../desk/given-metadata.ts';
import { proposeClaims } from '../desk/propose-claims.ts';
import { showRecord } from '../desk/show-record.ts';
import { askPassphrase } from './ask-passphrase.ts';
import { captureReport } from './capture-report.ts';
import type { Call, CommandFile } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { keepServing } from './keep-serving.ts';
import { overviewLines } from './overview-lines.ts';
import { ink, oneLine } from './paper.ts';
import { type Place, placeFlags } from './place-flags.ts';
import { openProgress } from './progress.ts';
import { recoveryKeyLines } from './recovery-key-lines.ts';
import { refuseUnwritable, sayNotEncrypted } from './run-command.ts';
import { openMaster } from './vault-secret.ts';
import { counted, heading, para } from './words.ts';

const EXAMPLE_VAULT = './example-vault';
const EXAMPLE_DOSSIER = './example-dossier';

export const demo: CommandFile = {
  name: 'demo',
  summary: 'the whole way on the example reports, or on FILE…',
  description:
    'Makes a vault, captures, proposes, prints the record, writes a dossier, and then serves the desk in your browser until Ctrl-C (--once: not). Without files it does so on the example reports: fictional reports about an invented country, in ./example-vault and ./example-dossier, made anew each time. With files, in ./onrecord-vault (or --vault) and ./onrecord-dossier, where they stay. What is printed are machine proposals that nobody has reviewed, and it says so. Nothing here uses the network.',
  args: [['[file...]', 'your own files, folders or globs; the examples when none are given']],
  options: [
    ['--out <folder>', 'where to write the dossier'],
    ['--no-encryption', 'make the vault for your own files in clear'],
    ['--once', 'print only; do not serve the desk afterwards'],
  ],
  examples: [
    ['onrecord demo', 'shows what onrecord is for, on fictional reports'],
    ['npm start -- reports/', 'does the same on your own files'],
  ],
  usesVault: true,
  async run(call) {
    const own = call.args.length > 0;
    const { vault, master } = await vaultFor(call, own);
    const desk = await openDesk(vault, {
      readOnly: false,
      master,
      database: own ? call.database : null,
      ...(own ? {} : { newId: await exampleIds() }),
    });
    master?.fill(0);
    if (!desk.encrypted) sayNotEncrypted(call.terminal);
    try {
      refuseUnwritable(desk);
      const inputs = own ? call.args : [await exampleReports()];
      const captured = await captureAll(call, desk, { inputs, own });
      await proposeAll(call, desk);
      const exit = await present(call, desk, { own, vault, captured });
      if (call.options.once !== true && !call.terminal.json) await openForReading(call, desk);
      return exit;
    } finally {
      await desk.close();
    }
  },
};

async function openForReading({ terminal }: Call, desk: OpenDesk): Promise<void> {
  const onUnexpected = (kind: string): void =>
    terminal.err(`onrecord: something went wrong in the desk (${kind}).`);
  const by = process.env.ONRECORD_AGENT || null;
  await keepServing(await serveDesk(desk, { port: 0, by, memberFolder: null, onUnexpected }), terminal);
}

interface DemoVault {
  readonly vault: string;
  readonly master: Uint8Array | null;
}

async function vaultFor(call: Call, own: boolean): Promise<DemoVault> {
  const { vault, options, terminal } = call;
  if (!own) {
    const folder = typeof options.vault === 'string' ? options.vault : EXAMPLE_VAULT;
    return { vault: await freshExampleVault(folder), master: null };
  }
  const keys = await loadVaultKeys();
  try {
    await keys.describe(vault);
    return { vault, master: await openMaster(keys, call) };
  } catch (error) {
    if (!(error instanceof OnRecordError && error.code === 'no-vault')) throw error;
  }
  if (options.encryption === false)
    return {
      vault: (await makeVault(vault, { kind: 'none' }, { database: call.database })).dir,
      master: null,
    };
  const { source } = keys;
  const { passphrase } = await askPassphrase({ source, options, terminal, vault, kind: 'first' });
  const made = await makeVault(vault, { kind: 'passphrase', passphrase }, { database: call.database });
  if (made.recoveryKey !== null) terminal.err(...recoveryKeyLines(made.recoveryKey, terminal), '');
  return { vault: made.dir, master: made.master };
}

interface Captured {
  readonly events: readonly CaptureEvent[];
  readonly exit: ExitCode;
}

/** The examples are invented and lie open: all of them may be published. A person's own files are internal. */
const OPEN: GivenMetadata = { ...NOTHING_GIVEN, handling: 'public' };

async function captureAll(
  call: Call,
  desk: OpenDesk,
  { inputs, own }: { readonly inputs: readonly string[]; readonly own: boolean },
): Promise<Captured> {
  const quiet = { ...call.terminal, out: () => undefined, outJson: () => undefined };
  const report = captureReport(quiet, call);
  const reader = await openReader();
  const events: CaptureEvent[] = [];
  try {
    const files = await openFiles({ leaveOut: [desk.dir], mostMib: null });
    for await (const event of captureSources(desk, inputs, {
      files,
      reader,
      ...(own ? {} : { given: OPEN }),
    })) {
      events.push(event);
      report.event(quietEvent(event));
    }
  } finally {
    await reader.close();
  }
  return { events, exit: report.end() };
}

/** What is no failure is told at the end, or in capture: the first screen is for the record. */
function quietEvent(event: CaptureEvent): CaptureEvent {
  return event.state === 'captured' ? { ...event, documents: [] } : event;
}

async function proposeAll({ terminal }: Call, desk: OpenDesk): Promise<void> {
  const progress = openProgress(terminal, () => performance.now());
  const readers = await openReaders(null);
  try {
    for await (const event of proposeClaims(desk, readers)) {
      const title = oneLine(event.title ?? 'untitled');
      if (event.notRead !== null) progress.keep(`✗ ${title}: ${event.notRead}`);
      progress.tell(`${event.done} of ${event.total} texts read — ${title}`);
    }
  } finally {
    progress.end();
    await readers.close();
  }
}

interface Done {
  readonly own: boolean;
  readonly vault: string;
  readonly captured: Captured;
}

async function present(call: Call, desk: OpenDesk, done: Done): Promise<ExitCode> {
  const { terminal } = call;
  const view = await showRecord(desk, { includeProposed: true });
  const dossier = await writeDossier(call, desk, done.own);
  const failed = done.captured.events.filter(({ state }) => state === 'failed').length;
  if (terminal.json) {
    terminal.outJson({ vault: desk.dir, dossier, failed, record: view });
    return done.captured.exit;
  }
  const { paper } = terminal;
  const page = { paper, letters: idLetters(view.counts) };
  const what = done.own ? 'Your files' : 'The example reports (a fictional campaign in an invented country)';
  terminal.out(...para(`${what}: ${counted(done.captured.events.length, 'file')}.`, paper));
  terminal.out(
    ...overviewLines(view, page, { figures: 6, others: 4, responses: 6, place: placeOf(call, done.own) }),
  );
  terminal.out(
    ...nextLines(call, {
      ...done,
      waiting: view.counts.claims.proposed,
      accepted: view.counts.claims.accepted,
    }),
  );
  terminal.out('', 'The dossier, with the exact words behind every figure:', dossier.page);
  return failed > 0 && done.captured.exit === EXIT.ok ? EXIT.someFailed : done.captured.exit;
}

async function writeDossier(call: Call, desk: OpenDesk, own: boolean): Promise<DossierOutcome> {
  const [assets, output, version] = await Promise.all([loadDossierAssets(), openOutput(), programVersion()]);
  const given = call.options.out;
  const folder = typeof given === 'string' ? given : own ? './onrecord-dossier' : EXAMPLE_DOSSIER;
  return buildDossier(desk, {
    folder,
    includeProposed: true,
    title: null,
    version,
    assets,
    shapes: readMapShapes,
    output,
    log: MACHINE,
  });
}

function nextLines(call: Call, done: Done & { waiting: number; accepted: number }): string[] {
  const { paper } = call.terminal;
  const flag = placeFlags(placeOf(call, done.own));
  const known =
    done.accepted === 0 ? 'Nobody has reviewed anything above' : 'Nobody has reviewed most of the above';
  const warning = `${known}: a machine proposed ${counted(done.waiting, 'claim')}. Some will be wrong. Nothing counts until a person has read the words and accepted them.`;
  return [
    ...heading('Not reviewed', paper),
    ...para(warning, paper).map((line) => ink(paper, 'warn', line)),
    '',
    `  $ npx onrecord claims --include-proposed${flag}`,
    `  $ npx onrecord accept CLAIM --by "YOUR NAME"${flag}`,
    `  $ npx onrecord toll${flag}`,
  ];
}

/** The examples lie in a vault of their own, and never in a database. */
function placeOf({ vault, database, options }: Call, own: boolean): Place {
  if (own) return { vault, database };
  return { vault: typeof options.vault === 'string' ? options.vault : EXAMPLE_VAULT, database: null };
}
