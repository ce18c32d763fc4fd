/** Contract: compartments and sealed records come back as they were; keys are replaced, destroyed and never left behind. */
import { expect, test } from 'vitest';
import { sha256Hex } from '../../crypto/sha256.ts';
import type { NewEntry, RecordStore } from '../../desk/ports/record-store.ts';
import type { NewRecordKey, StoredSealed } from '../../desk/ports/sealed-store.ts';
import type { SealedKind } from '../../record/sealed/sealed-record.ts';
import { captured, sampleActor, sampleId } from './sample-record.ts';
import {
  base64,
  COMPARTMENT,
  changed,
  DOCUMENT_BYTES,
  erased,
  introduced,
  released,
  sealed,
  sealedDocument,
  sealedRecords,
} from './sample-sealed.ts';
import type { WithStore } from './store-harness.ts';

const FIRST = sampleId('case', 1);
const SECOND = sampleId('case', 2);

async function recordsOf(store: RecordStore, kind: SealedKind): Promise<readonly StoredSealed[]> {
  const found: StoredSealed[] = [];
  await store.eachSealed(COMPARTMENT, kind, (record) => found.push(record));
  return found;
}

/** All keys of the compartment wrapped anew. */
async function rewrapped(store: RecordStore, epoch: number): Promise<readonly NewRecordKey[]> {
  return (await store.recordKeys(COMPARTMENT)).map((key) => ({
    ...key,
    epoch,
    wrapped: base64(`key ${epoch} ${key.entry}`),
  }));
}

/**
 * Declares the tests.
 *
 * @example
 * describeSealing(withFreshStore(open));
 */
export function describeSealing(withStore: WithStore): void {
  test(
    'gives the newest versions back, kind by kind, with their keys',
    withStore(async ({ store, reopen }) => {
      await store.append([...sealedRecords(), sealedDocument(1)]);
      const again = await reopen();
      expect(await again.compartments()).toEqual([await again.compartment(COMPARTMENT)]);
      expect((await again.compartment(COMPARTMENT))?.wraps.map(({ member }) => member)).toEqual([
        'lena',
        'omar',
      ]);
      expect(await recordsOf(again, 'case')).toEqual([
        {
          id: FIRST,
          version: 2,
          sealed: base64(`${FIRST} 2`),
          blob: null,
          key: { epoch: 1, wrapped: base64(`key 1 ${FIRST} 2`) },
        },
        { ...(await again.sealedRecord(SECOND)), version: 1 },
      ]);
      expect((await recordsOf(again, 'reads')).map(({ id }) => id)).toEqual([sampleId('reads', 1)]);
      expect(await recordsOf(again, 'document')).toMatchObject([
        { sealed: null, blob: sha256Hex(DOCUMENT_BYTES) },
      ]);
      expect(await again.sealedBlobs()).toEqual([sha256Hex(DOCUMENT_BYTES)]);
      expect(await again.sealedState(FIRST)).toMatchObject({
        version: 2,
        entries: [3, 5],
        compartment: COMPARTMENT,
      });
      expect((await again.recordKeys(COMPARTMENT)).map(({ entry }) => entry)).toEqual([3, 4, 5, 6, 7]);
      expect(await again.sealedRecord(sampleId('case', 9))).toBeNull();
      expect(await again.recordKeys(sampleId('compartment', 9))).toEqual([]);
      expect(await again.check()).toEqual([]);
    }),
  );
  test(
    'a member who is added stands beside the others; a new epoch has its own and replaces every key',
    withStore(async ({ store }) => {
      await store.append([...sealedRecords(), changed(1, ['mira'])]);
      const wrapsOf = async () => (await store.compartment(COMPARTMENT))?.wraps.map(({ member }) => member);
      expect(await wrapsOf()).toEqual(['lena', 'omar', 'mira']);
      await store.append([changed(2, ['lena', 'mira'], await rewrapped(store, 2))]);
      expect(await wrapsOf()).toEqual(['lena', 'mira']);
      expect((await store.recordKeys(COMPARTMENT)).map(({ epoch, wrapped }) => [epoch, wrapped])).toEqual(
        [3, 4, 5, 6].map((entry) => [2, base64(`key 2 ${entry}`)]),
      );
      expect(await store.check()).toEqual([]);
      await store.append([sealed(SECOND, 2, {}, { epoch: 2 })]);
      expect(await store.check()).toEqual([]);
    }),
  );
  test(
    'an epoch that would leave a record behind, or brings a key for none, is refused whole',
    withStore(async ({ store }) => {
      await store.append(sealedRecords());
      const keys = await rewrapped(store, 2);
      const before = await store.recordKeys(COMPARTMENT);
      const strange = { ...keys[0], entry: 1 } as NewRecordKey;
      for (const wrong of [keys.slice(1), [], [...keys, strange]])
        await expect(store.append([changed(2, ['lena'], wrong)])).rejects.toMatchObject({
          code: 'vault-busy',
        });
      expect(await store.recordKeys(COMPARTMENT)).toEqual(before);
      expect((await store.compartment(COMPARTMENT))?.epoch).toBe(1);
      expect(await store.check()).toEqual([]);
    }),
  );
  test(
    'counts from cases stand sealed in the compartment, and once more in the log when two members let them go',
    withStore(async ({ store, reopen }) => {
      const id = sampleId('counts', 1);
      await store.append([...sealedRecords(), sealed(id)]);
      expect(await store.entriesWith('counts-released')).toEqual([]);
      await store.append([sealed(id, 2), released(1)]);
      const again = await reopen();
      expect(await recordsOf(again, 'counts')).toMatchObject([{ id, version: 2 }]);
      expect(await again.entriesWith('counts-released')).toMatchObject([
        { seq: 9, subject: COMPARTMENT, body: { record: id, compartment: COMPARTMENT } },
      ]);
      expect(await again.check()).toEqual([]);
      await again.append([changed(2, ['lena'], await rewrapped(again, 2))]);
      await again.append([erased(id, [7, 8])]);
      expect(await again.entriesWith('counts-released')).toHaveLength(1);
      expect(await again.check()).toEqual([]);
    }),
  );
  describeGoing(withStore);
  test.each(REFUSED)('refuses %s', (_, entry, path) =>
    withStore(async ({ store }) => {
      await store.append([
        ...sealedRecords(),
        sealedDocument(1),
        sealed(sampleId('case', 8)),
        erased(sampleId('case', 8), [8]),
      ]);
      const error = await store.append([entry]).catch((reason: unknown) => reason);
      expect(error).toMatchObject({
        code: 'invalid-record',
        faults: expect.arrayContaining([expect.objectContaining({ path })]),
      });
      expect((await store.head())?.seq).toBe(9);
    })(),
  );
}

function describeGoing(withStore: WithStore): void {
  test(
    'what is erased is gone: every version, every key; the rest and what comes later stand as they were',
    withStore(async ({ store, reopen }) => {
      await store.append([
        ...sealedRecords(),
        sealedDocument(1),
        captured(1, 'A report in the open', { actors: [sampleActor(1, 'Harbour Daily')] }),
      ]);
      await store.append([erased(FIRST, [3, 5]), erased(sampleId('document', 1), [7])]);
      const again = await reopen();
      expect(await again.sealedRecord(FIRST)).toBeNull();
      expect((await recordsOf(again, 'case')).map(({ id }) => id)).toEqual([SECOND]);
      expect((await again.recordKeys(COMPARTMENT)).map(({ entry }) => entry)).toEqual([4, 6]);
      expect(await again.sealedBlobs()).toEqual([]);
      const log = new Map<number, unknown>();
      for await (const entry of again.log()) log.set(entry.seq, entry);
      for (const seq of [3, 5])
        expect(log.get(seq)).toMatchObject({ agent: '', subject: FIRST, salt: null, body: null });
      expect(await again.check()).toEqual([]);
      await store.append([
        sealed(sampleId('case', 3)),
        captured(2, 'A later report', {
          actors: [sampleActor(1, 'Harbour Daily')],
          source: { publisher: null },
        }),
      ]);
      expect(await again.check()).toEqual([]);
      expect(await again.source(sampleId('source', 1))).not.toBeNull();
    }),
  );
  test('the check finds a key that is missing, exchanged or left in an old epoch', async () => {
    for (const statement of [
      'DELETE FROM record_keys WHERE sealed = 4',
      `UPDATE record_keys SET record = '${SECOND}' WHERE sealed = 5`,
      'UPDATE record_keys SET epoch = 7 WHERE sealed = 3',
      `UPDATE sealed_records SET version = 1 WHERE id = '${FIRST}'`,
      `UPDATE compartments SET body = replace(body, 'omar', 'noor')`,
    ])
      await withStore(async ({ store, damage }) => {
        await store.append(sealedRecords());
        await damage(statement);
        expect(await store.check(), statement).not.toEqual([]);
      })();
  });
}

const REFUSED: readonly (readonly [string, NewEntry, string])[] = [
  ['a version that somebody else saved meanwhile', sealed(FIRST, 2), 'version'],
  ['a version that jumps', sealed(FIRST, 4), 'version'],
  ['a record of an erased id', sealed(sampleId('case', 8)), 'record'],
  [
    'a record in an unknown compartment',
    sealed(sampleId('case', 9), 1, { compartment: sampleId('compartment', 9) }),
    'compartment',
  ],
  ['a record that moves', sealed(FIRST, 3, { compartment: sampleId('compartment', 9) }), 'compartment'],
  ['a record in clear', sealed(sampleId('case', 9), 1, { sealed: 'a name' }), 'sealed'],
  ['a record without content', sealed(sampleId('case', 9), 1, { sealed: null }), 'sealed'],
  [
    'a second version of a document',
    sealed(sampleId('document', 1), 2, { sealed: null, blob: sha256Hex('x') }),
    'blob',
  ],
  [
    'a document without its bytes',
    sealed(sampleId('document', 9), 1, { sealed: null, blob: sha256Hex('x') }),
    'bytes',
  ],
  ['a key of an old epoch', sealed(FIRST, 3, {}, { epoch: 0 }), 'recordKeys'],
  ['a key of another record', sealed(FIRST, 3, {}, { record: SECOND }), 'recordKeys'],
  ['a record without a key', { ...sealed(FIRST, 3), recordKeys: [] }, 'recordKeys'],
  ['a key that is no base64', sealed(FIRST, 3, {}, { wrapped: 'a name' }), 'recordKeys'],
  ['an epoch that jumps', changed(3, ['lena']), 'epoch'],
  ['an epoch that goes back', changed(0, ['lena']), 'epoch'],
  ['a new epoch without members', changed(2, []), 'wraps'],
  ['a compartment without a head', changed(1, ['lena'], [], { head: ' ' }), 'head'],
  ['an erasure that leaves a version', erased(FIRST, [3]), 'entries'],
  ['an erasure of nothing', erased(sampleId('case', 9), [4]), 'record'],
  [
    'counts of an unknown compartment',
    released(9, { compartment: sampleId('compartment', 9) }),
    'compartment',
  ],
  ['counts that nobody signed off', released(9, { release: '{"tables":[]}' }), 'release'],
  [
    'counts without a signature',
    released(9, { signatures: { prepared: '', signedOff: '' } }),
    'signatures.prepared',
  ],
  ['counts of another record', released(9, { record: sampleId('case', 2) as never }), 'record'],
  ['a member without a name', introduced(2, ' '), 'member.name'],
];
