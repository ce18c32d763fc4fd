/** Contract: a proposition worded anew, pairs held apart, both refused and erased with what they speak of. */
import { expect, test } from 'vitest';
import type { NewEntry } from '../../desk/ports/record-store.ts';
import type { PropositionReworded, PropositionsHeldApart } from '../../record/changes/of-claims.ts';
import { eraseSampleSource } from './erasing.ts';
import { entryFor, sampleId, sampleProposition, sampleRecord } from './sample-record.ts';
import type { WithStore } from './store-harness.ts';

const proposition = (number: number) => sampleId('proposition', number);

/**
 * A new wording of a proposition of the sample record.
 *
 * @example
 * reworded(1, { after: { text: 'weavers killed', lang: 'en' } });
 */
export function reworded(number: number, fields: Partial<PropositionReworded> = {}): NewEntry {
  const { id, text, lang } = sampleProposition(number);
  const change: PropositionReworded = {
    action: 'proposition-reworded',
    proposition: id,
    before: { text, lang },
    after: { text: `${text}, in other words`, lang },
    reason: 'names no group',
    ...fields,
  };
  return { ...entryFor(change, change.proposition), agent: 'Reader One' };
}

/**
 * The first two propositions of the sample record, held apart or no longer.
 *
 * @example
 * heldApart({ apart: false });
 */
export function heldApart(fields: Partial<PropositionsHeldApart> = {}): NewEntry {
  const change: PropositionsHeldApart = {
    action: 'propositions-held-apart',
    pair: [proposition(1), proposition(2)],
    apart: true,
    reason: 'two raids',
    ...fields,
  };
  return { ...entryFor(change, change.pair[0]), agent: 'Reader One' };
}

/** Declares the tests of rewording for one engine. */
export function describeRewording(withStore: WithStore): void {
  test(
    'a new wording is what everybody reads; claims, kind and the words before stay',
    withStore(async ({ store }) => {
      await store.append(sampleRecord());
      const claims = await store.claims();
      const before = await store.proposition(proposition(1));
      const [logged] = await store.append([reworded(1), heldApart()]);
      const text = `${before?.text}, in other words`;
      expect(await store.proposition(proposition(1))).toEqual({ ...before, text });
      expect((await store.propositions()).map((one) => one.text)).toContain(text);
      expect(await store.claims()).toEqual(claims);
      expect(logged?.body).toMatchObject({ before: { text: before?.text } });
      expect(await store.entriesWith('proposition-reworded')).toHaveLength(1);
      expect(await store.entriesWith('propositions-held-apart')).toHaveLength(1);
      expect(await store.check()).toEqual([]);
    }),
  );

  test.each(REFUSED)('%s is refused', (_, entry, path) =>
    withStore(async ({ store }) => {
      await store.append([...sampleRecord(), reworded(1)]);
      const fault = store.append([entry]);
      await expect(fault).rejects.toMatchObject({ code: 'invalid-record', faults: [{ path }] });
    })(),
  );

  test(
    'both go with the last source that speaks of the proposition',
    withStore(async ({ store }) => {
      await store.append([...sampleRecord(), reworded(1), heldApart()]);
      await eraseSampleSource(store, 1);
      expect(await store.propositions()).toEqual([]);
      expect(await store.check()).toEqual([]);
    }),
  );
}

const OTHER = { text: 'men killed', lang: 'en' };
const AGAIN = { text: `${sampleProposition(1).text}, in other words`, lang: sampleProposition(1).lang };

const REFUSED: readonly (readonly [string, NewEntry, string])[] = [
  ['a wording over one that came meanwhile', reworded(1, { after: OTHER }), 'before'],
  ['the same words again', reworded(1, { before: AGAIN, after: AGAIN }), 'after'],
  ['no words', reworded(1, { before: AGAIN, after: { text: ' ', lang: 'en' } }), 'after.text'],
  ['a wording without a reason', reworded(1, { before: AGAIN, after: OTHER, reason: ' ' }), 'reason'],
  ['an unknown proposition', reworded(1, { proposition: proposition(77) }), 'proposition'],
  ['a pair in the wrong order', heldApart({ pair: [proposition(2), proposition(1)] }), 'pair'],
  ['holding apart without a reason', heldApart({ reason: '' }), 'reason'],
];
