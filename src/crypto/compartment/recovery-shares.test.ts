import { randomBytes } from 'node:crypto';
import { combine } from 'shamir-secret-sharing';
import { expect, test } from 'vitest';
import { joinShares, type RecoveryShare, readShare, shareText, splitRecoveryKey } from './recovery-shares.ts';

const random = (count: number): Uint8Array => new Uint8Array(randomBytes(count));
const recoveryKey = random(32);

/** All ways to take some of a list. */
function subsets<T>(items: readonly T[]): readonly (readonly T[])[] {
  const [first, ...rest] = items;
  if (first === undefined) return [[]];
  const others = subsets(rest);
  return others.concat(others.map((some) => [first, ...some]));
}

test.each([
  [2, 2],
  [3, 2],
  [5, 3],
  [6, 6],
])('of %i shares any %i recover the key, fewer do not', async (shares, needed) => {
  const all = await splitRecoveryKey({ recoveryKey, shares, needed });
  expect(new Set(all.map(({ number }) => number)).size).toBe(shares);
  for (const some of subsets(all)) {
    const joined = await joinShares(some);
    if (some.length >= needed) expect(joined).toEqual({ ok: true, key: recoveryKey });
    else expect(joined.ok).toBe(false);
  }
});

test('one share too few gives no key even to whoever lies about how many are needed', async () => {
  const all = await splitRecoveryKey({ recoveryKey, shares: 5, needed: 3 });
  for (const some of subsets(all).filter(({ length }) => length === 2)) {
    const joined = await joinShares(some.map((share) => ({ ...share, needed: 2 })));
    expect(joined.ok).toBe(false);
  }
});

/** Multiplication in GF(256) by x^8+x^4+x^3+x+1 bit by bit, written apart from the library (FIPS 197 §4.2). */
function times(a: number, b: number): number {
  let [product, left, right] = [0, a, b];
  while (right > 0) {
    if (right & 1) product ^= left;
    left = (left << 1) ^ (left & 0x80 ? 0x11b : 0);
    right >>= 1;
  }
  return product;
}

test('the field is that of FIPS 197, and shares of a polynomial computed here join to its constant', async () => {
  expect(times(0x57, 0x83)).toBe(0xc1);
  expect(times(0x57, 0x13)).toBe(0xfe);
  const coefficients = [random(32), random(32), random(32)];
  const shareAt = (x: number): Uint8Array => {
    const y = coefficients[0]!.map((_, at) =>
      coefficients.reduceRight((sum, coefficient) => times(sum, x) ^ coefficient[at]!, 0),
    );
    return new Uint8Array([...y, x]);
  };
  const joined = await combine([1, 77, 255].map(shareAt));
  expect(Buffer.from(joined)).toEqual(Buffer.from(coefficients[0]!));
});

test('k − 1 shares fit every other secret: for each there is a share that would complete it', async () => {
  const all = await splitRecoveryKey({ recoveryKey, shares: 3, needed: 2 });
  const known = all[0]!;
  const other = random(32);
  // The line through (0, other) and the known share, at the place of the second share.
  const x = all[1]!.number;
  const invert = (a: number): number =>
    Array.from({ length: 255 }, (_, i) => i + 1).find((b) => times(a, b) === 1)!;
  const factor = times(x, invert(known.number));
  const part = other.map((byte, at) => byte ^ times(byte ^ known.part[at]!, factor));
  const joined = await combine([new Uint8Array([...known.part, known.number]), new Uint8Array([...part, x])]);
  expect(Buffer.from(joined)).toEqual(Buffer.from(other));
});

test('a share is printed and read, and a wrong group is named', async () => {
  const [share] = await splitRecoveryKey({ recoveryKey, shares: 5, needed: 3 });
  const text = shareText(share!);
  expect(text.split('\n').map((line) => line.length)).toEqual([29, 29, 29, 5]);
  expect(readShare(text.toLowerCase())).toEqual({ ok: true, share });
  const groups = text.split(/[-\n]/u);
  const last = groups[6]!.at(-1) === '0' ? '1' : '0';
  const wrong = readShare(groups.with(6, groups[6]!.slice(0, 4) + last).join(' '));
  expect(wrong).toMatchObject({ ok: false, groups: [7] });
  expect(readShare('nothing of the kind')).toMatchObject({ ok: false, groups: [] });
});

test('shares that do not belong together, too few, the same twice, a changed one: said in words', async () => {
  const all = await splitRecoveryKey({ recoveryKey, shares: 5, needed: 3 });
  const others = await splitRecoveryKey({ recoveryKey: random(32), shares: 5, needed: 3 });
  const messageOf = async (shares: readonly RecoveryShare[]): Promise<string> => {
    const joined = await joinShares(shares);
    return joined.ok ? '' : joined.message;
  };
  expect(await messageOf([])).toMatch(/no share yet/);
  expect(await messageOf(all.slice(0, 1))).toBe('2 more of the 3 shares that are needed are missing.');
  expect(await messageOf([all[0]!, all[1]!, all[1]!])).toBe(
    '1 more of the 3 shares that are needed is missing.',
  );
  expect(await messageOf([all[0]!, all[1]!, others[2]!])).toMatch(/different recovery keys/);
  const changed = { ...all[2]!, part: random(32) };
  expect(await messageOf([all[0]!, all[1]!, changed])).toMatch(/one of them was changed/);
});

test('misuse is refused', async () => {
  const split = (shares: number, needed: number) => splitRecoveryKey({ recoveryKey, shares, needed });
  await expect(split(1, 1)).rejects.toThrow(/2 to 16/);
  await expect(split(17, 3)).rejects.toThrow(/2 to 16/);
  await expect(split(3, 1)).rejects.toThrow(/two shares/);
  await expect(split(3, 4)).rejects.toThrow(/two shares/);
  await expect(splitRecoveryKey({ recoveryKey: random(31), shares: 3, needed: 2 })).rejects.toThrow(
    /32 bytes/,
  );
});
