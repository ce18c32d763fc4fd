/** Contract: places and incidents come back from the log as they were appended; what they name must be in the record; erasure. */
import { expect, test } from 'vitest';
import type { NewEntry } from '../../desk/ports/record-store.ts';
import type { IncidentRecorded, PlaceRecorded } from '../../record/changes/of-places.ts';
import { eraseSampleSource } from './erasing.ts';
import { entryFor, sampleId, sampleRecord } from './sample-record.ts';
import type { WithStore } from './store-harness.ts';

function incident(number: number, fields: Partial<IncidentRecorded> = {}): NewEntry {
  const id = sampleId('incident', number);
  const change: IncidentRecorded = {
    action: 'incident-recorded',
    incident: { id, title: 'Raid on Orsa', kind: 'raid', when: null, clarity: 1, place: null, chain: [] },
    propositions: [sampleId('proposition', 1)],
    reason: 'One raid.',
    withdrawn: false,
    ...fields,
  };
  return { ...entryFor(change, id), agent: 'Reader One' };
}

function place(number: number, fields: Partial<PlaceRecorded> = {}): NewEntry {
  const id = sampleId('place', number);
  const change: PlaceRecorded = {
    action: 'place-recorded',
    place: {
      id,
      kind: 'settlement',
      names: [{ text: 'Orsa', lang: 'en', kind: 'full' }],
      ids: {},
      latitude: -49.35,
      longitude: 70.22,
      precision: { scheme: 'ucdp-where-prec', code: '1' },
      siteType: null,
      whereabouts: null,
      partOf: null,
      runBy: [],
    },
    wordings: ['Orsa'],
    reason: 'The village.',
    withdrawn: false,
    ...fields,
  };
  return { ...entryFor(change, id), agent: 'Reader One' };
}

/**
 * Declares the tests.
 *
 * @example
 * describeIncidents(withFreshStore(open));
 */
export function describeIncidents(withStore: WithStore): void {
  test(
    'gives them back as they were appended, and the check finds nothing',
    withStore(async ({ store, reopen }) => {
      const entries = [place(1), incident(1), incident(1, { withdrawn: true, reason: 'Two raids.' })];
      await store.append([...sampleRecord(), ...entries]);
      const again = await reopen();
      const told = [
        ...(await again.entriesWith('place-recorded')),
        ...(await again.entriesWith('incident-recorded')),
      ];
      expect(told.map(({ body }) => body)).toEqual(entries.map(({ body }) => body));
      expect(await again.check()).toEqual([]);
    }),
  );

  test(
    'refuses what names nothing, and what comes without a reason or words',
    withStore(async ({ store }) => {
      await store.append(sampleRecord());
      const unknown = sampleId('proposition', 99);
      for (const wrong of [
        incident(1, { propositions: [unknown] }),
        incident(1, { propositions: [sampleId('proposition', 1), sampleId('proposition', 1)] }),
        incident(1, { reason: ' ' }),
        place(1, { wordings: [] }),
        place(1, { reason: '' }),
      ])
        await expect(store.append([wrong])).rejects.toMatchObject({ code: 'invalid-record' });
      expect(await store.entriesWith('incident-recorded')).toEqual([]);
    }),
  );

  test(
    'an incident of which only the erased source speaks goes with it, with every version',
    withStore(async ({ store }) => {
      await store.append([...sampleRecord(), incident(1), incident(1, { propositions: [] })]);
      await eraseSampleSource(store, 1);
      const told = await store.entriesWith('incident-recorded');
      expect(told.map(({ body }) => body)).toEqual([null, null]);
      expect(await store.check()).toEqual([]);
    }),
  );
}
