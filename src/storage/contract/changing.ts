/** Contract: what entries changed, told in steps, is what the whole record tells. */
import { expect, test } from 'vitest';
import type { ChangeTaker, RecordStore, StatusTally } from '../../desk/ports/record-store.ts';
import type { Actor } from '../../record/actor.ts';
import { CLAIM_STATUSES } from '../../record/claim.ts';
import type { Proposition } from '../../record/proposition.ts';
import { eraseSampleSource } from './erasing.ts';
import { joined, regrouped, reviewed, sampleId, sampleProposition, sampleRecord } from './sample-record.ts';
import type { WithStore } from './store-harness.ts';

/** Keeps what it is told. */
function keeper() {
  const propositions = new Map<string, Proposition>();
  const tallies = new Map<string, StatusTally>();
  const actors = new Map<string, Actor>();
  let told = 0;
  const taker: ChangeTaker = {
    clear: () => {
      for (const map of [propositions, tallies, actors]) map.clear();
    },
    proposition: (one) => {
      told += 1;
      propositions.set(one.id, one);
    },
    tally: (one) => {
      told += 1;
      tallies.set(`${one.proposition} ${one.status} ${one.stance} ${one.numbered}`, one);
    },
    actor: (one, absorbed) => {
      told += 1;
      actors.set(one.id, one);
      for (const id of absorbed) actors.delete(id);
    },
  };
  return { taker, propositions, tallies, actors, told: () => told };
}

/** The counts of a status as `tallies` tells them. */
function talliesOf(kept: ReturnType<typeof keeper>, status: StatusTally['status']) {
  const order = [...kept.propositions.keys()];
  return [...kept.tallies.values()]
    .filter((one) => one.status === status && one.claims > 0)
    .map(({ status: _, ...rest }) => rest)
    .toSorted(
      (a, b) =>
        order.indexOf(a.proposition) - order.indexOf(b.proposition) ||
        (a.stance < b.stance ? -1 : 1) ||
        Number(a.numbered) - Number(b.numbered),
    );
}

async function expectSame(store: RecordStore, kept: ReturnType<typeof keeper>): Promise<void> {
  expect([...kept.propositions.values()]).toEqual(await store.propositions());
  expect([...kept.actors.values()]).toEqual(await store.actors());
  for (const status of CLAIM_STATUSES)
    expect(talliesOf(kept, status), status).toEqual(await store.tallies([status]));
}

/**
 * Declares the tests.
 *
 * @example
 * describeChanging(withFreshStore(open));
 */
export function describeChanging(withStore: WithStore): void {
  test(
    'what entries changed is told once, and all of it, whoever wrote them',
    withStore(async ({ store, reopen }) => {
      const kept = keeper();
      let at = await store.changedSince(0, kept.taker);
      expect([at, kept.told()]).toEqual([0, 0]);
      const other = await reopen();
      const steps = [
        () => store.append(sampleRecord()),
        () => other.append([reviewed(1, 'accepted'), reviewed(3, 'rejected', 'a joke')]),
        () => store.append([regrouped([2], sampleId('proposition', 3), [sampleProposition(3)])]),
        () => other.append([joined(2, 3)]),
        () => eraseSampleSource(store, 2),
        () => other.append([reviewed(2, 'accepted')]),
      ];
      for (const step of steps) {
        await step();
        at = await store.changedSince(at, kept.taker);
        expect(at).toBe((await store.head())?.seq);
        await expectSame(store, kept);
        const before = kept.told();
        expect(await store.changedSince(at, kept.taker)).toBe(at);
        expect(kept.told(), 'nothing came, and nothing is told').toBe(before);
      }
    }),
  );
  test(
    'a decision tells the counts that it changed and nothing else',
    withStore(async ({ store }) => {
      await store.append(sampleRecord());
      const at = await store.changedSince(0, keeper().taker);
      await store.append([reviewed(1, 'accepted')]);
      const kept = keeper();
      await store.changedSince(at, kept.taker);
      expect([kept.propositions.size, kept.actors.size, kept.tallies.size]).toEqual([0, 0, 2]);
    }),
  );
  test(
    'what entries are about is told without their bodies',
    withStore(async ({ store }) => {
      await store.append(sampleRecord());
      await store.append([reviewed(1, 'accepted')]);
      const heads = await store.heads(2);
      expect(heads.map(({ seq, action }) => [seq, action])).toEqual([
        [3, 'claims-proposed'],
        [4, 'claim-reviewed'],
      ]);
      expect(heads[1]?.subject).toBe(sampleId('claim', 1));
      expect(await store.heads(4)).toEqual([]);
    }),
  );
}
