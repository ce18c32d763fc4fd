/** A list of people for the contract suites, on top of the sample record with links: two files of it. Invented people. */
import type { NewEntry } from '../../desk/ports/record-store.ts';
import type { ListImported } from '../../record/changes/of-people.ts';
import type { Listing } from '../../record/listing.ts';
import type { VictimList } from '../../record/victim-list.ts';
import { linkedRecord } from './sample-links.ts';
import { captured, entryFor, sampleId } from './sample-record.ts';

/** A name that stands only in the first file of the sample list. */
export const LISTED_NAME = 'Odriska Velmane';

/**
 * A list with an identifier, a name and a date of death.
 *
 * @example
 * sampleList({ name: 'Harbour committee' });
 */
export function sampleList(fields: Partial<VictimList> = {}): VictimList {
  return {
    id: sampleId('list', 1),
    name: 'Harbour committee',
    columns: [
      { header: 'No', property: 'id', lang: null, dates: null },
      { header: 'Name', property: 'name', lang: null, dates: null },
      { header: 'Died', property: 'died', lang: null, dates: 'dmy' },
    ],
    headerRow: 1,
    sheet: null,
    ...fields,
  };
}

/**
 * One listing of it.
 *
 * @example
 * sampleListing(1, 'Odriska Velmane');
 */
export function sampleListing(number: number, name: string, died = '2031-04-02'): Listing {
  return {
    id: sampleId('listing', number),
    key: `id ${number}`,
    row: number + 1,
    values: [String(number), name, died],
    written: { '2': died.split('-').toReversed().join('.') },
  };
}

/**
 * An import of a file of the list.
 *
 * @param capture number of the captured file
 * @example
 * listImported(4, { listings: [sampleListing(1, 'Odriska Velmane')] });
 */
export function listImported(capture: number, fields: Partial<ListImported> = {}): NewEntry {
  const change: ListImported = {
    action: 'list-imported',
    list: sampleList(),
    capture: sampleId('capture', capture),
    part: 1,
    parts: 1,
    listings: [],
    gone: [],
    ...fields,
  };
  return { ...entryFor(change, change.list.id), agent: 'Reader One' };
}

/**
 * The sample record with links and a list of three people: the second file changes one, brings one and lacks one.
 *
 * @example
 * await store.append(listedRecord());
 */
export function listedRecord(): readonly NewEntry[] {
  return [
    ...linkedRecord(),
    captured(4, null, { source: { kind: 'list', handling: 'sealed' } }),
    listImported(4, {
      listings: [
        sampleListing(1, LISTED_NAME),
        sampleListing(2, 'Tarn Belisko'),
        sampleListing(3, 'Ида Кортан'),
      ],
    }),
    captured(5, null, { source: { kind: 'list', handling: 'sealed' } }),
    listImported(5, {
      listings: [sampleListing(2, 'Tarn Belisko', '2031-04-03'), sampleListing(4, 'Mavo Sentir')],
      gone: [sampleId('listing', 1)],
    }),
  ];
}
