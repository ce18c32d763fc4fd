/** Whether a record is whole after something went wrong: what was acknowledged is there, nothing is half there. */
import type { Capture } from '../../src/record/capture.ts';
import type { ClosingDesk } from './places.ts';

/** One acknowledged file. */
export interface Acknowledged {
  readonly source: string;
  readonly capture: string;
  readonly bytes: Uint8Array;
}

export interface Soundness {
  /** Acknowledged files that are not there, or not with the same bytes. */
  readonly lost: readonly string[];
  /** Sources or captures without one of their parts. */
  readonly half: readonly string[];
  /** What the check of the record and of all bytes names. */
  readonly faults: readonly string[];
  readonly sources: number;
}

/**
 * Looks at everything in a record.
 *
 * @example
 * (await soundness(desk, acknowledged)).lost; // []
 */
export async function soundness(
  desk: ClosingDesk,
  acknowledged: readonly Acknowledged[],
): Promise<Soundness> {
  const faults = (await desk.store.check()).map(({ item, message }) => `${item}: ${message}`);
  for (const sha256 of await desk.blobs.check()) faults.push(`bytes ${sha256}`);
  const captures = await desk.store.captures();
  const byId = new Map<string, Capture>(captures.map((capture) => [capture.id, capture]));
  const lost: string[] = [];
  for (const { source, capture, bytes } of acknowledged) {
    const found = byId.get(capture);
    const stored = found?.of === source ? await desk.blobs.get(found.sha256) : null;
    if (stored === null || Buffer.compare(stored, bytes) !== 0) lost.push(source);
  }
  const { half, sources } = await halfThere(desk, captures);
  return { lost, half, faults, sources };
}

async function halfThere(
  desk: ClosingDesk,
  captures: readonly Capture[],
): Promise<{ readonly half: readonly string[]; readonly sources: number }> {
  const half: string[] = [];
  const owners = new Set<string>(captures.map(({ of }) => of));
  const sources = await desk.store.sources();
  const known = new Set<string>(sources.map(({ id }) => id));
  for (const { id } of sources) if (!owners.has(id)) half.push(`${id} has no capture`);
  for (const { id, of, sha256, text } of captures) {
    if (!known.has(of)) half.push(`${id} has no source`);
    if (!(await desk.blobs.has(sha256))) half.push(`${id} has no bytes or no key`);
    if (text !== null && (await desk.store.text(text.sha256)) === null) half.push(`${id} has no text`);
  }
  const logged = (await desk.store.entriesWith('source-captured')).length;
  if (logged !== captures.length) half.push(`${captures.length} captures, ${logged} entries of them`);
  return { half, sources: sources.length };
}
