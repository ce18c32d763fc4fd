/** Contract: the check finds every change made past the append, in any table and any column, and names it. */
import { expect, test } from 'vitest';
import {
  captured,
  joined,
  proposed,
  regrouped,
  reviewed,
  sampleClaim,
  sampleId,
  sampleRecord,
} from './sample-record.ts';
import type { WithStore } from './store-harness.ts';

/** Columns of each table that hold numbers and text; each is changed in turn, in one row. */
const COLUMNS: Readonly<
  Record<string, { readonly numbers: readonly string[]; readonly texts: readonly string[] }>
> = {
  log: {
    numbers: ['seq'],
    texts: ['at', 'agent', 'action', 'subject', 'salt', 'commitment', 'bytes_commitment', 'leaf', 'body'],
  },
  log_head: { numbers: ['size'], texts: ['peaks', 'checkpoint'] },
  entry_sources: { numbers: ['entry'], texts: ['source'] },
  texts: { numbers: ['entry'], texts: ['sha256', 'content'] },
  sources: { numbers: ['place', 'entry'], texts: ['id', 'body'] },
  captures: {
    numbers: ['place', 'source', 'working', 'entry'],
    texts: ['id', 'sha256', 'text_sha256', 'warc_record', 'body'],
  },
  readings: { numbers: ['capture', 'entry'], texts: ['extractor'] },
  actors: { numbers: ['place', 'joined_to', 'entry'], texts: ['id', 'body'] },
  actor_names: { numbers: ['actor', 'entry'], texts: ['folded'] },
  propositions: { numbers: ['place', 'entry'], texts: ['id', 'kind', 'measure', 'group_key', 'body'] },
  chains: { numbers: ['place', 'entry'], texts: ['voices'] },
  chain_speakers: { numbers: ['actor', 'chain', 'entry'], texts: [] },
  claims: { numbers: ['place', 'logged', 'start', 'length', 'entry'], texts: ['id', 'changed'] },
  utterances: {
    numbers: ['place', 'source', 'proposition', 'chain', 'low', 'best', 'high', 'vague', 'entry'],
    texts: ['claim', 'measure', 'stance', 'status', 'said_at'],
  },
  tallies: { numbers: ['proposition', 'numbered', 'claims', 'entry'], texts: ['status', 'stance'] },
  search_documents: { numbers: ['place', 'entry'], texts: ['title', 'content'] },
};

const CHANGES = Object.entries(COLUMNS).flatMap(([table, { numbers, texts }]) => [
  ...numbers.map((column) => [table, column, `coalesce(${column}, 0) + 7`] as const),
  ...texts.map((column) => [table, column, `coalesce(${column}, '') || 'x'`] as const),
]);

const KEY: Readonly<Record<string, string>> = {
  log: 'seq',
  log_head: 'only',
  entry_sources: 'entry',
  texts: 'sha256',
  readings: 'extractor',
  actor_names: 'folded',
  chain_speakers: 'actor',
  tallies: 'proposition',
};

const FULL_RECORD = () => [
  ...sampleRecord(),
  reviewed(1, 'accepted'),
  regrouped([2], sampleId('proposition', 2)),
  joined(2, 3),
];

/**
 * Declares the tests.
 *
 * @example
 * describeChecking(withFreshStore(open));
 */
export function describeChecking(withStore: WithStore): void {
  test(
    'finds nothing in a record of every kind of change',
    withStore(async ({ store, reopen }) => {
      await store.append(FULL_RECORD());
      expect(await store.check()).toEqual([]);
      expect(await (await reopen()).check()).toEqual([]);
    }),
  );
  test.each(CHANGES)('finds a change of %s.%s', async (table, column, expression) => {
    await withStore(async ({ store, damage }) => {
      await store.append(FULL_RECORD());
      const key = KEY[table] ?? 'place';
      await damage(
        `UPDATE ${table} SET ${column} = ${expression} WHERE ${key} = (SELECT max(${key}) FROM ${table})`,
      );
      const faults = await store.check();
      expect(faults).not.toEqual([]);
      expect(faults.every(({ item, message }) => item !== '' && message.endsWith('.'))).toBe(true);
    })();
  });
  test.each(Object.keys(COLUMNS))('finds a row gone from %s', async (table) => {
    await withStore(async ({ store, damage }) => {
      await store.append(FULL_RECORD());
      const key = KEY[table] ?? 'place';
      await damage(`DELETE FROM ${table} WHERE ${key} = (SELECT min(${key}) FROM ${table})`);
      expect(await store.check()).not.toEqual([]);
    })();
  });
  describeNamedFaults(withStore);
}

function describeNamedFaults(withStore: WithStore): void {
  test(
    'finds a row that no entry made',
    withStore(async ({ store, damage }) => {
      await store.append(FULL_RECORD());
      await damage(
        `INSERT INTO claims (place, id, logged, start, length, entry) SELECT place + 1000, 'clm_x', logged, start, length, entry FROM claims WHERE id = '${sampleId('claim', 1)}'`,
      );
      const faults = await store.check();
      expect(faults).toContainEqual({
        item: 'claims clm_x',
        message: 'A row is in the table that no log entry made.',
      });
    }),
  );
  test(
    'names the entry whose body was edited',
    withStore(async ({ store, damage }) => {
      await store.append([...sampleRecord(), captured(3, 'later')]);
      await damage(`UPDATE log SET body = replace(body, 'Harbour Daily', 'Harbour Weekly') WHERE seq = 1`);
      expect(await store.check()).toContainEqual({
        item: 'entry 1',
        message: 'The body of entry 1 was changed after it was written.',
      });
    }),
  );
  test(
    'finds the last entries cut off the log',
    withStore(async ({ store, damage }) => {
      await store.append([...sampleRecord(), proposed({ claims: [sampleClaim(9)] })]);
      await damage('DELETE FROM log WHERE seq = 4');
      expect(await store.check()).not.toEqual([]);
    }),
  );
}
