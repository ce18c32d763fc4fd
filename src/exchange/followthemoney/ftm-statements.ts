/**
 * Statements of FollowTheMoney 4: one row for one value of one entity, with where it comes from. `dataset` is the outlet,
 * `origin` the claim, `external` a proposal that nobody has reviewed; the stance stands in a column of ours, `stance`.
 */
import { sha1Hex } from '../../crypto/sha1.ts';
import type { Cell, Column } from '../tables/table-set.ts';
import { writeCsv } from '../tables/write-csv.ts';
import type { MadeEntity } from './ftm-entities.ts';

/** What `prop_type` says, by property: the types of their model. */
const TYPES: Readonly<Record<string, string>> = {
  name: 'name',
  weakAlias: 'name',
  alias: 'name',
  classification: 'string',
  title: 'string',
  author: 'string',
  publisher: 'string',
  publishedAt: 'date',
  language: 'language',
  sourceUrl: 'url',
  keywords: 'string',
  summary: 'text',
  location: 'address',
  proof: 'entity',
  date: 'date',
  startDate: 'date',
  endDate: 'date',
  document: 'entity',
  entity: 'entity',
  role: 'string',
  status: 'string',
  description: 'text',
  recordId: 'string',
};

/** Their columns in their order (`followthemoney.statement.serialize`), and ours at the end. */
const COLUMNS: readonly Column[] = [
  'canonical_id',
  'entity_id',
  'prop',
  'prop_type',
  'schema',
  'value',
  'dataset',
  'origin',
  'lang',
  'original_value',
  'external',
  'first_seen',
  'last_seen',
  'id',
  'stance',
].map((name) => ({ name, type: 'text', about: name }));

/** The dataset of what the record itself says. */
const OWN = 'onrecord';

/**
 * The id of a statement, as theirs makes it.
 *
 * @example
 * statementId({ dataset: 'd', entity: 'e', prop: 'name', value: 'v', lang: null, external: false });
 */
export function statementId(given: {
  readonly dataset: string;
  readonly entity: string;
  readonly prop: string;
  readonly value: string;
  readonly lang: string | null;
  readonly external: boolean;
}): string {
  const { dataset, entity, prop, value, lang, external } = given;
  const key = `${dataset}.${entity}.${prop}.${value}${lang === null ? '' : `@${lang}`}${external ? '.ext' : ''}`;
  return sha1Hex(key);
}

function rowsOf(entity: MadeEntity, seen: string | null): readonly (readonly Cell[])[] {
  const dataset = entity.dataset ?? OWN;
  return Object.entries(entity.properties).flatMap(([prop, values]) =>
    values.map((value) => {
      const lang = entity.langs[prop] ?? null;
      const id = statementId({ dataset, entity: entity.id, prop, value, lang, external: entity.proposed });
      return [
        entity.id,
        entity.id,
        prop,
        TYPES[prop] ?? 'string',
        entity.schema,
        value,
        dataset,
        entity.origin,
        lang,
        null,
        entity.proposed ? 't' : 'f',
        seen,
        seen,
        id,
        entity.stance,
      ];
    }),
  );
}

/**
 * The statements of entities as CSV. No cell is changed against spreadsheets: programs read this file.
 *
 * @param seen instant of the record; null for an empty one
 * @example
 * writeStatements(entities, file.asOf).split('\r\n').length;
 */
export function writeStatements(entities: readonly MadeEntity[], seen: string | null): string {
  const rows = entities.flatMap((entity) => rowsOf(entity, seen));
  return writeCsv({ columns: COLUMNS, rows }, { for: 'programs' });
}
