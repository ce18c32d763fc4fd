/** Contract: lists of people and their listings, as they are now; refusals; erasure; the check. */
import { expect, test } from 'vitest';
import type { NewEntry, RecordStore } from '../../desk/ports/record-store.ts';
import type { HeldListing } from '../../record/listing.ts';
import { eraseSampleSource } from './erasing.ts';
import { LISTED_NAME, listedRecord, listImported, sampleList, sampleListing } from './sample-lists.ts';
import { captured, sampleId } from './sample-record.ts';
import type { WithStore } from './store-harness.ts';

const list = sampleId('list', 1);
const listing = (number: number) => sampleId('listing', number);

async function told(store: RecordStore, of?: typeof list): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const held of store.listings(of)) all.push(inWords(held));
  return all;
}

function inWords({ listing: { values }, capture, gone }: HeldListing): string {
  return `${values.join(' | ')} in ${capture.slice(-1)}${gone ? ', gone' : ''}`;
}

/**
 * Declares the tests.
 *
 * @example
 * describeListing(withFreshStore(open));
 */
export function describeListing(withStore: WithStore): void {
  test(
    'gives lists and listings as the newest file tells them; what it lacks is marked, not deleted',
    withStore(async ({ store, reopen }) => {
      await store.append(listedRecord());
      expect(await store.lists()).toEqual([
        { list: sampleList(), capture: sampleId('capture', 5), listings: 3, gone: 1 },
      ]);
      const now = [
        `1 | ${LISTED_NAME} | 2031-04-02 in 4, gone`,
        '3 | Ида Кортан | 2031-04-02 in 4',
        '2 | Tarn Belisko | 2031-04-03 in 5',
        '4 | Mavo Sentir | 2031-04-02 in 5',
      ];
      expect(await told(store)).toEqual(now);
      expect(await told(await reopen(), list)).toEqual(now);
      expect(await told(store, sampleId('list', 7))).toEqual([]);
      expect(await store.listing(listing(2))).toEqual({
        list,
        columns: sampleList().columns,
        capture: sampleId('capture', 5),
        listing: sampleListing(2, 'Tarn Belisko', '2031-04-03'),
        gone: false,
      });
      expect(await store.listing(listing(9))).toBeNull();
      expect((await store.entriesOf(sampleId('source', 5))).map(({ action }) => action)).toEqual([
        'source-captured',
        'list-imported',
      ]);
      expect(await store.check()).toEqual([]);
    }),
  );
  test(
    'a listing that comes again is no longer gone; a list may be renamed and read by other columns',
    withStore(async ({ store }) => {
      await store.append([
        ...listedRecord(),
        captured(6, null),
        listImported(6, {
          list: sampleList({ name: 'Dock committee' }),
          listings: [sampleListing(1, LISTED_NAME)],
        }),
      ]);
      expect(await store.listing(listing(1))).toMatchObject({ gone: false, capture: sampleId('capture', 6) });
      expect(await store.lists()).toMatchObject([{ list: { name: 'Dock committee' }, listings: 4, gone: 0 }]);
      expect(await store.check()).toEqual([]);
    }),
  );
  test(
    'an erased file takes what it alone told; what another file tells stays as that tells it',
    withStore(async ({ store }) => {
      await store.append(listedRecord());
      await eraseSampleSource(store, 5);
      expect(await told(store)).toEqual([
        `1 | ${LISTED_NAME} | 2031-04-02 in 4`,
        '2 | Tarn Belisko | 2031-04-02 in 4',
        '3 | Ида Кортан | 2031-04-02 in 4',
      ]);
      expect(await store.check()).toEqual([]);
    }),
  );
  test(
    'the first file erased: its names are nowhere, what the second changed stays, and both erased leave no list',
    withStore(async ({ store }) => {
      await store.append(listedRecord());
      await eraseSampleSource(store, 4);
      expect(await told(store)).toEqual([
        '2 | Tarn Belisko | 2031-04-03 in 5',
        '4 | Mavo Sentir | 2031-04-02 in 5',
      ]);
      expect(JSON.stringify(await bodiesOf(store))).not.toContain(LISTED_NAME);
      expect(await store.check()).toEqual([]);
      await eraseSampleSource(store, 5);
      expect(await store.lists()).toEqual([]);
      expect(await store.check()).toEqual([]);
    }),
  );
  test.each(DAMAGES)('the check finds %s', async (_, statement) => {
    await withStore(async ({ store, damage }) => {
      await store.append(listedRecord());
      await damage(statement);
      expect(await store.check()).not.toEqual([]);
    })();
  });
  test.each(REFUSED)('refuses %s', (_, entry, path) =>
    withStore(async ({ store }) => {
      await store.append(listedRecord());
      const error = await store.append([entry]).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ code: 'invalid-record', faults: [{ path }] });
    })(),
  );
}

const DAMAGES: readonly (readonly [string, string])[] = [
  ['a list renamed', `UPDATE lists SET body = replace(body, 'Harbour', 'Dock')`],
  ['a list moved to another file', 'UPDATE lists SET capture = (SELECT min(place) FROM captures)'],
  ['a listing marked as gone', `UPDATE listings SET gone = 1 WHERE id = '${listing(2)}'`],
  ['a listing that points at another row', `UPDATE listings SET nth = 1 WHERE id = '${listing(2)}'`],
  [
    'a listing that points at another entry',
    `UPDATE listings SET logged = logged - 1 WHERE id = '${listing(2)}'`,
  ],
  ['a listing deleted', `DELETE FROM listings WHERE id = '${listing(3)}'`],
];

const REFUSED: readonly (readonly [string, NewEntry, string])[] = [
  ['a file that is not captured', listImported(9, { listings: [sampleListing(7, 'Sel Aro')] }), 'capture'],
  [
    'a listing twice',
    listImported(5, { listings: [sampleListing(7, 'Sel Aro'), sampleListing(7, 'Sel Aru')] }),
    'listings[1].id',
  ],
  [
    'a listing without a value for each column',
    listImported(5, { listings: [{ ...sampleListing(7, 'Sel Aro'), values: ['7'] }] }),
    'listings[0].values',
  ],
  ['an unknown listing as gone', listImported(5, { gone: [listing(77)] }), 'gone[0]'],
  ['a part that cannot be', listImported(5, { part: 3, parts: 2 }), 'part'],
];

async function bodiesOf(store: RecordStore): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  for await (const { body } of store.log()) all.push(body);
  return all;
}
