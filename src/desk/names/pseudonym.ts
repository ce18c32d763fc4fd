/**
 * What somebody is called who is not named: "Person 4K7QM". Made from the folded name under a key that only the vault has, so that it is
 * the same in every release, in every file, on every machine and after a restore, and says nothing about the name: no initials, no order, no guessing.
 */
import { commit } from '../../crypto/commitment.ts';
import { foldName } from '../../record/actor.ts';
import type { Sha256 } from '../../record/id.ts';

/** No vowels and nothing that is read as something else: no code is a word. */
const LETTERS = '23456789BCDFGHJKMNPQRSTVWXYZ';
const USUAL = 5;
/** Where two persons would share one of usual length. */
const LONG = 9;

/**
 * The keyed hash of a name, by which the log knows a cleared person who is no actor.
 *
 * @param key 64 hexadecimal digits
 * @example
 * nameHash(key, 'Oren Tasch') === nameHash(key, 'oren  tasch'); // true
 */
export function nameHash(key: string, name: string): Sha256 {
  return commit(key, `onrecord/person/v1\n${foldName(name)}`) as string as Sha256;
}

/**
 * Pseudonyms for names, each its own.
 *
 * @param names one for each person
 * @example
 * pseudonyms(key, ['Oren Tasch']).get('Oren Tasch'); // 'Person 4K7QM'
 */
export function pseudonyms(key: string, names: Iterable<string>): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  const taken = new Map<string, number>();
  for (const name of names) {
    const code = codeOf(nameHash(key, name));
    codes.set(name, code);
  }
  const byFold = new Map([...codes].map(([name, code]) => [foldName(name), code]));
  for (const code of byFold.values()) {
    const short = code.slice(0, USUAL);
    taken.set(short, (taken.get(short) ?? 0) + 1);
  }
  return new Map(
    [...codes].map(([name, code]) => {
      const short = code.slice(0, USUAL);
      return [name, `Person ${taken.get(short) === 1 ? short : code}`];
    }),
  );
}

function codeOf(hash: string): string {
  let left = BigInt(`0x${hash}`);
  let code = '';
  for (let at = 0; at < LONG; at += 1) {
    code += LETTERS[Number(left % BigInt(LETTERS.length))];
    left /= BigInt(LETTERS.length);
  }
  return code;
}
