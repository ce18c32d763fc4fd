/**
 * Holds one key in memory for a while and overwrites it with zeros when it must go: after so long without use, when
 * the machine slept (its wall clock went another way than its running clock), or at once when told. After that it
 * holds nothing and cannot be filled again. Zeros are written to the buffer that was handed in; copies that the
 * runtime or the system's swap made are beyond reach.
 */
import { secretCopy } from '../../crypto/secret-bytes.ts';

/** Milliseconds of both clocks. */
export interface TwoClocks {
  /** Of the wall clock; it jumps when the machine wakes or its clock is set. */
  readonly wall: () => number;
  /** Of a clock that only runs while the machine does. */
  readonly running: () => number;
}

/** A key that goes by itself. */
export interface KeyHolder {
  /** A copy of the key, which starts the time anew; null when it is gone. */
  use(): Uint8Array | null;
  /** Looks at the clocks and drops the key when its time is over. */
  look(): void;
  /** Drops the key at once. */
  drop(): void;
  readonly holds: boolean;
}

/** Milliseconds by which the clocks may part: setting a clock right does less, a sleeping machine more. */
const SLEPT_MS = 30_000;

/**
 * Takes over a key.
 *
 * @param key overwritten with zeros when it goes; the caller keeps no other copy
 * @param options.idleMs milliseconds without use after which it goes
 * @param options.onGone called once when it has gone
 * @example
 * const holder = holdKey(master, { idleMs: 900_000, clocks, onGone: () => process.exit(0) });
 */
export function holdKey(
  key: Uint8Array,
  options: { readonly idleMs: number; readonly clocks: TwoClocks; readonly onGone: () => void },
): KeyHolder {
  const { idleMs, clocks, onGone } = options;
  let holds = true;
  let usedAt = { wall: clocks.wall(), running: clocks.running() };
  let seen = usedAt;
  const drop = (): void => {
    if (!holds) return;
    holds = false;
    key.fill(0);
    onGone();
  };
  const look = (): void => {
    const now = { wall: clocks.wall(), running: clocks.running() };
    const parted = Math.abs(now.wall - seen.wall - (now.running - seen.running));
    const idle = Math.max(now.wall - usedAt.wall, now.running - usedAt.running);
    seen = now;
    if (!(parted <= SLEPT_MS && idle < idleMs)) drop();
  };
  const use = (): Uint8Array | null => {
    look();
    if (!holds) return null;
    usedAt = seen;
    return secretCopy(key);
  };
  return {
    use,
    look,
    drop,
    get holds() {
      return holds;
    },
  };
}
