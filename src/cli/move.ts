/** `onrecord move`: moves the record of a vault into PostgreSQL, or back. */
import { OnRecordError } from '../desk/desk.ts';
import type { MoveReport, Moving } from '../desk/ports/moving.ts';
import type { VaultKeys } from '../desk/ports/vault-keys.ts';
import { PASSPHRASE_OPTIONS } from './ask-passphrase.ts';
import { entriesWords, stepWords } from './backup-lines.ts';
import { type Call, type CommandFile, usageError } from './command.ts';
import { databaseOf } from './database-option.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { placeFlags } from './place-flags.ts';
import { openProgress } from './progress.ts';
import { listenForStop } from './stop-signal.ts';
import { openMaster } from './vault-secret.ts';
import { counted, para } from './words.ts';

/** What the command needs. */
export interface MoveNeeds {
  moving(): Promise<Moving>;
  keys(): Promise<VaultKeys>;
}

/**
 * The command over what it needs.
 *
 * @example
 * const move = moveCommand({ moving: loadMoving, keys: loadVaultKeys });
 */
export function moveCommand(needs: MoveNeeds): CommandFile {
  return {
    name: 'move',
    summary: 'move the record into PostgreSQL, or back into the vault',
    description:
      'Moves the record of a vault from the file in its folder into a PostgreSQL database, or back. A place is the folder of the vault, an address such as postgres://user@host/name, or the word "database": the address in ONRECORD_DATABASE. Keys and bytes stay in the folder, and so do passphrase and recovery key; drafts and saved searches, too. The log goes over as it is; the tables are made anew from it, and compared with the signed head, entry by entry, row by row, byte by byte, and by their counts. Only then does the vault name the new place, in one step, and what lay in the old one is removed. Interrupted at any moment, the record is where it was or where it goes, and the same command goes on with what was written. Nobody else can write meanwhile. Tables in PostgreSQL are not encrypted by onrecord: whoever runs that server reads what is not sealed. The index of text reuse is made anew by the next trace. Exit code 3 when the vault has lost bytes.',
    args: [],
    options: [
      ['--from <place>', 'where the record lies (else --database or ONRECORD_DATABASE, else the vault)'],
      ['--to <place>', 'where it is to lie'],
      ...PASSPHRASE_OPTIONS,
    ],
    examples: [
      ['onrecord move --from ./kessar --to postgres://maria@db.example/record', 'into a database'],
      ['onrecord move --from postgres://maria@db.example/record --to ./kessar', 'and back'],
    ],
    usesVault: true,
    run: (call) => run(call, needs),
  };
}

/** A folder, or an address. */
type Named = { readonly folder: string } | { readonly address: string };

async function run(call: Call, needs: MoveNeeds): Promise<ExitCode> {
  const { terminal } = call;
  const { vault, from, to } = placesOf(call);
  const [moving, keys] = await Promise.all([needs.moving(), needs.keys()]);
  const master = await openMaster(keys, { ...call, vault });
  const progress = openProgress(terminal, () => performance.now());
  const stop = listenForStop(() => progress.keep('Stopping: the record stays where it was …'));
  try {
    const onProgress = (step: Parameters<typeof stepWords>[0]) => progress.tell(stepWords(step));
    const report = await moving.move(vault, { master, from, to, signal: stop.signal, onProgress });
    progress.end();
    if (terminal.json) terminal.outJson(report);
    else {
      for (const words of movedWords(report)) terminal.out(...para(words, terminal.paper));
      terminal.out('', 'Next:', `  $ onrecord show${placeFlags({ vault, database: to })}`);
    }
    return report.missing.length === 0 ? EXIT.ok : EXIT.someFailed;
  } finally {
    progress.end();
    stop.release();
    master?.fill(0);
  }
}

interface Places {
  readonly vault: string;
  /** Null: the vault. */
  readonly from: string | null;
  readonly to: string | null;
}

function placesOf(call: Call): Places {
  if (call.options.to === undefined) throw usageError('--to is missing: where the record is to lie', 'move');
  const to = placeNamed(String(call.options.to));
  const from = call.options.from === undefined ? foundPlace(call) : placeNamed(String(call.options.from));
  const folders = [from, to].flatMap((place) => ('folder' in place ? [place.folder] : []));
  if (folders.length === 2)
    throw usageError('Of the two places one is the folder of the vault and one is a database', 'move');
  const addressOf = (place: Named): string | null => ('address' in place ? place.address : null);
  return { vault: folders[0] ?? call.vault, from: addressOf(from), to: addressOf(to) };
}

function foundPlace({ vault, database, options }: Call): Named {
  const other = String(options.to);
  const isVaultMeant = database === null || other === 'database' || isAddress(other);
  return isVaultMeant ? { folder: vault } : { address: database };
}

function isAddress(text: string): boolean {
  return /^postgres(ql)?:\/\//iu.test(text);
}

function placeNamed(text: string): Named {
  if (isAddress(text)) return { address: databaseOf({ database: text }) ?? text };
  if (text !== 'database') return { folder: text };
  const address = process.env.ONRECORD_DATABASE || null;
  if (address !== null) return { address };
  throw new OnRecordError(
    'bad-usage',
    'The place "database" is what ONRECORD_DATABASE names, and that is not set. A folder of this name is written ./database.',
  );
}

function movedWords({
  dir,
  record,
  entries,
  found,
  counts,
  missing,
  accounts,
}: MoveReport): readonly string[] {
  const where = record === null ? `in ${dir}` : `in PostgreSQL (${record}); its keys and bytes are in ${dir}`;
  const accepted = counted(counts.claims.accepted, 'accepted claim');
  const words = [
    `Moved and compared: ${entriesWords(entries)}, ${counted(counts.sources, 'source')} and ${accepted} lie ${where}. The signed head is the same in both places.`,
  ];
  if (found > 0 && found < entries)
    words.push(`${entriesWords(found)} had been brought over before and were compared again.`);
  if (missing.length > 0)
    words.push(
      `The bytes of ${counted(missing.length, 'file')} had been lost before: ${missing.slice(0, 3).join(', ')}${missing.length > 3 ? ' …' : ''}.`,
    );
  if (accounts > 0)
    words.push(
      `${counted(accounts, 'account')} of the team stay in the database: a file is no place for a team. When the record moves back there, they are there; into another database they come with a backup (onrecord restore --database).`,
    );
  return words;
}
