import { expect, test } from 'vitest';
import { memoryDesk, NOW } from '../../../test/fixtures/desk/memory-desk.ts';
import { sha256Hex } from '../../crypto/sha256.ts';
import { approvalStatement } from '../../exchange/custody-package/release/release-statement.ts';
import { releaseMade } from '../../storage/contract/releasing.ts';
import { memberStore } from './member-store.ts';

test.each([true, false])(
  'a release is approved by another person where the team wants a second one: %s',
  async (wanted) => {
    const desk = memoryDesk();
    const secondPerson = async () => wanted;
    const made = { ...releaseMade(1), agent: 'Mira' };
    await memberStore(desk.store, { name: 'Mira', secondPerson }).append([made]);
    if (made.body.action !== 'release-made') throw new Error('The sample makes a release.');
    const { id, dossierSha256 } = made.body.release;
    const bytes = approvalStatement(made.body.release);
    const approval = (agent: string) => ({
      at: NOW,
      agent,
      subject: id,
      body: {
        action: 'release-approved',
        release: id,
        dossierSha256,
        note: null,
        statement: sha256Hex(bytes),
      } as const,
      bytes,
    });
    const own = memberStore(desk.store, { name: 'Mira', secondPerson }).append([approval('Mira')]);
    if (wanted) await expect(own).rejects.toMatchObject({ code: 'bad-usage', subject: id });
    else await own;
    await memberStore(desk.store, { name: 'Tano', secondPerson }).append([approval('Tano')]);
    expect(await desk.store.entriesWith('release-approved')).toHaveLength(wanted ? 1 : 2);
  },
);
