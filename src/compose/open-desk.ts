/** A desk over an open vault: in a folder, or with its record in PostgreSQL. */
import type { Desk } from '../desk/desk.ts';
import type { Finding } from '../desk/examine-vault.ts';
import type { Clock } from '../desk/ports/clock.ts';
import type { Cosigning } from '../desk/ports/cosigning.ts';
import type { JobQueue, ListedJob } from '../desk/ports/job-queue.ts';
import type { ReuseIndex } from '../desk/ports/reuse-index.ts';
import type { Spool } from '../desk/ports/spool.ts';
import { heldToSecondPerson } from '../desk/second-person.ts';
import type { Team } from '../desk/team/team.ts';
import { idMaker, type NewId } from '../record/id.ts';
import type { Vault } from '../storage/vault.ts';
import { cosigningWith } from './cosigning.ts';

/** A desk over an open vault. */
export interface OpenDesk extends Desk {
  /** Absolute path of the vault, or the address of its database without a password. */
  readonly dir: string;
  readonly readOnly: boolean;
  /** The vault cannot be written, whatever was asked for. */
  readonly unwritable: boolean;
  readonly encrypted: boolean;
  /** Signs a text with the log's key: statements of custody. */
  signNote(text: string): Promise<string>;
  /** Vouches for the logs of partner organisations. */
  readonly cosigning: Cosigning;
  /**
   * Opens the index of text reuse; close it before the desk.
   *
   * @param threads null: one for each core; 0: none
   */
  openReuse(threads: number | null): Promise<ReuseIndex>;
  /** Opens the queue of jobs, with what waits in its spool; close it before the desk. */
  openJobs(): Promise<OpenJobs>;
  /** What the queue holds; null: there is none yet. Changes nothing. */
  listJobs(): Promise<readonly ListedJob[] | null>;
  /**
   * Opens what is kept of a team's people; close its store before the desk.
   *
   * @throws OnRecordError `bad-usage`: the record does not lie in PostgreSQL
   */
  openTeam(): Promise<Team>;
  /** How the team stands; null: there is none. Changes nothing. */
  examineTeam(): Promise<readonly Finding[] | null>;
  close(): Promise<void>;
}

/** A queue, and the files that wait to be taken in. */
export interface OpenJobs {
  readonly queue: JobQueue;
  readonly spool: Spool;
}

export interface OpenDeskOptions {
  readonly readOnly: boolean;
  /** Random when absent. */
  readonly newId?: NewId;
  /** Opens an encrypted vault: 32 bytes, copied; null for one without encryption. */
  readonly master?: Uint8Array | null;
  /** Address of the PostgreSQL that holds the record; null or absent: the vault holds it. */
  readonly database?: string | null;
  /** Milliseconds to wait for another writer before `vault-busy`; 5000 when absent. */
  readonly busyTimeout?: number;
}

const clock: Clock = () => new Date();

/**
 * Opens a vault and puts a desk over it.
 *
 * @throws OnRecordError `no-vault`, `locked`, `vault-too-new`, `vault-busy`, `read-only`, `damaged`, `unsupported-runtime`
 * @example
 * const desk = await openDesk('./onrecord-vault', { readOnly: true });
 */
export async function openDesk(dir: string, options: OpenDeskOptions): Promise<OpenDesk> {
  const [{ openVault }, { groupKey }, { signNote }] = await Promise.all([
    import('../storage/vault.ts'),
    import('../reckon/group-claims.ts'),
    import('../crypto/signed-note.ts'),
  ]);
  const { readOnly, master = null, database = null } = options;
  const patience = options.busyTimeout === undefined ? {} : { busyTimeout: options.busyTimeout };
  const vault = await openVault(dir, { readOnly, groupKey, clock, master, database, ...patience });
  const store = heldToSecondPerson(vault.store);
  return {
    store,
    blobs: vault.blobs,
    notes: vault.notes,
    ...(database === null
      ? {}
      : { memberNotes: (await import('./team-people.ts')).teamNotesOf(vault, database) }),
    clock,
    newId: options.newId ?? randomIds(),
    dir: vault.dir,
    readOnly: vault.readOnly,
    unwritable: await isUnwritable(vault.dir),
    encrypted: vault.file.protection.kind === 'encrypted',
    signNote: async (text) => signNote(text, vault.keys.signer),
    cosigning: await cosigningWith(vault.keys.cosigner),
    rest: () => new Promise((resolve) => setImmediate(resolve)),
    openReuse: async (threads) => openReuseOf(vault, threads),
    openJobs: () => openJobsOf(vault, database),
    listJobs: () => listJobsOf(vault, database),
    openTeam: async () => {
      const { openTeamOf } = await import('./team-people.ts');
      return openTeamOf(vault, { database, record: vault.readOnly ? null : { store, clock } });
    },
    examineTeam: async () => (await import('./team-people.ts')).examineTeamOf(vault, database),
    dropDerived: async () => {
      const { removeReuseFile } = await import('../storage/reuse/reuse-file.ts');
      if (!vault.readOnly) removeReuseFile(vault.reuseFile);
    },
    close: () => vault.close(),
  };
}

async function openJobsOf(vault: Vault, database: string | null): Promise<OpenJobs> {
  const [{ queueFile, spoolFolder }, { fileSpool }] = await Promise.all([
    import('../storage/jobs/work-folder.ts'),
    import('../storage/jobs/file-spool.ts'),
  ]);
  const spool = fileSpool(spoolFolder(vault.dir), vault.keys.jobs);
  if (database !== null) {
    const { openPostgresQueue } = await import('../storage/jobs/postgres-queue.ts');
    return { spool, queue: await openPostgresQueue(database) };
  }
  const { openTableQueue } = await import('../storage/jobs/table-queue.ts');
  return {
    spool,
    queue: await openTableQueue(queueFile(vault.dir), { key: vault.keys.jobs, now: Date.now }),
  };
}

async function listJobsOf(vault: Vault, database: string | null): Promise<readonly ListedJob[] | null> {
  const [{ existsSync }, { queueFile }] = await Promise.all([
    import('node:fs'),
    import('../storage/jobs/work-folder.ts'),
  ]);
  if (database !== null) {
    const { hasPostgresQueue } = await import('../storage/jobs/postgres-queue.ts');
    if (!(await hasPostgresQueue(database))) return null;
  } else if (!existsSync(queueFile(vault.dir))) return null;
  const { queue } = await openJobsOf(vault, database);
  try {
    return await queue.list();
  } finally {
    await queue.close();
  }
}

async function openReuseOf(vault: Vault, threads: number | null): Promise<ReuseIndex> {
  const [{ openReuseFile }, { openReuseIndex }, { availableParallelism }] = await Promise.all([
    import('../storage/reuse/reuse-file.ts'),
    import('../engine/reuse/open-reuse-index.ts'),
    import('node:os'),
  ]);
  const blocks = await openReuseFile(vault.reuseFile, vault.keys.reuse);
  return openReuseIndex(blocks, { threads: threads ?? availableParallelism() });
}

async function isUnwritable(dir: string): Promise<boolean> {
  const { access, constants } = await import('node:fs/promises');
  return access(dir, constants.W_OK).then(
    () => false,
    () => true,
  );
}

function randomIds(): NewId {
  return idMaker((count) => crypto.getRandomValues(new Uint8Array(count)));
}
