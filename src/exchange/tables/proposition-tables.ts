/** Propositions as tables, with their figures, the claims that the figures use, and what each voice says. */
import type { TollBound } from '../../record/toll.ts';
import type { FiledProposition, RecordFile } from '../record-file/record-file.ts';
import {
  type CellColumn,
  describeTable,
  type Listed,
  listed,
  PLACE,
  textColumn,
  wholeColumn,
} from './describe-table.ts';
import type { Table } from './table-set.ts';

const boundColumns = <T>(
  of: (thing: T) => {
    readonly low: TollBound | null;
    readonly best: TollBound | null;
    readonly high: TollBound | null;
  } | null,
): readonly CellColumn<T>[] =>
  (['low', 'best', 'high'] as const).flatMap((bound) => [
    wholeColumn<T>(
      bound,
      'Persons, or the unit of the measure; null: not stated.',
      (one) => of(one)?.[bound]?.value ?? null,
    ),
    textColumn<T>(
      `${bound}_set_by`,
      'The claim that sets it.',
      (one) => of(one)?.[bound]?.setBy ?? null,
      'claims',
    ),
  ]);

/**
 * The tables of propositions.
 *
 * @example
 * propositionTables(file).map(({ name }) => name); // ['propositions', 'tolls', …]
 */
export function propositionTables(file: RecordFile): readonly Table[] {
  const tolled = file.propositions.flatMap((owner) =>
    owner.toll === null ? [] : [{ owner, toll: owner.toll }],
  );
  return [
    describeTable<FiledProposition>(
      { name: 'propositions', about: 'Neutral sentences that claims are about.', key: ['id'] },
      [
        textColumn('id', 'Id.', ({ id }) => id),
        textColumn('kind', 'occurrence, count, responsibility and the like.', ({ kind }) => kind),
        textColumn('measure', 'What is counted or done.', ({ measure }) => measure),
        textColumn(
          'answer',
          'For an answer of a state: granted, refused, partly, pending, declined, silent.',
          ({ answer }) => answer,
        ),
        textColumn('scope_group', 'The people, in the words of the sources.', ({ scope }) => scope.group),
        textColumn('scope_place', 'Place, in the words of the sources.', ({ scope }) => scope.place),
        textColumn('scope_by', 'Alleged perpetrator, in the words of the sources.', ({ scope }) => scope.by),
        textColumn('scope_actor', 'Who answers, in the words of the sources.', ({ scope }) => scope.actor),
        textColumn('text', 'The sentence.', ({ text }) => text),
        textColumn('lang', 'BCP 47 of the sentence.', ({ lang }) => lang),
        textColumn(
          'narrower_than',
          'A broader proposition.',
          ({ narrowerThan }) => narrowerThan,
          'propositions',
        ),
        textColumn('standing', 'Computed word.', ({ standing }) => standing.word),
        textColumn('standing_flags', 'What else holds, a JSON list.', ({ standing }) =>
          JSON.stringify(standing.flags),
        ),
        textColumn('standing_because', 'In a sentence.', ({ standing }) => standing.because),
        wholeColumn('origins_at_least', 'Independent origins, lower end.', ({ origins }) => origins.atLeast),
        wholeColumn('origins_at_most', 'Upper end; null: open.', ({ origins }) => origins.atMost),
        textColumn('claims', 'Ids by day of saying, a JSON list.', ({ claims }) => JSON.stringify(claims)),
      ],
      file.propositions,
    ),
    describeTable<(typeof tolled)[number]>(
      { name: 'tolls', about: 'Figures computed from claims.', key: ['proposition'] },
      [
        textColumn('proposition', 'Of what.', ({ owner }) => owner.id, 'propositions'),
        ...boundColumns<(typeof tolled)[number]>(({ toll }) => toll),
        wholeColumn(
          'origins_min',
          'Independent origins of the claims that state a number.',
          ({ toll }) => toll.origins.min,
        ),
        wholeColumn('origins_max', 'Null: open.', ({ toll }) => toll.origins.max),
      ],
      tolled,
    ),
    describeTable<Listed<(typeof tolled)[number], (typeof tolled)[number]['toll']['rules'][number]>>(
      { name: 'toll_rules', about: 'The same by each named rule.', key: ['proposition', 'position'] },
      [
        textColumn('proposition', 'Of what.', ({ owner }) => owner.owner.id, 'propositions'),
        wholeColumn('position', PLACE, ({ at }) => at),
        textColumn('rule', 'conservative, representative, informative.', ({ one }) => one.rule),
        ...boundColumns<Listed<(typeof tolled)[number], (typeof tolled)[number]['toll']['rules'][number]>>(
          ({ one }) => one,
        ),
      ],
      listed(tolled, ({ toll }) => toll.rules),
    ),
    describeTable<{ id: string; at: number; claim: string; reason: string | null }>(
      {
        name: 'toll_claims',
        about: 'Claims that a figure uses, and those left out with the reason.',
        key: ['proposition', 'use', 'position'],
      },
      [
        textColumn('proposition', 'Of what.', ({ id }) => id, 'propositions'),
        textColumn('use', 'used, or excluded.', ({ reason }) => (reason === null ? 'used' : 'excluded')),
        wholeColumn('position', PLACE, ({ at }) => at),
        textColumn('claim', 'Which.', ({ claim }) => claim, 'claims'),
        textColumn('reason', 'Why it was left out.', ({ reason }) => reason),
      ],
      tolled.flatMap(({ owner: { id }, toll }) => [
        ...toll.used.map((claim, at) => ({ id, at, claim, reason: null })),
        ...toll.excluded.map(({ claim, reason }, at) => ({ id, at, claim, reason })),
      ]),
    ),
    describeTable<Listed<FiledProposition, FiledProposition['positions'][number]>>(
      {
        name: 'positions',
        about: 'What each voice says of a proposition now.',
        key: ['proposition', 'position'],
      },
      [
        textColumn('proposition', 'Of what.', ({ owner }) => owner.id, 'propositions'),
        wholeColumn('position', PLACE, ({ at }) => at),
        textColumn('voice', 'Id of an actor, or anonymous:SOURCE:CLAIM.', ({ one }) => one.actor),
        textColumn('stance', 'Latest stance.', ({ one }) => one.latest),
        wholeColumn('inherited', '1: said of the whole occurrence or of a part of it.', ({ one }) =>
          one.inherited ? 1 : 0,
        ),
      ],
      listed(file.propositions, ({ positions }) => positions),
    ),
  ];
}
