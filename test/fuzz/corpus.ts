/** Inputs that are kept: one file each, named by their hash, in a folder for each parser. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of all parsers. */
export const CORPUS = join(import.meta.dirname, 'corpus');

/**
 * Inputs that are kept for a parser, by name.
 *
 * @example
 * keptInputs('edtf').size > 0; // true
 */
export function keptInputs(target: string): ReadonlyMap<string, Uint8Array> {
  const folder = join(CORPUS, target);
  try {
    const names = readdirSync(folder).sort();
    return new Map(names.map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]));
  } catch {
    return new Map();
  }
}

/**
 * Keeps an input.
 *
 * @returns its path
 * @example
 * keepInput('/tmp/found', 'edtf', bytes);
 */
export function keepInput(folder: string, target: string, bytes: Uint8Array): string {
  const dir = join(folder, target);
  mkdirSync(dir, { recursive: true });
  const path = join(dir, `${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}.bin`);
  writeFileSync(path, bytes);
  return path;
}
