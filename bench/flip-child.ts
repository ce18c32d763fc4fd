/**
 * A process of its own that flips one random bit of one byte after the other in a copy of a small vault, and says of each
 * whether opening it or verifying it tells so. Orders come as one line of JSON on standard input; figures go to
 * standard output as one line of JSON.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openReader } from '../src/compose.ts';
import { verifyVault } from '../src/desk/verify-vault.ts';
import { OnRecordError } from '../src/record/onrecord-error.ts';
import { openDatabase } from '../src/storage/sqlite/open-database.ts';
import { openVault, type Vault } from '../src/storage/vault.ts';

export interface FlipOrders {
  readonly dir: string;
  /** Hexadecimal. */
  readonly master: string;
  /** Paths from the vault's folder, each with the positions to flip. */
  readonly files: readonly { readonly path: string; readonly positions: readonly number[] }[];
  /** Milliseconds after which no further byte is flipped. */
  readonly most: number;
}

export interface FlipFigures {
  flips: number;
  /** By which step it was told: opening the vault, all of verify, or the one page or file of bytes it lies in. */
  opening: number;
  verify: number;
  alone: number;
  /** Nothing told it, and everything that can be read is the same. */
  unused: number;
  undetected: string[];
  /** Told, without a word of which file or item; each with the words. */
  unnamed: number;
  unnamedMessages: Record<string, number>;
}

/** Of so many flips one is run through opening and all of verify, besides the first in every page and file. */
const SAMPLE = 50;
const PAGE = 4096;

const orders = JSON.parse(readFileSync(0, 'utf8')) as FlipOrders;
const figures: FlipFigures = {
  flips: 0,
  opening: 0,
  verify: 0,
  alone: 0,
  unused: 0,
  undetected: [],
  unnamed: 0,
  unnamedMessages: {},
};
const started = performance.now();
const reader = await openReader();
const before = await content();

for (const { path, positions } of orders.files) {
  const handle = openSync(join(orders.dir, path), 'r+');
  const byte = Buffer.alloc(1);
  const look = await lookAlone(path);
  const seen = new Set<number>();
  for (const position of positions) {
    if (performance.now() - started > orders.most) break;
    const page = Math.floor(position / PAGE);
    const thorough = look === null || !seen.has(page) || figures.flips % SAMPLE === 0;
    seen.add(page);
    readSync(handle, byte, 0, 1, position);
    const whole = byte[0] ?? 0;
    writeSync(handle, Buffer.of(whole ^ (1 << Math.floor(Math.random() * 8))), 0, 1, position);
    const alone = look !== null && (await look.tells(page + 1));
    if (alone && !thorough) figures.alone += 1;
    else await judge(path, position, alone);
    writeSync(handle, Buffer.of(whole), 0, 1, position);
    if (look !== null && alone && (await look.tells(page + 1)))
      throw new Error(`${path} is not what it was, at ${position}.`);
    figures.flips += 1;
    if (figures.flips % 500 === 0) process.stderr.write('.');
  }
  await look?.close();
  closeSync(handle);
}
await reader.close();
console.log(JSON.stringify(figures));

function opened(): Promise<Vault> {
  return openVault(orders.dir, { master: Buffer.from(orders.master, 'hex'), readOnly: true });
}

async function judge(path: string, position: number, alone: boolean): Promise<void> {
  const told = await firstTold();
  if (told === null) {
    if (alone) throw new Error(`${path} does not read at ${position}, and verify does not tell it.`);
    const same = (await content().catch(() => null)) === before;
    if (same) figures.unused += 1;
    else figures.undetected.push(`${path} at ${position}`);
    return;
  }
  figures[told.by] += 1;
  if (named(told.words, path)) return;
  figures.unnamed += 1;
  const words = told.words.replaceAll(orders.dir, 'VAULT').slice(0, 300);
  figures.unnamedMessages[words] = (figures.unnamedMessages[words] ?? 0) + 1;
}

interface Told {
  readonly by: 'opening' | 'verify';
  readonly words: string;
}

async function firstTold(): Promise<Told | null> {
  let vault: Vault;
  try {
    vault = await opened();
  } catch (error) {
    return { by: 'opening', words: wordsOf(error) };
  }
  try {
    const words = await verified(vault);
    return words === null ? null : { by: 'verify', words };
  } finally {
    await vault.close();
  }
}

/** Looks at one page or one file of bytes alone, as verify does, in a hundredth of its time. */
interface Look {
  /** @param page of the database, 1-based */
  tells(page: number): Promise<boolean>;
  close(): Promise<void>;
}

/** Null: this file is only looked at by opening. */
async function lookAlone(path: string): Promise<Look | null> {
  if (path.endsWith('vault.json')) return null;
  const vault = await opened();
  const close = () => vault.close();
  if (!path.endsWith('.sqlite')) return { tells: async () => (await vault.blobs.check()).length > 0, close };
  const db = await database(vault);
  const pages = db.prepare<[], { pageno: number; name: string }>('SELECT pageno, name FROM dbstat').all();
  const owners = new Map(pages.map(({ pageno, name }) => [pageno, name]));
  const read = db.prepare('SELECT count(pgsize) FROM dbstat WHERE name = ?');
  const tells = async (page: number): Promise<boolean> => {
    const owner = owners.get(page);
    if (owner === undefined) return false;
    // Nothing is kept in memory: every page of this table or index is read from the disk again.
    db.pragma('shrink_memory');
    try {
      read.get(owner);
      return false;
    } catch {
      return true;
    }
  };
  return {
    tells,
    close: async () => {
      db.close();
      await close();
    },
  };
}

function database(vault: Vault): ReturnType<typeof openDatabase> {
  const key = vault.keys.database;
  const file = join(orders.dir, vault.file.data, 'record.sqlite');
  return openDatabase(file, { readOnly: true, busyTimeout: 1000, create: false, key });
}

/** Null: verify finds nothing. */
async function verified({ store, blobs }: Vault): Promise<string | null> {
  const clock = (): Date => new Date();
  const newId = (): never => {
    throw new Error('verify makes no ids');
  };
  try {
    const { faults } = await verifyVault(
      { store, blobs, clock, newId } as Parameters<typeof verifyVault>[0],
      { reader },
    );
    return faults.length === 0 ? null : faults.map(({ item, message }) => `${item}: ${message}`).join(' ');
  } catch (error) {
    return wordsOf(error);
  }
}

/** Whether the words say which file or which thing of the record it is. */
function named(words: string, path: string): boolean {
  return (
    [path, path.split('/').at(-1) ?? path].some((name) => words.includes(name)) ||
    /\b[0-9a-f]{64}\b|\bentry \d+|\b(src|cap|clm|act|prp)_/u.test(words)
  );
}

function wordsOf(error: unknown): string {
  if (error instanceof OnRecordError) return error.message;
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `NOT OF THE HOUSE ${words}`;
}

/** A hash of everything that can be read: every row of every table, and every blob. */
async function content(): Promise<string> {
  const vault = await opened();
  const hash = createHash('sha256');
  try {
    const db = await database(vault);
    try {
      const tables = db
        .prepare<[], { name: string; sql: string }>(
          "SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name",
        )
        .all();
      for (const { name, sql } of tables) {
        hash.update(sql);
        for (const row of db.prepare(`SELECT * FROM "${name}"`).iterate()) hash.update(JSON.stringify(row));
      }
    } finally {
      db.close();
    }
    for await (const sha256 of vault.blobs.list()) hash.update((await vault.blobs.get(sha256)) ?? 'missing');
    return hash.digest('hex');
  } finally {
    await vault.close();
  }
}
