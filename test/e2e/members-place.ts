/** A folder in which several members work with sealed cases, each on their own machine: one member's files lie in the vault at a time. */
import { chmodSync, cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { newPlace, type Place, type Ran } from './cli-fixture.ts';

export interface MembersPlace extends Place {
  /** Runs as one member on the vault `vault`. */
  as(name: string, args: readonly string[], input?: string): Ran;
}

/**
 * The folder, with a passphrase for each of them.
 *
 * @example
 * const place = membersPlace(['omar', 'lena']);
 */
export function membersPlace(names: readonly string[]): MembersPlace {
  const place = newPlace();
  for (const name of names) {
    place.write(`${name}.words`, `seven herons for ${name}\n`);
    chmodSync(join(place.dir, `${name}.words`), 0o600);
    mkdirSync(join(place.dir, name));
  }
  return {
    ...place,
    as(name, args, input = '') {
      const members = join(place.dir, 'vault', 'members');
      cpSync(join(place.dir, name), members, { recursive: true });
      const ran = place.run([...args, '--vault', 'vault', '--member-passphrase-file', `${name}.words`], {
        input,
      });
      cpSync(members, join(place.dir, name), { recursive: true });
      rmSync(members, { recursive: true });
      return ran;
    },
  };
}
