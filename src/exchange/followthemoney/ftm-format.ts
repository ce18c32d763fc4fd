/** FollowTheMoney 4: entities, one JSON object a line, and statements as CSV. */
import { polarityOf } from '../../reckon/polarity.ts';
import type { ExchangeFormat, LeftOut } from '../format.ts';
import { plainDate } from '../linked-data/onrecord-terms.ts';
import { indexRecord, type RecordFile } from '../record-file/record-file.ts';
import { STAYS_IN_THE_VAULT } from '../spreadsheet/spreadsheet-format.ts';
import {
  actorEntity,
  claimEntity,
  eventEntity,
  ftmId,
  type MadeEntity,
  sourceEntity,
} from './ftm-entities.ts';
import { writeEntities } from './ftm-entity.ts';
import { writeStatements } from './ftm-statements.ts';

/**
 * The record as entities.
 *
 * @example
 * entitiesOf(file).map(({ schema }) => schema);
 */
export function entitiesOf(file: RecordFile): readonly MadeEntity[] {
  const index = indexRecord(file);
  const events = file.propositions.flatMap((one) => eventEntity(one, index) ?? []);
  const held = new Set(events.map(({ id }) => id));
  return [
    ...file.actors.map(actorEntity),
    ...file.sources.map((one) => sourceEntity(one, index)),
    ...events,
    ...file.claims
      .filter(({ proposition }) => held.has(ftmId(proposition)))
      .map((one) => claimEntity(one, index)),
  ];
}

function leftOutOf(file: RecordFile): readonly LeftOut[] {
  const forward = new Set(
    file.claims.filter(({ stance }) => polarityOf(stance) === 'for').map(({ proposition }) => proposition),
  );
  const uncertain = (day: string | null) => day !== null && plainDate(day) === null;
  return [
    {
      what: 'propositions that nobody puts forward, with the claims on them',
      count: file.propositions.filter(({ id }) => !forward.has(id)).length,
      why: 'an Event would say that it took place',
    },
    {
      what: 'uncertain dates',
      count:
        file.sources.filter(({ publishedAt }) => uncertain(publishedAt)).length +
        file.claims.filter(({ saidAt }) => uncertain(saidAt)).length,
      why: 'dates there are days, months or years',
    },
  ].filter(({ count }) => count > 0);
}

export const FOLLOW_THE_MONEY: ExchangeFormat = {
  name: 'ftm',
  standard: 'FollowTheMoney 4 (followthemoney.tech): entities and statements',
  writes:
    'entities.ftm.json, one entity a line (Aleph, OpenAleph), and statements.csv with where each value comes from',
  readsBack: false,
  losses: [
    STAYS_IN_THE_VAULT,
    {
      what: 'WARNING: denials',
      why: 'an Event stands there as if it had taken place; who denies it stands in its summary, in Documentation with the role "denies" and in the column stance, all of which most tools do not show',
    },
    {
      what: 'ranges and unstated bounds',
      why: 'there are no numbers with doubt; they stand in words in the summary',
    },
    {
      what: 'chains of speakers',
      why: 'only the innermost speaker is named, in words; origin leads back to the claim',
    },
    {
      what: 'uncertain dates and intervals',
      why: 'dates are days, months or years in UTC',
    },
    {
      what: 'scripts and regions of languages',
      why: 'languages have three letters',
    },
    {
      what: 'SHA-256 hashes',
      why: 'contentHash is SHA-1, which is no proof any more',
    },
  ],
  render(file) {
    const entities = entitiesOf(file);
    const bare = entities.map(({ id, schema, properties }) => ({ id, schema, properties }));
    return {
      files: [
        { path: 'entities.ftm.json', content: writeEntities(bare) },
        { path: 'statements.csv', content: writeStatements(entities, file.asOf) },
      ],
      leftOut: leftOutOf(file),
    };
  },
};
