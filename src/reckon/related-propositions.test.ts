/** What is found by place is what is found among all. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MEASURES, PROPOSITION_KINDS, type Proposition } from '../record/proposition.ts';
import { dependsOn } from './dependence.ts';
import { relatedPropositions } from './related-propositions.ts';
import { rivalsOf } from './standing.ts';
import { isAmongCounted } from './toll/net-of-named.ts';
import { blames } from './toll/party.ts';

const words = (...all: readonly string[]) => fc.constantFrom(null, ...all);

const proposition = (at: number) =>
  fc
    .record({
      kind: fc.constantFrom(...PROPOSITION_KINDS),
      measure: fc.constantFrom(null, ...MEASURES.slice(0, 2)),
      group: words('weavers', 'people', 'farmers of Dol', 'men'),
      place: words('Dol', 'Tarn', 'Dol, Tarn', 'the old mill of Tarn', 'of', 'a b c d e f g h Dol'),
      by: words('the governor', 'governor of Dol', 'the militia'),
      actor: words('Sorev', 'the ministry'),
      narrower: fc.constantFrom(null, 0, 1),
    })
    .map(
      ({ kind, measure, narrower, ...scope }): Proposition =>
        ({
          id: `prp_${at}`,
          kind,
          measure,
          answer: null,
          scope,
          text: 'x',
          lang: 'en',
          narrowerThan: narrower === null || narrower === at ? null : `prp_${narrower}`,
        }) as unknown as Proposition,
    );

const record = fc
  .integer({ min: 1, max: 14 })
  .chain((size) => fc.tuple(...Array.from({ length: size }, (_, at) => proposition(at))));

function amongAll(one: Proposition, all: readonly Proposition[]): readonly string[] {
  const rivals = new Set(rivalsOf(one, all));
  return all
    .filter(
      (other) =>
        other.id !== one.id &&
        (dependsOn(one, other) ||
          rivals.has(other) ||
          blames(other, one) ||
          (other.kind === 'identity' && isAmongCounted(other, one))),
    )
    .map(({ id }) => id);
}

test('those that bear on one are found by place as they are among all, in the order in which they came', () => {
  fc.assert(
    fc.property(record, (all) => {
      const related = relatedPropositions();
      for (const each of all) related.add(each);
      for (const each of all) expect(related.of(each).map(({ id }) => id)).toEqual(amongAll(each, all));
    }),
  );
});

test('one that is worded anew is found where it is now, and in its old order', () => {
  fc.assert(
    fc.property(record, record, (all, later) => {
      const related = relatedPropositions();
      for (const each of all) related.add(each);
      const now = all.map((each, at) => later[at] ?? each);
      for (const each of later.slice(0, all.length)) related.add(each);
      for (const each of now) expect(related.of(each).map(({ id }) => id)).toEqual(amongAll(each, now));
    }),
  );
});
