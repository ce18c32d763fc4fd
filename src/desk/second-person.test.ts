/** The rule of the second person, held where all changes pass; and what a team kept of it before. */
import { expect, test } from 'vitest';
import { memoryDesk, NOW } from '../../test/fixtures/desk/memory-desk.ts';
import { sha256Hex } from '../crypto/sha256.ts';
import { approvalStatement } from '../exchange/custody-package/release/release-statement.ts';
import { testTeam } from '../server/team/fixtures/open-team.ts';
import { releaseMade } from '../storage/contract/releasing.ts';
import { loggedSettings } from './change-settings.ts';
import { heldToSecondPerson } from './second-person.ts';
import { keep } from './team/kept.ts';
import { carrySecondPerson, teamSettings } from './team/settings.ts';

test.each([true, false])(
  'a release is approved by another person where one is wanted: %s',
  async (wanted) => {
    const bare = memoryDesk();
    const desk = { ...bare, store: heldToSecondPerson(bare.store) };
    await loggedSettings(desk, { secondPerson: wanted }, 'Oren');
    const made = { ...releaseMade(1), agent: 'Mira' };
    await desk.store.append([made]);
    if (made.body.action !== 'release-made') throw new Error('The sample makes a release.');
    const { id, dossierSha256 } = made.body.release;
    const bytes = approvalStatement(made.body.release);
    const body = {
      action: 'release-approved',
      release: id,
      dossierSha256,
      note: null,
      statement: sha256Hex(bytes),
    } as const;
    const approve = (agent: string) => desk.store.append([{ at: NOW, agent, subject: id, body, bytes }]);
    if (wanted) await expect(approve('mira')).rejects.toMatchObject({ code: 'bad-usage', subject: id });
    else await approve('mira');
    await approve('Tano');
    expect(await desk.store.entriesWith('release-approved')).toHaveLength(wanted ? 1 : 2);
  },
);

test('what a team kept is carried into the record once; no is no entry', async () => {
  const desk = memoryDesk();
  const team = testTeam();
  expect(await carrySecondPerson(team, desk)).toBe(false);
  await keep(team, { kind: 'setting', id: 'team' }, { secondPerson: true, outsideSignUp: true }, 0);
  expect(await carrySecondPerson(team, desk)).toBe(true);
  expect(await desk.store.head()).toMatchObject({ action: 'settings-changed', agent: 'machine' });
  expect(await teamSettings(team, desk)).toEqual({ secondPerson: true, outsideSignUp: true });
  expect(await carrySecondPerson(team, desk)).toBe(false);

  const [other, before] = [testTeam(), (await desk.store.head())?.seq];
  await keep(other, { kind: 'setting', id: 'team' }, { secondPerson: false }, 0);
  expect(await carrySecondPerson(other, desk)).toBe(true);
  expect((await desk.store.head())?.seq).toBe(before);
  expect((await desk.store.settings()).secondPerson).toBe(true);
});
