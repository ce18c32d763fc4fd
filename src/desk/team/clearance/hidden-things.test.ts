/** What is hidden, kept up entry by entry, is what a look through the whole record finds. */
import { expect, test } from 'vitest';
import { memoryLog } from '../../../../test/fixtures/desk/memory-log.ts';
import { memoryStore } from '../../../../test/fixtures/desk/memory-store.ts';
import type { Handling } from '../../../record/handling.ts';
import { sees } from '../../../record/team/clearance.ts';
import {
  captured,
  entryFor,
  proposed,
  regrouped,
  reviewed,
  sampleActor,
  sampleClaim,
  sampleId,
  sampleProposition,
  sampleSource,
} from '../../../storage/contract/sample-record.ts';
import { knownRecord } from '../../known/known-record.ts';
import type { RecordStore } from '../../ports/record-store.ts';
import { clearedStore } from './cleared-store.ts';
import { openHidden } from './hidden-things.ts';

const actor = (at: number) => sampleId('actor', at);

/** Sources, captures, claims, propositions and actors that only what is shut speaks of, by a look at everything. */
async function lookedThrough(store: RecordStore, clearance: Handling): Promise<readonly string[]> {
  const hidden = new Set<string>();
  const [seen, alone] = [new Set<string>(), new Set<string>()];
  for (const { id, handling, publisher, authors } of await store.sources()) {
    const isShut = !sees(clearance, handling);
    if (isShut) hidden.add(id);
    for (const one of [publisher ?? '', ...authors]) (isShut ? alone : seen).add(one);
  }
  for (const { id, of } of await store.captures()) if (hidden.has(of)) hidden.add(id);
  for (const { claim, source, proposition, voices } of await store.utterances()) {
    if (hidden.has(source)) hidden.add(claim);
    for (const one of [proposition, ...voices]) (hidden.has(source) ? alone : seen).add(one);
  }
  for (const id of alone) if (id !== '' && !seen.has(id)) hidden.add(id);
  return [...hidden].toSorted();
}

async function expectSame(store: RecordStore, hidden: ReturnType<typeof openHidden>): Promise<void> {
  expect([...(await hidden())].toSorted()).toEqual(await lookedThrough(store, 'internal'));
  const cleared = clearedStore(store, 'internal');
  const gone = await hidden();
  const seen = (await store.claims()).filter(({ id }) => !gone.has(id));
  for (const status of ['proposed', 'accepted', 'rejected'] as const) {
    const some = seen.filter((claim) => claim.status === status);
    expect((await knownRecord(cleared)).claims(status)).toBe(some.length);
    const told = (await cleared.tallies([status])).reduce((sum, { claims }) => sum + claims, 0);
    expect(told).toBe(some.length);
    expect((await cleared.counts()).claims[status]).toBe(some.length);
  }
}

test('each kind of entry leaves hidden what a look through the whole record hides', async () => {
  const store = memoryStore([], memoryLog('hidden.example'));
  const hidden = openHidden(store, 'internal');
  const source = (at: number, handling: Handling) =>
    captured(at, `Text ${at}`, {
      actors: [sampleActor(at, `Paper ${at}`)],
      source: { publisher: actor(at), handling },
    });
  const described = (at: number, handling: Handling) =>
    entryFor(
      {
        action: 'source-described',
        source: sampleSource(at, { publisher: actor(at), handling }),
        actors: [],
      },
      sampleId('source', at),
    );
  const claims = (at: number, given: readonly { claim: number; on: number; by: number }[]) =>
    proposed({
      capture: at,
      actors: given.map(({ by }) => sampleActor(by, `Speaker ${by}`)),
      propositions: given.map(({ on }) => sampleProposition(on)),
      claims: given.map(({ claim, on, by }) =>
        sampleClaim(claim, {
          source: sampleId('source', at),
          proposition: sampleId('proposition', on),
          voices: [actor(at), actor(by)],
        }),
      ),
    });
  const steps = [
    [source(1, 'internal'), source(2, 'sealed')],
    [
      claims(2, [
        { claim: 1, on: 1, by: 21 },
        { claim: 2, on: 2, by: 22 },
      ]),
    ],
    [claims(1, [{ claim: 3, on: 1, by: 22 }])],
    [reviewed(1, 'accepted'), reviewed(3, 'accepted')],
    [reviewed(2, 'rejected', 'a joke')],
    [regrouped([3], sampleId('proposition', 2))],
    [described(1, 'sealed')],
    [described(2, 'public')],
    [source(3, 'sealed'), claims(3, [{ claim: 4, on: 3, by: 23 }])],
    [described(1, 'internal'), described(3, 'internal')],
    [described(2, 'sealed')],
  ];
  await expectSame(store, hidden);
  for (const step of steps) {
    await store.append(step);
    await expectSame(store, hidden);
  }
});

test('what is hidden is not read anew when claims come', async () => {
  const store = memoryStore([], memoryLog('hidden.example'));
  await store.append([captured(1, 'One', { source: { handling: 'sealed' } }), captured(2, 'Two')]);
  const asked: unknown[] = [];
  const watched: RecordStore = {
    ...store,
    utterances: async (filter) => {
      asked.push(filter);
      return store.utterances(filter);
    },
    sources: async (ids) => {
      asked.push('sources');
      return store.sources(ids);
    },
  };
  const hidden = openHidden(watched, 'internal');
  await hidden();
  expect(asked).toEqual(['sources', { sources: [sampleId('source', 1)] }]);
  await store.append([
    proposed({
      capture: 2,
      propositions: [sampleProposition(1)],
      claims: [sampleClaim(1, { source: sampleId('source', 2) })],
    }),
  ]);
  await hidden();
  expect(asked).toHaveLength(2);
});
