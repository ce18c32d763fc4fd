/**
 * Erases a source: the keys of its bytes and the salts and bodies of all entries that speak of its content are destroyed,
 * and a tombstone says when, by whom and why. The leaves stay, so that every proof given out before still holds.
 * Refuses to erase without a reason or a name. Nobody can take an erasure back.
 */
import type { LogEntry } from '../record/log-entry.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import type { Desk } from './desk.ts';
import { readyToForget } from './forget-drafts.ts';
import { type ErasureOptions, type ErasurePlan, planErasure } from './plan-erasure.ts';
import type { NewEntry } from './ports/record-store.ts';
import { reviewerName } from './reviewer.ts';

export interface ErasureOrder extends ErasureOptions {
  /** Id or its beginning. */
  readonly source: string;
  /** Stays readable in the tombstone. */
  readonly reason: string | null;
  /** Null when not given. */
  readonly by: string | null;
}

export interface ErasureOutcome {
  readonly plan: ErasurePlan;
  /** The tombstones, as logged. */
  readonly logged: readonly LogEntry[];
  /** What this cannot reach, in sentences. */
  readonly remains: readonly string[];
}

/**
 * Erases a source.
 *
 * @throws OnRecordError `bad-usage` without reason or name, or when it was erased before; `not-found`; `read-only`
 * @example
 * await eraseSource(desk, { source: 'src_7d2', reason: 'asked for by the witness', by: 'A. Archivist', withParts: false });
 */
export async function eraseSource(desk: Desk, order: ErasureOrder): Promise<ErasureOutcome> {
  const by = reviewerName(order.by);
  const reason = (order.reason ?? '').trim().normalize('NFC');
  if (reason === '')
    throw new OnRecordError(
      'bad-usage',
      'Say why: --reason "…". The reason stays readable for ever, so it must not repeat what is erased.',
    );
  const plan = await planErasure(desk.store, order.source, order);
  const at = desk.clock().toISOString();
  const entries = plan.tombstones.map(
    ({ instead, ...tombstone }): NewEntry => ({
      at,
      agent: by,
      subject: tombstone.source,
      body: { action: 'source-erased', ...tombstone, reason: instead ?? reason },
    }),
  );
  const removals = await readyRemovals(desk, plan);
  const forgetDrafts = await readyToForget(desk, plan);
  // Before, so that no crash leaves it behind; and after, because a tracing may have made it again meanwhile.
  await desk.dropDerived?.();
  await forgetDrafts();
  const logged = await desk.store.append(
    entries.map((entry, index) => ({ ...entry, onHead: plan.head + index })),
  );
  await desk.dropDerived?.();
  await forgetDrafts();
  const left = await removeAll(removals);
  return { plan, logged, remains: [...left, ...beyondReach(plan)] };
}

/** Bytes of the sources that go, but for bytes that another source has, too. Readied while their names are known. */
async function readyRemovals(desk: Desk, plan: ErasurePlan): Promise<readonly (() => Promise<void>)[]> {
  const going = new Set<string>(plan.sources);
  const captures = await desk.store.captures();
  const shared = new Set(captures.filter(({ of }) => !going.has(of)).map(({ sha256 }) => sha256));
  const own = new Set(captures.filter(({ of }) => going.has(of)).map(({ sha256 }) => sha256));
  const removals: (() => Promise<void>)[] = [];
  for (const sha256 of own)
    if (!shared.has(sha256) && (await desk.blobs.has(sha256))) removals.push(await desk.blobs.remove(sha256));
  return removals;
}

/** The tombstone stands: a file that cannot be removed now is told, and holds nothing that can be opened. */
async function removeAll(removals: readonly (() => Promise<void>)[]): Promise<readonly string[]> {
  const ended = await Promise.allSettled(removals.map((remove) => remove()));
  const stuck = ended.filter(({ status }) => status === 'rejected').length;
  return stuck === 0
    ? []
    : [
        `${stuck} of ${ended.length} stored files could not be removed from where they lie. In an encrypted vault their keys are destroyed; in one without encryption they can still be read. Run: onrecord verify`,
      ];
}

/**
 * What an erasure in this vault does not reach.
 *
 * @example
 * beyondReach(plan)[0]; // 'Backups made before today still hold it: …'
 */
export function beyondReach(plan: ErasurePlan): readonly string[] {
  const { givenAway, parts, containers, mixed } = plan;
  const copies = givenAway.map(
    ({ kind, on, to }) => `${kind} on ${on.slice(0, 10)} to ${to ?? 'somebody not named'}`,
  );
  return [
    'Backups, packages and dossiers made before still hold what they held: destroy them, or ask those who have them to.',
    ...(copies.length === 0
      ? ['No export, transfer or copy of it is recorded.']
      : [`Recorded as given away: ${copies.join('; ')}.`]),
    ...containers.map(
      (id) => `Its bytes also stand inside ${id}, which stays. Erase that too if they must be gone.`,
    ),
    ...(parts.length === 0
      ? []
      : [`These were taken out of its bytes and stay: ${parts.join(', ')}. With --with-parts they go, too.`]),
    ...mixed.map(
      (seq) =>
        `Entry ${seq} names what came from it together with other things and stays, with the words that were given then.`,
    ),
    'A disk may keep old sectors, an object store older versions: what protects against that is the encryption of the vault, whose key for these bytes is destroyed.',
  ];
}
