/**
 * The example vault of one run of the tests: made by the first file that wants it, and copied by every one. Its folder is set up and
 * taken away by the run itself (vitest.config.ts); without one, everybody makes their own.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SHARED = 'ONRECORD_TEST_EXAMPLES';
/** Milliseconds. */
const MOST_WAITING = 300_000;
const PAUSE = 100;

let folder: string | null = null;

/** Before the run. */
export function setup(): void {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-test-examples-'));
  process.env[SHARED] = folder;
}

/** After the run. */
export function teardown(): void {
  if (folder !== null) rmSync(folder, { recursive: true, force: true });
}

/**
 * Puts the example vault into a folder.
 *
 * @param make makes it in a folder, where this run has none yet
 * @throws what `make` throws
 * @example
 * copyExample(place.dir, (dir) => makeVaultIn(dir));
 */
export function copyExample(to: string, make: (dir: string) => void): void {
  const shared = process.env[SHARED];
  const vault = shared === undefined ? null : sharedVault(shared, make);
  if (vault === null) make(to);
  else cpSync(vault, to, { recursive: true });
}

/** Null: whoever makes it takes too long. */
function sharedVault(shared: string, make: (dir: string) => void): string | null {
  const [vault, done, making] = [join(shared, 'vault'), join(shared, 'done'), join(shared, 'making')];
  for (let waited = 0; waited < MOST_WAITING; waited += PAUSE) {
    if (existsSync(done)) return vault;
    if (isFirst(making)) makeShared({ vault, done, making }, make);
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
  }
  return null;
}

type Paths = Readonly<Record<'vault' | 'done' | 'making', string>>;

function makeShared({ vault, done, making }: Paths, make: (dir: string) => void): void {
  try {
    mkdirSync(vault);
    make(vault);
    writeFileSync(done, '');
  } catch (error) {
    // Whoever comes next tries, and fails in the same words.
    rmSync(vault, { recursive: true, force: true });
    rmdirSync(making);
    throw error;
  }
}

function isFirst(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
