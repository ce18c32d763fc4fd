/** Queries over compartments and sealed records. */
import type { SealedKind } from '../../record/sealed/sealed-record.ts';
import type { QueryBuilder } from './dialect.ts';
import type { Query } from './query.ts';
import type { BodyRow } from './source-queries.ts';

/** The newest version of a sealed record. `entry`: the body of the log entry that holds it; null: erased meanwhile. */
export interface SealedRow {
  readonly id: string;
  readonly version: number;
  readonly blob: string | null;
  readonly entry: string | null;
  readonly epoch: number | null;
  readonly wrapped: string | null;
}

/**
 * Compartments in log order.
 *
 * @example
 * compartmentsQuery(build).compile();
 */
export function compartmentsQuery(build: QueryBuilder): Query<BodyRow> {
  return build.selectFrom('compartments').select('body').orderBy('place');
}

function newest(build: QueryBuilder) {
  return build
    .selectFrom('sealed_records')
    .innerJoin('log', 'log.seq', 'sealed_records.logged')
    .leftJoin('record_keys', 'record_keys.sealed', 'sealed_records.logged')
    .select([
      'sealed_records.id',
      'sealed_records.version',
      'sealed_records.blob',
      'log.body as entry',
      'record_keys.epoch',
      'record_keys.wrapped',
    ]);
}

/**
 * The newest version of one sealed record.
 *
 * @example
 * sealedRecordQuery(build, 'cas_…').compile();
 */
export function sealedRecordQuery(build: QueryBuilder, id: string): Query<SealedRow> {
  return newest(build).where('sealed_records.id', '=', id);
}

/**
 * The newest versions of one kind in a compartment, in log order.
 *
 * @example
 * sealedRecordsQuery(build, { compartment: 'cmp_…', kind: 'case' }).compile();
 */
export function sealedRecordsQuery(
  build: QueryBuilder,
  { compartment, kind }: { readonly compartment: string; readonly kind: SealedKind },
): Query<SealedRow> {
  return newest(build)
    .where('sealed_records.compartment', '=', compartment)
    .where('sealed_records.kind', '=', kind)
    .orderBy('sealed_records.place');
}

/**
 * The keys of all versions of all records of a compartment, in log order.
 *
 * @example
 * recordKeysQuery(build, 'cmp_…').compile();
 */
export function recordKeysQuery(
  build: QueryBuilder,
  compartment: string,
): Query<{ sealed: number; record: string; version: number; epoch: number; wrapped: string }> {
  return build
    .selectFrom('record_keys')
    .select(['sealed', 'record', 'version', 'epoch', 'wrapped'])
    .where('compartment', '=', compartment)
    .orderBy('sealed');
}

/**
 * Hashes of all ciphertexts among the blobs.
 *
 * @example
 * sealedBlobsQuery(build).compile();
 */
export function sealedBlobsQuery(build: QueryBuilder): Query<{ blob: string }> {
  return build
    .selectFrom('sealed_records')
    .select(({ ref }) => ref('blob').$notNull().as('blob'))
    .where('blob', 'is not', null)
    .orderBy('place');
}
