/** Contract: the log, its hashes, and that an append is all or nothing. */
import { expect, test } from 'vitest';
import { canonicalJson } from '../../crypto/canonical-json.ts';
import { entryDifference } from '../../crypto/log-leaf.ts';
import { sha256Hex } from '../../crypto/sha256.ts';
import type { NewEntry, RecordStore } from '../../desk/ports/record-store.ts';
import type { LogEntry } from '../../record/log-entry.ts';
import {
  captured,
  entryFor,
  joined,
  proposed,
  regrouped,
  reviewed,
  SAMPLE_ACTORS,
  SAMPLE_TEXT,
  sampleActor,
  sampleCapture,
  sampleClaim,
  sampleId,
  sampleProposition,
  sampleRecord,
  sampleSource,
} from './sample-record.ts';
import type { WithStore } from './store-harness.ts';

/**
 * Collects entries of the log.
 *
 * @example
 * (await entriesOf(store.log(2, 1))).length; // 1
 */
export async function entriesOf(log: AsyncIterable<LogEntry>): Promise<readonly LogEntry[]> {
  const entries: LogEntry[] = [];
  for await (const entry of log) entries.push(entry);
  return entries;
}

/**
 * Declares the tests.
 *
 * @example
 * describeAppending(withFreshStore(open));
 */
export function describeAppending(withStore: WithStore): void {
  test(
    'an empty store has no head, no entries and no counts',
    withStore(async ({ store }) => {
      expect(await store.head()).toBeNull();
      expect(await entriesOf(store.log())).toEqual([]);
      expect(await store.append([])).toEqual([]);
      expect(await store.counts()).toMatchObject({ sources: 0, claims: { proposed: 0 }, entries: 0 });
    }),
  );
  test(
    'entries are numbered from 1 and each proves itself',
    withStore(async ({ store, reopen }) => {
      const first = await store.append(sampleRecord().slice(0, 2));
      const second = await (await reopen()).append(sampleRecord().slice(2));
      const all = await entriesOf(store.log());
      expect(all).toEqual([...first, ...second]);
      expect(all.map(({ seq }) => seq)).toEqual([1, 2, 3]);
      for (const entry of all)
        expect(entryDifference({ ...entry, body: canonicalJson(entry.body) })).toBeNull();
      expect(new Set(all.map(({ salt }) => salt)).size).toBe(3);
      expect(all.map(({ bytesCommitment }) => bytesCommitment !== null)).toEqual([true, true, false]);
      expect(await store.head()).toEqual(all.at(-1));
    }),
  );
  describeLog(withStore);
  describeWriters(withStore);
}

function describeLog(withStore: WithStore): void {
  test(
    'the log is read from any entry and in any length',
    withStore(async ({ store }) => {
      await store.append(
        Array.from({ length: 150 }, (_, n) => captured(n + 1, null, { actors: SAMPLE_ACTORS })),
      );
      const seqs = async (from?: number, limit?: number) =>
        (await entriesOf(store.log(from, limit))).map(({ seq }) => seq);
      expect(await seqs()).toHaveLength(150);
      expect(await seqs(149)).toEqual([149, 150]);
      expect(await seqs(60, 70)).toEqual(Array.from({ length: 70 }, (_, n) => 60 + n));
      expect(await seqs(151)).toEqual([]);
      expect(await seqs(1, 0)).toEqual([]);
    }),
  );
}

function describeWriters(withStore: WithStore): void {
  test(
    'one bad entry undoes the whole append, texts included',
    withStore(async ({ store }) => {
      const bad = reviewed(99, 'accepted');
      await expect(store.append([...sampleRecord(), bad])).rejects.toMatchObject({ code: 'invalid-record' });
      expect(await store.head()).toBeNull();
      expect(await store.text(sha256Hex(SAMPLE_TEXT))).toBeNull();
      expect((await store.search('fishermen', 5)).hits).toEqual([]);
      expect(await store.append(sampleRecord())).toHaveLength(3);
      expect(await store.check()).toEqual([]);
    }),
  );
  test(
    'two connections writing in turn and at once make one log without gaps',
    withStore(async ({ store, reopen }) => {
      const other = await reopen();
      await store.append([captured(1, null, { actors: SAMPLE_ACTORS })]);
      const work = Array.from({ length: 40 }, (_, n) =>
        (n % 2 ? store : other).append([captured(n + 2, `text ${n}`)]),
      );
      await Promise.all(work);
      expect((await entriesOf(store.log())).map(({ seq }) => seq)).toEqual(
        Array.from({ length: 41 }, (_, n) => n + 1),
      );
      expect(await other.sources()).toEqual(await store.sources());
      expect(await store.check()).toEqual([]);
    }),
  );
  describeRefusals(withStore);
}

/** Each with the path of the fault that must be reported; on top of the sample record. */
const REFUSED: readonly (readonly [name: string, path: string, entry: NewEntry])[] = [
  [
    'unknown publisher',
    'source.publisher',
    captured(3, null, { source: { publisher: sampleId('actor', 77) } }),
  ],
  [
    'unknown author',
    'source.authors[0]',
    captured(3, null, { source: { authors: [sampleId('actor', 77)] } }),
  ],
  [
    'unknown revised source',
    'source.revisionOf',
    captured(3, null, { source: { revisionOf: sampleId('source', 77) } }),
  ],
  ['capture of another source', 'capture.of', captured(3, null, { capture: { of: sampleId('source', 1) } })],
  ['capture stored already', 'capture.id', captured(1, null)],
  [
    'unknown original capture',
    'capture.derivedFrom',
    captured(3, null, { capture: { derivedFrom: sampleId('capture', 77) } }),
  ],
  [
    'text neither given nor stored',
    'capture.text',
    entryFor(
      {
        action: 'source-captured',
        source: sampleSource(3),
        capture: sampleCapture(3, 'nowhere'),
        actors: [],
      },
      sampleId('source', 3),
    ),
  ],
  ['text under a false hash', 'texts', { ...captured(3, null), texts: new Map([[sha256Hex('a'), 'b']]) }],
  [
    'text with an unpaired surrogate',
    'texts',
    { ...captured(3, null), texts: new Map([[sha256Hex('a'), '\ud800']]) },
  ],
  [
    'actor known with other content',
    'actors[0]',
    captured(3, null, { actors: [sampleActor(1, 'Another Name')] }),
  ],
  [
    'actor without a name',
    'actors[0].names',
    captured(3, null, { actors: [{ ...sampleActor(9, ''), names: [] }] }),
  ],
  [
    'unknown source described',
    'source.id',
    entryFor({ action: 'source-described', source: sampleSource(77), actors: [] }, sampleId('source', 77)),
  ],
  ['unknown capture read', 'capture', proposed({ claims: [], capture: 77 })],
  [
    'claim of a source that was not read',
    'claims[0].source',
    proposed({ claims: [sampleClaim(9, { source: sampleId('source', 2) })] }),
  ],
  ['claim stored already', 'claims[0].id', proposed({ claims: [sampleClaim(1)] })],
  ['claim twice in one entry', 'claims[1].id', proposed({ claims: [sampleClaim(9), sampleClaim(9)] })],
  [
    'unknown proposition',
    'claims[0].proposition',
    proposed({ claims: [sampleClaim(9, { proposition: sampleId('proposition', 77) })] }),
  ],
  [
    'unknown speaker',
    'claims[0].chain[1].speaker',
    proposed({ claims: [sampleClaim(9, { voices: [sampleId('actor', 1), sampleId('actor', 77)] })] }),
  ],
  [
    'unknown superseded claim',
    'claims[0].supersedes',
    proposed({ claims: [sampleClaim(9, { supersedes: sampleId('claim', 77) })] }),
  ],
  ['claim without a chain', 'claims[0].chain', proposed({ claims: [sampleClaim(9, { voices: [] })] })],
  ['claim without a passage', 'claims[0].passages', proposed({ claims: [sampleClaim(9, { passages: [] })] })],
  [
    'claim accepted before anybody read it',
    'claims[0].status',
    proposed({ claims: [sampleClaim(9, { status: 'accepted' })] }),
  ],
  [
    'proposition known with other content',
    'propositions[0]',
    proposed({ claims: [], propositions: [sampleProposition(1, 'injured')] }),
  ],
  [
    'unknown wider proposition',
    'propositions[0].narrowerThan',
    proposed({
      claims: [],
      propositions: [{ ...sampleProposition(9), narrowerThan: sampleId('proposition', 77) }],
    }),
  ],
  ['unknown claim reviewed', 'claim', reviewed(77, 'accepted')],
  ['rejection without a reason', 'reason', reviewed(1, 'rejected', ' ')],
  ['unknown claim regrouped', 'claims[0]', regrouped([77], sampleId('proposition', 1))],
  ['no claim regrouped', 'claims', regrouped([], sampleId('proposition', 1))],
  ['regrouped to nowhere', 'to', regrouped([1], sampleId('proposition', 77))],
  ['unknown actor joined', 'absorbed', joined(1, 77)],
  ['actor joined to itself', 'absorbed', joined(1, 1)],
  ['time that is no instant', 'at', { ...reviewed(1, 'accepted'), at: '2 April 2031' }],
  ['nobody as agent', 'agent', { ...reviewed(1, 'accepted'), agent: '' }],
  ['unpaired surrogate in a title', 'body', captured(3, null, { source: { title: '\ud800' } })],
];

function describeRefusals(withStore: WithStore): void {
  test.each(REFUSED)('refuses: %s', async (_name, path, entry) => {
    await withStore(async ({ store }) => {
      await store.append(sampleRecord());
      await expect(store.append([entry])).rejects.toMatchObject({
        code: 'invalid-record',
        faults: expect.arrayContaining([expect.objectContaining({ path })]),
      });
      expect((await store.head())?.seq).toBe(3);
      expect(await store.check()).toEqual([]);
    })();
  });
  test(
    'reports every fault of an entry',
    withStore(async ({ store }) => {
      const fault = await refusalOf(
        store,
        captured(3, null, { source: { publisher: sampleId('actor', 77), authors: [sampleId('actor', 78)] } }),
      );
      expect(fault).toMatchObject({ faults: [{ path: 'source.publisher' }, { path: 'source.authors[0]' }] });
    }),
  );
}

async function refusalOf(store: RecordStore, entry: NewEntry): Promise<unknown> {
  return store.append([entry]).then(
    () => null,
    (error: unknown) => error,
  );
}
