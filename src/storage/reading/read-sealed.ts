/** Compartments and sealed records behind the desk's port. */
import type { SealedReadings, StoredSealed } from '../../desk/ports/sealed-store.ts';
import type { RecordSealed } from '../../record/changes/of-compartments.ts';
import type { Sha256 } from '../../record/id.ts';
import type { HeldCompartment } from '../../record/sealed/held-compartment.ts';
import type { SealedId, SealedRecordState } from '../../record/sealed/sealed-record.ts';
import {
  compartmentsQuery,
  recordKeysQuery,
  type SealedRow,
  sealedBlobsQuery,
  sealedRecordQuery,
  sealedRecordsQuery,
} from '../queries/sealed-queries.ts';
import { eachRow, rowOf, rowsOf, type Value } from '../queries/steps.ts';
import { bodiesOf, bodyById } from './read-bodies.ts';
import type { ReadingPort } from './reading-port.ts';

/**
 * Reads sealed things.
 *
 * @example
 * const { compartments } = sealedReadings(port);
 */
export function sealedReadings(port: ReadingPort): SealedReadings {
  return {
    compartment: (id) => port.run(({ kept }) => bodyById<HeldCompartment>(kept.body.compartments, id), 'any'),
    compartments: () => port.run(({ build }) => bodiesOf<HeldCompartment>(compartmentsQuery(build)), 'any'),
    sealedState: (id) =>
      port.run(({ kept }) => bodyById<SealedRecordState>(kept.body.sealed_records, id), 'any'),
    sealedRecord: (id) =>
      port.run(function* ({ build }) {
        const row = yield* rowOf(sealedRecordQuery(build, id));
        return row === null ? null : storedSealed(row);
      }, 'any'),
    eachSealed: (compartment, kind, each) =>
      port.run(function* ({ build }) {
        yield* eachRow(sealedRecordsQuery(build, { compartment, kind }), (row) =>
          each(storedSealed(rowAs(row))),
        );
      }, 'one'),
    recordKeys: (compartment) =>
      port.run(function* ({ build }) {
        const rows = yield* rowsOf(recordKeysQuery(build, compartment));
        return rows.map(({ sealed, record, ...rest }) => ({
          ...rest,
          entry: sealed,
          record: record as SealedId,
        }));
      }, 'any'),
    sealedBlobs: () =>
      port.run(function* ({ build }) {
        return (yield* rowsOf(sealedBlobsQuery(build))).map(({ blob }) => blob as Sha256);
      }, 'any'),
  };
}

function rowAs([id, version, blob, entry, epoch, wrapped]: readonly Value[]): SealedRow {
  return {
    id: String(id),
    version: Number(version),
    blob: blob === null || blob === undefined ? null : String(blob),
    entry: entry === null || entry === undefined ? null : String(entry),
    epoch: epoch === null || epoch === undefined ? null : Number(epoch),
    wrapped: wrapped === null || wrapped === undefined ? null : String(wrapped),
  };
}

function storedSealed({ id, version, blob, entry, epoch, wrapped }: SealedRow): StoredSealed {
  const body = entry === null ? null : (JSON.parse(entry) as RecordSealed);
  return {
    id: id as SealedId,
    version,
    sealed: body?.sealed ?? null,
    blob: blob as Sha256 | null,
    key: epoch === null || wrapped === null ? null : { epoch, wrapped },
  };
}
