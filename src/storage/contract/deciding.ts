/** Contract: decisions on who is one person, taken back, refused, erased with the file that told a listing. */
import { expect, test } from 'vitest';
import type { NewEntry } from '../../desk/ports/record-store.ts';
import type { ClearedPerson } from '../../record/clearance.ts';
import type { Sha256 } from '../../record/id.ts';
import type { PeopleStatement } from '../../record/people-decision.ts';
import { eraseSampleSource } from './erasing.ts';
import { listedRecord } from './sample-lists.ts';
import { entryFor, sampleId } from './sample-record.ts';
import type { WithStore } from './store-harness.ts';

const decision = (number: number) => sampleId('decision', number);
const listing = (number: number) => sampleId('listing', number);

/**
 * A decision on two listings of the sample lists.
 *
 * @example
 * peopleDecided(1, { relation: 'different' });
 */
export function peopleDecided(number: number, fields: Partial<PeopleStatement> = {}): NewEntry {
  const change = {
    action: 'people-decided' as const,
    decision: {
      id: decision(number),
      relation: 'same' as const,
      a: listing(2),
      b: listing(3),
      reason: 'The same mother.',
      ...fields,
    },
  };
  return { ...entryFor(change, change.decision.id), agent: 'Reader One' };
}

function decisionUndone(number: number, reason = 'Two mothers.'): NewEntry {
  const id = decision(number);
  return {
    ...entryFor({ action: 'people-decision-undone', decision: id, reason }, id),
    agent: 'Reader Two',
  };
}

/**
 * Declares the tests.
 *
 * @example
 * describeDeciding(withFreshStore(open));
 */
export function describeDeciding(withStore: WithStore): void {
  test(
    'keeps who may be named, in order; nobody unknown, and nothing without a reason',
    withStore(async ({ store, reopen }) => {
      const actor = sampleId('actor', 1);
      const person = { kind: 'actor', actor } as const;
      const cleared = (reason: string, who: ClearedPerson = person) =>
        entryFor({ action: 'person-cleared', person: who, reason }, actor);
      const named = { kind: 'name', hash: 'f0'.repeat(32) as Sha256 } as const;
      await store.append([...listedRecord(), cleared('She holds office.'), cleared('A people.', named)]);
      await store.append([entryFor({ action: 'clearance-withdrawn', person, reason: 'Threatened.' }, actor)]);
      for (const wrong of [cleared(' '), cleared('x', { kind: 'actor', actor: sampleId('actor', 99) })])
        await expect(store.append([wrong])).rejects.toMatchObject({ code: 'invalid-record' });
      const again = await reopen();
      expect((await again.entriesWith('person-cleared')).map(({ body }) => body)).toEqual([
        { action: 'person-cleared', person, reason: 'She holds office.' },
        { action: 'person-cleared', person: named, reason: 'A people.' },
      ]);
      expect(await again.entriesWith('clearance-withdrawn')).toHaveLength(1);
      expect(await again.check()).toEqual([]);
    }),
  );

  test(
    'gives decisions back as they were appended; one taken back stays, marked',
    withStore(async ({ store, reopen }) => {
      await store.append([
        ...listedRecord(),
        peopleDecided(1),
        peopleDecided(2, { relation: 'different', b: listing(4) }),
        decisionUndone(1),
      ]);
      const again = await reopen();
      expect(await again.decisions()).toMatchObject([
        {
          id: decision(1),
          relation: 'same',
          a: listing(2),
          b: listing(3),
          reason: 'The same mother.',
          by: 'Reader One',
          undone: { by: 'Reader Two', reason: 'Two mothers.' },
        },
        { id: decision(2), relation: 'different', undone: null },
      ]);
      expect(await again.decision(decision(2))).toEqual((await again.decisions())[1]);
      expect(await again.decision(decision(9))).toBeNull();
      expect(await again.check()).toEqual([]);
    }),
  );
  test(
    'a decision goes with the file that alone told one of its listings, and so does what took it back',
    withStore(async ({ store }) => {
      await store.append([
        ...listedRecord(),
        peopleDecided(1),
        peopleDecided(2, { b: listing(4) }),
        decisionUndone(2),
      ]);
      await eraseSampleSource(store, 5);
      expect((await store.decisions()).map(({ id }) => id)).toEqual([decision(1)]);
      expect(await store.check()).toEqual([]);
    }),
  );
  test('the check finds a decision that was changed', async () => {
    await withStore(async ({ store, damage }) => {
      await store.append([...listedRecord(), peopleDecided(1)]);
      await damage(`UPDATE decisions SET body = replace(body, 'same', 'different')`);
      expect(await store.check()).not.toEqual([]);
    })();
  });
  test.each(REFUSED)('refuses %s', (_, entry, path) =>
    withStore(async ({ store }) => {
      await store.append([...listedRecord(), peopleDecided(1), peopleDecided(2), decisionUndone(2)]);
      const error = await store.append([entry]).catch((reason: unknown) => reason);
      expect(error).toMatchObject({ code: 'invalid-record', faults: [{ path }] });
    })(),
  );
}

const REFUSED: readonly (readonly [string, NewEntry, string])[] = [
  ['a decision that is there', peopleDecided(1), 'decision.id'],
  ['a listing with itself', peopleDecided(7, { b: listing(2) }), 'decision.b'],
  ['an unknown listing', peopleDecided(7, { b: listing(77) }), 'decision.b'],
  ['a decision without a reason', peopleDecided(7, { reason: ' ' }), 'decision.reason'],
  ['undoing without a reason', decisionUndone(1, ' '), 'reason'],
  ['undoing twice', decisionUndone(2), 'decision'],
  ['undoing nothing', decisionUndone(9), 'decision'],
];
