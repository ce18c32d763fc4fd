/** How long each parser has been bent, over all sittings: kept beside the corpus, so that the next sitting goes on from there. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What was done for a parser so far. */
export interface Spent {
  /** Of the processor, all threads together; on a busy machine fewer than by the clock. */
  readonly seconds: number;
  /** Inputs read. */
  readonly runs: number;
  /** Faults found in all sittings, mended since or not; one place counts once a sitting. */
  readonly found: number;
  /** Each sitting bends from another seed. */
  readonly sittings: number;
  /** Day of the last one, UTC. */
  readonly last: string;
}

export type Ledger = Readonly<Record<string, Spent>>;

export const LEDGER = join(import.meta.dirname, 'ledger.json');

/**
 * What was written so far; nothing where nothing was.
 *
 * @example
 * readLedger()['edtf']?.seconds;
 */
export function readLedger(path = LEDGER): Ledger {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Ledger;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

/**
 * The ledger with one more sitting of a parser.
 *
 * @example
 * withSitting({}, 'edtf', { seconds: 60, runs: 9000, found: 0 }, '2031-06-01').edtf?.sittings; // 1
 */
export function withSitting(
  ledger: Ledger,
  target: string,
  done: Pick<Spent, 'seconds' | 'runs' | 'found'>,
  last: string,
): Ledger {
  const before = ledger[target] ?? { seconds: 0, runs: 0, found: 0, sittings: 0 };
  const spent = {
    seconds: Math.round(before.seconds + done.seconds),
    runs: before.runs + done.runs,
    found: before.found + done.found,
    sittings: before.sittings + 1,
    last,
  };
  return { ...ledger, [target]: spent };
}

/**
 * Seconds that each parser still lacks, those with the fewest so far first; without those that lack none.
 *
 * @example
 * missingSeconds({}, ['edtf'], 600); // [['edtf', 600]]
 */
export function missingSeconds(
  ledger: Ledger,
  targets: readonly string[],
  until: number,
): readonly (readonly [target: string, seconds: number])[] {
  return targets
    .map((target) => [target, until - (ledger[target]?.seconds ?? 0)] as const)
    .filter(([, seconds]) => seconds > 0)
    .toSorted(([, a], [, b]) => b - a);
}

/** Writes it whole or not at all, one parser a line. */
export function writeLedger(ledger: Ledger, path = LEDGER): void {
  const names = Object.keys(ledger).toSorted();
  // As the formatter of the repository would have it.
  const oneLine = (spent: unknown): string => JSON.stringify(spent, null, 1).replaceAll(/\n\s*/gu, ' ');
  const lines = names.map((name) => `  ${JSON.stringify(name)}: ${oneLine(ledger[name])}`);
  writeFileSync(`${path}.new`, `{\n${lines.join(',\n')}\n}\n`);
  renameSync(`${path}.new`, path);
}
