/**
 * Auto-lock: `onrecord unlock` leaves a process behind that holds the vault's master key in memory and gives it to
 * commands of the same user over a socket, until it was idle too long, the machine slept, or somebody says lock.
 * Nothing but the socket is written to a disk. It guards against a laptop that is taken after its owner left it;
 * not against programs that already run as the same user.
 */

import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { secretCopy } from '../../crypto/secret-bytes.ts';
import { durationWords } from '../../record/duration-words.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { programBeside } from '../program-beside.ts';
import {
  type AgentPlace,
  agentAddress,
  agentAddresses,
  agentPlace,
  folderFault,
  makeAgentFolder,
  vaultDigest,
} from './agent-folder.ts';
import type { AgentOrders } from './agent-process.ts';
import { SECRET_BYTES } from './agent-protocol.ts';
import { askAgent } from './ask-agent.ts';

const MINUTE = 60_000;
/** Minutes; a key that is kept for more than a day is not locked. */
const MOST_MINUTES = 1440;
const LOOK_MS = 1000;
const STARTING_MS = 10_000;

/**
 * The master key of an unlocked vault, or null when no agent holds it or its folder must not be trusted. Each call
 * starts the idle time anew.
 *
 * @param vaultId the `id` in vault.json
 * @returns 32 bytes; overwrite them with zeros after use
 * @example
 * const master = (await agentKey(id)) ?? (await unlockWithPassphrase());
 */
export async function agentKey(
  vaultId: string,
  place: AgentPlace = agentPlace(),
): Promise<Uint8Array | null> {
  if ((await folderFault(place).catch(() => 'unreadable')) !== null) return null;
  const vault = vaultDigest(vaultId);
  const answer = await askAgent(agentAddress(place, vault), { verb: 'key', vault });
  return answer !== 'absent' && answer !== 'silent' && answer.outcome === 'key' ? answer.key : null;
}

/**
 * Starts an agent for a vault and returns its process id when it listens; one that holds this vault's key already is locked first.
 *
 * @param start.master 32 bytes; a copy is handed over, the caller overwrites its own
 * @param start.minutes without use after which the key goes; more than 0, at most 1440
 * @throws OnRecordError `locked` when the agent's folder must not be used or the agent does not start
 * @throws TypeError for a key of another length or other minutes
 * @example
 * await startAgent({ vaultId: id, master, minutes: 15 });
 */
export async function startAgent(
  start: { readonly vaultId: string; readonly master: Uint8Array; readonly minutes: number },
  place: AgentPlace = agentPlace(),
): Promise<number> {
  const { vaultId, master, minutes } = start;
  if (master.length !== SECRET_BYTES) throw new TypeError(`A master key has ${SECRET_BYTES} bytes.`);
  if (!(minutes > 0 && minutes <= MOST_MINUTES))
    throw new TypeError(`Minutes must be more than 0 and at most ${MOST_MINUTES}.`);
  await makeAgentFolder(place);
  const vault = vaultDigest(vaultId);
  const address = agentAddress(place, vault);
  await clearAddress(address);
  const idleMs = minutes * MINUTE;
  return spawnAgent(
    { address, vault: Buffer.from(vault).toString('hex'), idleMs, lookMs: Math.min(LOOK_MS, idleMs / 4) },
    master,
    place.uid === null ? place.tempDir : '/',
  );
}

/**
 * Locks one vault, or with null every vault of this user, and returns how many agents dropped a key. They have
 * overwritten it when this returns.
 *
 * @throws OnRecordError `locked` when an agent is there but does not answer: its key may still be in memory
 * @example
 * await lockAgent(null); // 2
 */
export async function lockAgent(vaultId: string | null, place: AgentPlace = agentPlace()): Promise<number> {
  const addresses = await agentAddresses(place);
  const mine = vaultId === null ? addresses : [agentAddress(place, vaultDigest(vaultId))];
  const found = mine.filter((address) => addresses.includes(address));
  const answers = await Promise.all(
    found.map((address) =>
      askAgent(address, { verb: 'lock', vault: null }).then((answer) => ({ address, answer })),
    ),
  );
  for (const { address, answer } of answers) if (answer === 'absent') await removeSocket(address);
  const silent = answers.filter(({ answer }) => answer === 'silent');
  if (silent.length > 0) throw notAnswering(silent.map(({ address }) => address));
  return answers.filter(({ answer }) => typeof answer === 'object' && answer.outcome === 'locked').length;
}

function notAnswering(addresses: readonly string[]): OnRecordError {
  return new OnRecordError(
    'locked',
    `A process that holds a key does not answer: its key may still be in memory. End the processes that have these sockets open, or switch the machine off: ${addresses.join(', ')}`,
    { subject: addresses[0] ?? '' },
  );
}

/** Locks an agent that listens there; removes a socket that nobody listens on any more. */
async function clearAddress(address: string): Promise<void> {
  const answer = await askAgent(address, { verb: 'lock', vault: null });
  if (answer === 'silent') throw notAnswering([address]);
  await removeSocket(address);
}

async function removeSocket(address: string): Promise<void> {
  if (!address.startsWith('\\\\')) await rm(address, { force: true });
}

async function spawnAgent(orders: AgentOrders, master: Uint8Array, folder: string): Promise<number> {
  // No inspector for whoever sends the signal that starts one; not every supported version has the flag.
  const noInspector = process.allowedNodeEnvironmentFlags.has('--disable-sigusr1')
    ? ['--disable-sigusr1']
    : [];
  const child = spawn(
    process.execPath,
    [...noInspector, fileURLToPath(programBeside('agent-process', import.meta.url))],
    {
      cwd: folder,
      detached: true,
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
      env: process.platform === 'win32' ? { SystemRoot: process.env.SystemRoot } : {},
    },
  );
  const key = secretCopy(master);
  const started = new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', () => resolve(false));
    child.stdout.once('data', () => resolve(true));
    setTimeout(() => resolve(false), STARTING_MS).unref();
  });
  child.stdin.on('error', () => undefined);
  child.stdin.write(`${JSON.stringify(orders)}\n`);
  child.stdin.end(key);
  const listens = await started;
  key.fill(0);
  child.removeAllListeners();
  child.stdout.destroy();
  child.stdin.destroy();
  child.unref();
  if (listens && child.pid !== undefined) return child.pid;
  child.kill('SIGKILL');
  throw new OnRecordError(
    'locked',
    `The process that should keep the key did not start within ${durationWords(STARTING_MS)}, so nothing was unlocked. Give the passphrase with each command instead.`,
  );
}
