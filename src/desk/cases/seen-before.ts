/**
 * What a member remembers of compartments, in their own folder: the last head of each, the newest version of each record,
 * and whose fingerprints they compared. By it a store that shows an old state, or other keys, is found out.
 */
import type { RememberedHead } from '../../crypto/compartment/follow-heads.ts';
import type { MemberId } from '../../record/id.ts';
import { OnRecordError } from '../desk.ts';
import type { CaseDesk } from './case-desk.ts';

/** Of one compartment. */
export interface SeenCompartment {
  head: RememberedHead;
  /** Newest version seen, by record. */
  readonly versions: Map<string, number>;
}

export interface SeenBefore {
  /** Fingerprints as this person compared them, by name. */
  readonly confirmed: Map<string, string>;
  readonly compartments: Map<string, SeenCompartment>;
}

type Files = Pick<CaseDesk, 'members'>;

/**
 * Reads it; empty the first time.
 *
 * @throws OnRecordError `damaged` when it cannot be read: going on without it would trust whatever is shown
 * @example
 * const seen = await seenBefore(desk, me.id);
 */
export async function seenBefore({ members }: Files, id: MemberId): Promise<SeenBefore> {
  const text = await members.note(id, 'seen');
  if (text === null) return { confirmed: new Map(), compartments: new Map() };
  try {
    const { confirmed, compartments } = JSON.parse(text) as {
      confirmed: Record<string, string>;
      compartments: Record<string, { head: RememberedHead; versions: Record<string, number> }>;
    };
    return {
      confirmed: new Map(Object.entries(confirmed)),
      compartments: new Map(
        Object.entries(compartments).map(([key, { head, versions }]) => [
          key,
          { head, versions: new Map(Object.entries(versions)) },
        ]),
      ),
    };
  } catch (cause) {
    throw new OnRecordError(
      'damaged',
      `What this member remembers of compartments cannot be read (${id}.seen in ${members.folder}). Without it an old state could be shown as new. Put a copy of it back; or take the file away, and compare all fingerprints anew.`,
      { subject: id, cause },
    );
  }
}

/**
 * Keeps it.
 *
 * @example
 * await keepSeen(desk, me.id, seen);
 */
export async function keepSeen({ members }: Files, id: MemberId, seen: SeenBefore): Promise<void> {
  const compartments = Object.fromEntries(
    [...seen.compartments].map(([key, { head, versions }]) => [
      key,
      { head, versions: Object.fromEntries(versions) },
    ]),
  );
  const confirmed = Object.fromEntries(seen.confirmed);
  await members.keepNote(id, 'seen', `${JSON.stringify({ confirmed, compartments })}\n`);
}
