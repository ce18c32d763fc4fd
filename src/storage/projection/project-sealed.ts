/** Compartments and the newest versions of sealed records. */
import type { CompartmentChanged, RecordSealed } from '../../record/changes/of-compartments.ts';
import type { HeldCompartment } from '../../record/sealed/held-compartment.ts';
import { type SealedRecordState, sealedKind } from '../../record/sealed/sealed-record.ts';
import type { Projection } from './projection.ts';

/**
 * Rows of a compartment. Within an epoch members are added to those who have its key; a new epoch begins with its own.
 *
 * @example
 * projectCompartment(sheet);
 */
export function projectCompartment({ change, lookup, rows, seq }: Projection<CompartmentChanged>): void {
  const { compartment: id, epoch, head, wraps } = change;
  const before = lookup.compartment(id);
  const kept = before?.epoch === epoch ? before.wraps : [];
  const fresh = new Set(wraps.map(({ member }) => member));
  const held: HeldCompartment = {
    id,
    epoch,
    head,
    wraps: [...kept.filter(({ member }) => !fresh.has(member)), ...wraps],
  };
  const body = JSON.stringify(held);
  const place = lookup.place(id);
  if (place === null)
    rows.push({ op: 'insert', table: 'compartments', row: { place: seq, id, body, entry: seq } });
  else rows.push({ op: 'update', table: 'compartments', place, set: { body, entry: seq } });
}

/**
 * Rows of a version of a sealed record.
 *
 * @example
 * projectSealed(sheet);
 */
export function projectSealed({ change, lookup, rows, seq }: Projection<RecordSealed>): void {
  const { record: id, compartment, version, blob } = change;
  const before = lookup.sealedRecord(id);
  const state: SealedRecordState = {
    id,
    compartment,
    version,
    entries: [...(before?.entries ?? []), seq],
    blob,
  };
  const body = JSON.stringify(state);
  const place = lookup.place(id);
  if (place === null) {
    const kind = sealedKind(id) ?? '';
    rows.push({
      op: 'insert',
      table: 'sealed_records',
      row: { place: seq, id, compartment, kind, version, logged: seq, blob, body, entry: seq },
    });
  } else {
    rows.push({
      op: 'update',
      table: 'sealed_records',
      place,
      set: { version, logged: seq, body, entry: seq },
    });
  }
}
