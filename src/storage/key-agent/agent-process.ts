/**
 * The process that holds a key after `onrecord unlock` has ended. What it needs comes through standard input (never
 * its arguments or environment, which others may see): one line of JSON, then the 32 bytes of the key. It writes one
 * byte to standard output when it listens, and nothing else anywhere but the socket. It ends when the key has gone.
 */
import { readSync, rmSync } from 'node:fs';
import type { Server } from 'node:net';
import { secretCopy } from '../../crypto/secret-bytes.ts';
import { SECRET_BYTES } from './agent-protocol.ts';
import { holdKey } from './key-holder.ts';
import { serveKey } from './serve-key.ts';

/** What the starting process says before the key. */
export interface AgentOrders {
  readonly address: string;
  /** Hexadecimal digest of the vault's id. */
  readonly vault: string;
  /** Milliseconds without use after which the key goes. */
  readonly idleMs: number;
  /** Milliseconds between looks at the clocks. */
  readonly lookMs: number;
}

/** Bytes of the line and the key together, at most. */
const MOST_ORDERS = 8192;
/** Milliseconds that a last answer has to leave the socket. */
const LAST_WORDS_MS = 100;
/** Exit code when the orders cannot be followed. */
const NO_ORDERS = 2;

/** Reads into one buffer of our own: a stream would leave copies of the key in memory that nobody can overwrite. */
function readOrders(): { orders: AgentOrders; key: Uint8Array } | null {
  const all = Buffer.alloc(MOST_ORDERS);
  let length = 0;
  while (length < all.length) {
    const count = readSome(all, length);
    if (count === 0) break;
    length += count;
  }
  const end = all.indexOf('\n');
  const key = secretCopy(all.subarray(end + 1, length));
  const line = all.subarray(0, Math.max(0, end)).toString('utf8');
  all.fill(0);
  if (end === -1 || key.length !== SECRET_BYTES) return null;
  return { orders: JSON.parse(line) as AgentOrders, key };
}

/** Bytes read; 0 at the end, which Windows tells by an error. */
function readSome(into: Buffer, at: number): number {
  try {
    return readSync(0, into, at, into.length - at, null);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EOF') return 0;
    throw error;
  }
}

async function run(): Promise<void> {
  const given = readOrders();
  if (given === null) {
    process.exitCode = NO_ORDERS;
    return;
  }
  const { orders, key } = given;
  const clocks = { wall: () => Date.now(), running: () => performance.now() };
  let server: Server | null = null;
  const end = (): void => {
    // At once, not when the process ends: another agent may listen on this address by then.
    server?.close();
    rmSync(orders.address, { force: true });
    setTimeout(() => process.exit(0), LAST_WORDS_MS);
  };
  const holder = holdKey(key, { idleMs: orders.idleMs, clocks, onGone: end });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => holder.drop());
  process.on('uncaughtException', () => holder.drop());
  process.on('exit', () => key.fill(0));
  server = await serveKey(orders.address, { vault: Buffer.from(orders.vault, 'hex'), holder });
  setInterval(() => holder.look(), orders.lookMs);
  // The starter closes its end right after this byte; a broken pipe is no reason to end.
  process.stdout.on('error', () => undefined);
  process.stdout.write('.');
}

await run();
