/**
 * Chance that repeats: the small fast counter generator sfc32 (Doty-Humphrey, PractRand), its state filled from seed and
 * stream by splitmix64 (Steele, Lea & Flood 2014). The same seed and stream give the same numbers everywhere. Not for
 * secrets.
 */

/** Uniform numbers in [0, 1), 32 bits each. */
export type Uniform = () => number;

const MASK = (1n << 64n) - 1n;
const GOLDEN = 0x9e3779b97f4a7c15n;

function* words(start: bigint): Generator<number, never> {
  let state = start;
  for (;;) {
    state = (state + GOLDEN) & MASK;
    let mixed = ((state ^ (state >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
    mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & MASK;
    mixed ^= mixed >> 31n;
    yield Number(mixed & 0xffffffffn) | 0;
    yield Number(mixed >> 32n) | 0;
  }
}

/** Draws thrown away at the start, as its author advises. */
const WARM_UP = 12;

/**
 * A generator of its own for each seed and stream.
 *
 * @param seed whole number, 0 or more
 * @param stream whole number, 0 or more; chains of one run take one each
 * @example
 * const uniform = seededUniform(20_240_101, 0);
 * uniform(); // the same number every time
 */
export function seededUniform(seed: number, stream: number): Uniform {
  const source = words((BigInt(seed) * 0x100000001b3n + BigInt(stream) * GOLDEN) & MASK);
  let a = source.next().value;
  let b = source.next().value;
  let c = source.next().value;
  let counter = 1;
  const uniform = (): number => {
    const mixed = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + mixed) | 0;
    return (mixed >>> 0) / 4_294_967_296;
  };
  for (let i = 0; i < WARM_UP; i += 1) uniform();
  return uniform;
}
