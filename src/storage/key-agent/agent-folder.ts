/**
 * Where unlock agents listen: a folder of this user alone (0700) with one socket (0600) a vault, under
 * XDG_RUNTIME_DIR or else the system's folder for temporary files. A folder that belongs to somebody else, is a
 * link, or lets others in is refused: who could enter it could ask for keys, or answer in the agent's place. On
 * Windows there is no folder: named pipes carry the user's name.
 */
import { createHash } from 'node:crypto';
import { chmod, lstat, mkdir, readdir } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { OnRecordError } from '../../record/onrecord-error.ts';

/** What decides where agents listen; of this process when not handed in. */
export interface AgentPlace {
  /** XDG_RUNTIME_DIR, or null. */
  readonly runtimeDir: string | null;
  readonly tempDir: string;
  /** The user's number; null where the system has none (Windows). */
  readonly uid: number | null;
  readonly userName: string;
}

const PIPES = '\\\\.\\pipe\\';
/** Bytes that a socket's address may have: macOS allows 103, Linux 107. */
const MOST_ADDRESS = 103;

/**
 * The place of this process.
 *
 * @example
 * const place = agentPlace();
 */
export function agentPlace(): AgentPlace {
  const given = process.env.XDG_RUNTIME_DIR ?? '';
  return {
    runtimeDir: given === '' ? null : given,
    tempDir: tmpdir(),
    uid: process.getuid?.() ?? null,
    userName: userInfo().username,
  };
}

/**
 * The folder of the sockets; null on Windows.
 *
 * @example
 * agentFolder(agentPlace()); // '/run/user/1000/onrecord'
 */
export function agentFolder({ runtimeDir, tempDir, uid }: AgentPlace): string | null {
  if (uid === null) return null;
  return runtimeDir === null ? join(tempDir, `onrecord-${uid}`) : join(runtimeDir, 'onrecord');
}

/**
 * 32 bytes that stand for a vault in a socket's name and in a request: SHA-256 of its id.
 *
 * @example
 * vaultDigest('v7k…').length; // 32
 */
export function vaultDigest(vaultId: string): Uint8Array {
  return new Uint8Array(createHash('sha256').update(vaultId).digest());
}

/**
 * The address on which the agent of a vault listens.
 *
 * @throws OnRecordError `bad-usage` when the folder's path is too long for a socket
 * @example
 * agentAddress(agentPlace(), vaultDigest(id)); // '/run/user/1000/onrecord/3f0c….sock'
 */
export function agentAddress(place: AgentPlace, digest: Uint8Array): string {
  const name = Buffer.from(digest).toString('hex').slice(0, 16);
  const folder = agentFolder(place);
  if (folder === null) return `${PIPES}${pipePrefix(place)}${name}`;
  const address = join(folder, `${name}.sock`);
  if (Buffer.byteLength(address) <= MOST_ADDRESS) return address;
  throw new OnRecordError(
    'bad-usage',
    `The path ${folder} is too long for a socket: set XDG_RUNTIME_DIR to a folder with a shorter path.`,
    { subject: folder },
  );
}

function pipePrefix({ userName }: AgentPlace): string {
  return `onrecord-${createHash('sha256').update(userName).digest('hex').slice(0, 8)}-`;
}

/**
 * Why the folder must not be used, or null: `absent` when there is none.
 *
 * @example
 * await folderFault(agentPlace()); // null
 */
export async function folderFault(place: AgentPlace): Promise<string | null> {
  const folder = agentFolder(place);
  if (folder === null) return null;
  const found = await lstat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return 'absent' as const;
    throw error;
  });
  if (found === 'absent') return 'absent';
  if (!found.isDirectory()) return 'it is not a folder';
  if (found.uid !== place.uid) return 'it belongs to another user';
  return (found.mode & 0o077) === 0 ? null : 'other users may enter it';
}

/**
 * Makes the folder when it is absent, and refuses it when it is not this user's alone.
 *
 * @throws OnRecordError `locked` for a folder that must not be used
 * @example
 * await makeAgentFolder(agentPlace());
 */
export async function makeAgentFolder(place: AgentPlace): Promise<void> {
  const folder = agentFolder(place);
  if (folder === null) return;
  try {
    await mkdir(folder, { mode: 0o700 });
    // The process's umask may have taken rights away that the owner needs.
    await chmod(folder, 0o700);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      throw unusable(folder, 'it cannot be made', error);
  }
  const fault = await folderFault(place);
  if (fault !== null) throw unusable(folder, fault);
}

function unusable(folder: string, why: string, cause?: unknown): OnRecordError {
  return new OnRecordError(
    'locked',
    `Keys cannot be kept for later commands: the folder ${folder} must be yours alone, but ${why}. Remove it, or set XDG_RUNTIME_DIR to a folder of your own. Without it, give the passphrase with each command.`,
    { subject: folder, cause },
  );
}

/**
 * The addresses of all agents of this user; empty when the folder is absent or must not be used.
 *
 * @example
 * for (const address of await agentAddresses(agentPlace())) await askAgent(address, request);
 */
export async function agentAddresses(place: AgentPlace): Promise<readonly string[]> {
  const folder = agentFolder(place);
  if (folder === null) {
    const pipes = await readdir(PIPES).catch(() => []);
    return pipes.filter((name) => name.startsWith(pipePrefix(place))).map((name) => PIPES + name);
  }
  if ((await folderFault(place)) !== null) return [];
  const names = await readdir(folder);
  return names.filter((name) => name.endsWith('.sock')).map((name) => join(folder, name));
}
