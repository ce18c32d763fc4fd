/**
 * What it costs, in bits, to write a name of one script in Latin letters, step by step: a step takes up to two letters of the
 * own script to up to three Latin ones. Learned from pairs of spellings in `training/names/`; the table says how names are
 * usually written, nothing about who bears them.
 */
import type { NameScript } from './name-letters.ts';

/** The longest part that one step takes, in letters. */
export const LONGEST = { own: 2, latin: 3 } as const;

/** One script's costs as they ship: whole numbers, hundredths of a bit. */
export interface StoredNameCosts {
  /** Of this form. */
  readonly version: number;
  /** From which data, by which command, under which licence. */
  readonly made: string;
  /** Steps as `own>latin`, likeliest first; one side may be empty. */
  readonly steps: readonly string[];
  /** Of each step. */
  readonly bits: readonly number[];
  /** Of each letter of the own script by its frequency alone. */
  readonly own: Readonly<Record<string, number>>;
  /** Of each Latin letter by its frequency alone. */
  readonly latin: Readonly<Record<string, number>>;
}

/** What ships: a table for each script. */
export type StoredNameTables = Readonly<Record<NameScript, StoredNameCosts>>;

/** One script's costs, ready to be looked up: the Latin parts of the steps as a tree below each part of the own script. */
export interface NameCosts {
  /** Where the tree of an own part begins; the empty part has one, too. */
  readonly roots: ReadonlyMap<string, number>;
  /** Node after one more Latin letter: `node * 27 + letter`, 1 for a; 0 where no step goes on so. */
  readonly after: Int32Array;
  /** Chance of the step that ends in a node, by node; 0 where none does. */
  readonly chance: Float64Array;
  /** Bits of each letter by its frequency alone. */
  readonly own: ReadonlyMap<string, number>;
  /** The same for a to z by number; 1 for a. */
  readonly latin: Float64Array;
}

export const STORED_VERSION = 1;
/** Letters a to z and none. */
export const LETTERS = 27;
/** Bits of a letter that the training data never showed. */
const RARE = 14;

/**
 * Reads one script's table.
 *
 * @throws Error when the table is of another version or damaged
 * @example
 * readNameCosts(JSON.parse(text).arabic);
 */
export function readNameCosts(stored: StoredNameCosts): NameCosts {
  if (stored.version !== STORED_VERSION || stored.steps.length !== stored.bits.length)
    throw new Error(
      `this is no table of name costs of version ${STORED_VERSION}: take models/name-costs-${STORED_VERSION}.json again`,
    );
  const most = 1 + stored.steps.reduce((nodes, step) => nodes + step.length, 0);
  const after = new Int32Array(most * LETTERS);
  const chance = new Float64Array(most);
  const roots = new Map<string, number>();
  let nodes = 1;
  const grown = (): number => nodes++;
  for (const [at, step] of stored.steps.entries()) {
    const [own = '', latin = ''] = step.split('>');
    let node = roots.get(own) ?? grown();
    roots.set(own, node);
    for (const letter of latinNumbers(latin)) {
      const slot = node * LETTERS + letter;
      if (after[slot] === 0) after[slot] = grown();
      node = after[slot] as number;
    }
    chance[node] = 2 ** (-(stored.bits[at] ?? 0) / 100);
  }
  const bitsOf = (letter: string): number => (stored.latin[letter] ?? RARE * 100) / 100;
  return {
    roots,
    after: after.slice(0, nodes * LETTERS),
    chance: chance.slice(0, nodes),
    own: new Map(Object.entries(stored.own).map(([letter, bits]) => [letter, bits / 100])),
    latin: Float64Array.from([0, ...Array.from('abcdefghijklmnopqrstuvwxyz', bitsOf)]),
  };
}

/**
 * Letters a to z as numbers, 1 for a.
 *
 * @example
 * latinNumbers('ab'); // Int32Array [1, 2]
 */
export function latinNumbers(letters: string): Int32Array {
  return Int32Array.from(letters, (letter) => letter.charCodeAt(0) - 96);
}

/** Bits of a name's letters by their frequency alone. */
export function ownBits({ own }: NameCosts, letters: string): number {
  let bits = 0;
  for (const letter of letters) bits += own.get(letter) ?? RARE;
  return bits;
}
