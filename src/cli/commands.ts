/** The list of commands, light enough to load for `onrecord --help`: a command's own file is loaded when it is used. */
import type { CaseTools, TimestampRoom } from '../compose.ts';
import type { Call, CommandFile } from './command.ts';
import type { CustodyNeeds } from './custody-needs.ts';

/** A command's name, its line in the list, and how to get at it. */
export interface ListedCommand {
  readonly name: string;
  readonly summary: string;
  readonly group: 'Begin' | 'Look' | 'Decide' | 'Publish' | 'Custody' | 'Protect' | 'Keep';
  load(): Promise<CommandFile>;
}

export const COMMANDS: readonly ListedCommand[] = [
  {
    name: 'demo',
    group: 'Begin',
    summary: 'the whole way on the example reports, or on FILE…',
    load: async () => (await import('./demo.ts')).demo,
  },
  {
    name: 'init',
    group: 'Begin',
    summary: 'make an empty, encrypted vault',
    load: async () => (await import('./init.ts')).init,
  },
  {
    name: 'capture',
    group: 'Begin',
    summary: 'take in files, folders, standard input or web addresses',
    load: async () => (await import('./capture.ts')).capture,
  },
  {
    name: 'describe',
    group: 'Begin',
    summary: 'give or correct what is known about a source',
    load: async () => (await import('./describe.ts')).describe,
  },
  {
    name: 'import',
    group: 'Begin',
    summary: 'take in files of other tools',
    load: async () => (await import('./import.ts')).importCommand,
  },
  {
    name: 'list',
    group: 'Begin',
    summary: 'lists of people: take a table in, update it, look at it',
    load: async () => (await import('./list.ts')).list,
  },
  {
    name: 'propose',
    group: 'Begin',
    summary: 'let the machine mark who says what',
    load: async () => (await import('./propose.ts')).propose,
  },
  {
    name: 'trace',
    group: 'Begin',
    summary: 'find which reports rest on others',
    load: async () => (await import('./trace.ts')).trace,
  },
  {
    name: 'jobs',
    group: 'Begin',
    summary: 'what waits for a worker; hand files and work in',
    load: async () => (await import('./jobs.ts')).jobs,
  },
  {
    name: 'worker',
    group: 'Begin',
    summary: 'do the jobs that wait: take in, read, trace, link',
    load: async () => (await import('./worker.ts')).worker,
  },
  {
    name: 'team',
    group: 'Keep',
    summary: 'who may sign in to the team’s desk; invite the first ones',
    load: async () => (await import('./team.ts')).team,
  },
  {
    name: 'serve',
    group: 'Begin',
    summary: 'open the desk in your browser',
    load: async () => (await import('./serve.ts')).serve,
  },
  {
    name: 'show',
    group: 'Look',
    summary: 'the record at a glance, or one thing by its id',
    load: async () => (await import('./show.ts')).show,
  },
  {
    name: 'claims',
    group: 'Look',
    summary: 'claims with their exact words',
    load: async () => (await import('./claims.ts')).claims,
  },
  {
    name: 'positions',
    group: 'Look',
    summary: 'who alleges, who denies, side by side',
    load: async () => (await import('./positions.ts')).positions,
  },
  {
    name: 'origins',
    group: 'Look',
    summary: 'how many independent origins stand behind a proposition',
    load: async () => (await import('./origins.ts')).origins,
  },
  {
    name: 'toll',
    group: 'Look',
    summary: 'low, best and high by named rules',
    load: async () => (await import('./toll.ts')).toll,
  },
  {
    name: 'estimate',
    group: 'Look',
    summary: 'how many people no list holds, or why that cannot be told',
    load: async () => (await import('./estimate.ts')).estimate,
  },
  {
    name: 'responses',
    group: 'Look',
    summary: 'what states and institutions answered',
    load: async () => (await import('./responses.ts')).responses,
  },
  {
    name: 'search',
    group: 'Look',
    summary: 'find words in all texts',
    load: async () => (await import('./search.ts')).search,
  },
  {
    name: 'accept',
    group: 'Decide',
    summary: 'accept proposed claims',
    load: async () => (await import('./accept.ts')).accept,
  },
  {
    name: 'reject',
    group: 'Decide',
    summary: 'reject claims, with a reason',
    load: async () => (await import('./reject.ts')).reject,
  },
  {
    name: 'group',
    group: 'Decide',
    summary: 'which claims speak of the same: join, split, undo, apart',
    load: async () => (await import('./group.ts')).group,
  },
  {
    name: 'reword',
    group: 'Decide',
    summary: 'word a proposition anew, or see how it was worded',
    load: async () => (await import('./reword.ts')).reword,
  },
  {
    name: 'place',
    group: 'Decide',
    summary: 'where it is said to have happened; say what words mean',
    load: async () => (await import('./place.ts')).place,
  },
  {
    name: 'incident',
    group: 'Decide',
    summary: 'what is said to have happened: which propositions speak of it',
    load: async () => (await import('./incident.ts')).incident,
  },
  {
    name: 'link',
    group: 'Decide',
    summary: 'list, confirm, cut or undo links between reports',
    load: async () => (await import('./link.ts')).link,
  },
  {
    name: 'voice',
    group: 'Decide',
    summary: 'list voices; find that two are one, or two',
    load: async () => (await import('./voice.ts')).voice,
  },
  {
    name: 'people',
    group: 'Decide',
    summary: 'people counted once across lists, with every doubt kept',
    load: async () => (await import('./people.ts')).people,
  },
  {
    name: 'outlet',
    group: 'Decide',
    summary: 'names and addresses of newspapers, agencies and stations',
    load: async () => (await import('./outlet.ts')).outlet,
  },
  {
    name: 'clear',
    group: 'Publish',
    summary: 'say who may be named in what is published, and why',
    load: async () => (await import('./clear.ts')).clear,
  },
  {
    name: 'handle',
    group: 'Publish',
    summary: 'say what of a source may leave the vault',
    load: async () => (await import('./handle.ts')).handle,
  },
  {
    name: 'counts',
    group: 'Publish',
    summary: 'small numbers in tables: what may be published of them',
    load: async () => (await import('./counts.ts')).counts,
  },
  {
    name: 'redact',
    group: 'Publish',
    summary: 'take passages or parts of pages out into a copy',
    load: async () => (await import('./redact.ts')).redactCommand(await custodyNeeds()),
  },
  {
    name: 'release',
    group: 'Publish',
    summary: 'publish: with a profile, gates, a second look, and corrections',
    load: async () => (await import('./release.ts')).release,
  },
  {
    name: 'dossier',
    group: 'Publish',
    summary: 'write the record as a folder of pages',
    load: async () => (await import('./dossier.ts')).dossier,
  },
  {
    name: 'card',
    group: 'Publish',
    summary: 'one figure as a picture for the press',
    load: async () => (await import('./card.ts')).card,
  },
  {
    name: 'export',
    group: 'Publish',
    summary: 'hand sources over as a package that a court can check',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  {
    name: 'exchange',
    group: 'Publish',
    summary: 'write the published record in a format of others',
    load: async () => (await import('./exchange.ts')).exchange,
  },
  {
    name: 'custody',
    group: 'Custody',
    summary: 'the chain of custody of a source, for a court',
    load: async () => (await import('./custody.ts')).custodyCommand(await custodyNeeds()),
  },
  {
    name: 'copy',
    group: 'Custody',
    summary: 'take a working copy out, or a redacted one in',
    load: async () => (await import('./copy.ts')).copyCommand(await custodyNeeds()),
  },
  {
    name: 'transfer',
    group: 'Custody',
    summary: 'pass sources on, with the signatures of both parties',
    load: async () => (await import('./transfer.ts')).transferCommand(await custodyNeeds()),
  },
  {
    name: 'erase',
    group: 'Custody',
    summary: 'destroy what is held of a source; a tombstone stays',
    load: async () => (await import('./erase.ts')).eraseCommand(await custodyNeeds()),
  },
  {
    name: 'timestamp',
    group: 'Custody',
    summary: 'have time authorities stamp the log',
    load: async () => (await import('./timestamp.ts')).timestampCommand(timestampRoom),
  },
  {
    name: 'backup',
    group: 'Keep',
    summary: 'write the vault into one encrypted file',
    load: async () => (await import('./backup.ts')).backupCommand(await backupNeeds()),
  },
  {
    name: 'restore',
    group: 'Keep',
    summary: 'make a vault from a backup or an old vault',
    load: async () => (await import('./restore.ts')).restoreCommand(await backupNeeds()),
  },
  {
    name: 'member',
    group: 'Protect',
    summary: 'people who hold keys of their own for sealed cases',
    load: async () => (await import('./member.ts')).memberCommand(loadCaseTools),
  },
  {
    name: 'compartment',
    group: 'Protect',
    summary: 'who holds the keys of sealed cases',
    load: async () => (await import('./compartment.ts')).compartmentCommand(loadCaseTools),
  },
  {
    name: 'case',
    group: 'Protect',
    summary: 'people and families at risk, sealed',
    load: async () => (await import('./case.ts')).caseCommand(loadCaseTools),
  },
  {
    name: 'rekey',
    group: 'Keep',
    summary: 'encrypt the whole vault anew under new keys',
    load: async () => (await import('./rekey.ts')).rekeyCommand(await backupNeeds()),
  },
  {
    name: 'move',
    group: 'Keep',
    summary: 'move the record into PostgreSQL, or back into the vault',
    load: async () => {
      const { loadMoving, loadVaultKeys } = await import('../compose.ts');
      return (await import('./move.ts')).moveCommand({ moving: loadMoving, keys: loadVaultKeys });
    },
  },
  {
    name: 'settings',
    group: 'Keep',
    summary: 'how this record is kept',
    load: async () => (await import('./settings.ts')).settings,
  },
  {
    name: 'unlock',
    group: 'Keep',
    summary: 'keep a vault open for a while',
    load: async () =>
      (await import('./unlock.ts')).unlockCommand((await import('../compose.ts')).loadVaultKeys),
  },
  {
    name: 'lock',
    group: 'Keep',
    summary: 'lock all vaults at once, or one',
    load: async () => (await import('./lock.ts')).lockCommand((await import('../compose.ts')).loadVaultKeys),
  },
  {
    name: 'passphrase',
    group: 'Keep',
    summary: 'change the passphrase, or print a new recovery key',
    load: async () =>
      (await import('./passphrase.ts')).passphraseCommand((await import('../compose.ts')).loadVaultKeys),
  },
  {
    name: 'verify',
    group: 'Keep',
    summary: 'check a vault, a source, a package or checkpoints',
    load: async () => (await import('./verify.ts')).verify,
  },
  {
    name: 'checkpoint',
    group: 'Custody',
    summary: 'hand out the signed head of the log; take witnesses in',
    load: async () => (await import('./checkpoint.ts')).checkpoint,
  },
  {
    name: 'witness',
    group: 'Custody',
    summary: 'vouch for the log of a partner, or print your witness key',
    load: async () => (await import('./witness.ts')).witness,
  },
  {
    name: 'doctor',
    group: 'Keep',
    summary: 'say whether this machine and vault are fit to work',
    load: async () => (await import('./doctor.ts')).doctor,
  },
];

async function loadCaseTools(): Promise<CaseTools> {
  const { caseTools } = await import('../compose.ts');
  return caseTools();
}

async function custodyNeeds(): Promise<CustodyNeeds> {
  const { custodyTools, programVersion } = await import('../compose.ts');
  return custodyTools(programVersion);
}

async function timestampRoom(call: Call): Promise<TimestampRoom> {
  const { openTimestampRoom } = await import('../compose.ts');
  return openTimestampRoom(await call.open('write'), process.env.ONRECORD_AGENT || 'machine');
}

async function backupNeeds() {
  const { loadBackups, loadVaultKeys } = await import('../compose.ts');
  return { backups: loadBackups, keys: loadVaultKeys };
}
