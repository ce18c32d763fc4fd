/** A vault with two members on one machine, a compartment of both, and enough cases to count. */
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { caseTools } from '../../../src/compose/case-tools.ts';
import { openDesk } from '../../../src/compose.ts';
import { addMember } from '../../../src/desk/cases/change-members.ts';
import { createCompartment } from '../../../src/desk/cases/create-compartment.ts';
import { introduceMember } from '../../../src/desk/cases/introduce-member.ts';
import { openCompartment } from '../../../src/desk/cases/open-compartment.ts';
import { caseEntry } from '../../../src/desk/cases/save-case.ts';
import { unlockMember } from '../../../src/desk/cases/unlock-member.ts';
import { caseOf } from '../../../src/record/case/case.cases.ts';
import type { Answer } from '../../../src/record/proposition.ts';
import type { Place } from '../cli-fixture.ts';

/** The passphrase of a member. */
export const passphraseOf = (name: string): string => `seven herons for ${name}`;

const NUMBERS: readonly (readonly [to: string, answer: Answer, many: number])[] = [
  ['Embassy of Tavria', 'granted', 3],
  ['Embassy of Tavria', 'refused', 21],
  ['Embassy of Tavria', 'silent', 17],
  ['Embassy of Corland', 'granted', 14],
  ['Embassy of Corland', 'refused', 9],
  ['Embassy of Corland', 'silent', 26],
];

/**
 * Fills the vault of a place; files `lena.words` and `omar.words` hold the passphrases.
 *
 * @returns fingerprints by name
 */
export async function twoMembers(place: Place): Promise<Readonly<Record<'lena' | 'omar', string>>> {
  const vault = join(place.dir, 'onrecord-vault');
  const desk = (await caseTools()).over(await openDesk(vault, { readOnly: false }), null, () => undefined);
  try {
    const fingerprints = { lena: '', omar: '' };
    for (const name of ['lena', 'omar'] as const) {
      const passphrase = passphraseOf(name);
      ({ fingerprint: fingerprints[name] } = await introduceMember(desk, {
        name,
        passphrase,
        destroyPassphrase: null,
      }));
      chmodSync(place.write(`${name}.words`, `${passphrase}\n`), 0o600);
    }
    const me = await unlockMember(desk, 'lena', { kind: 'passphrase', passphrase: passphraseOf('lena') });
    await createCompartment(desk, me, 'North');
    await addMember(desk, await openCompartment(desk, me, null), {
      name: 'omar',
      fingerprint: fingerprints.omar,
      role: 'member',
    });
    const room = await openCompartment(desk, me, null);
    const [first] = caseOf().applications;
    if (first === undefined) throw new Error('the sample case has an application');
    for (const [to, answer, many] of NUMBERS) {
      const open = answer === 'silent' ? { answeredAt: null, reason: null } : {};
      const applications = [{ ...first, ...open, to, answer }];
      await desk.store.append(
        Array.from({ length: many }, () =>
          caseEntry(desk, room, caseOf({ id: desk.newId('case'), documents: [], applications }), 0),
        ),
      );
    }
    return fingerprints;
  } finally {
    await (desk as unknown as { close(): Promise<void> }).close();
  }
}
