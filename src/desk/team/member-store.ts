/**
 * The record as one member writes to it: every change bears their own name and no other, and where the team wants a second
 * person, nobody accepts a claim, or approves a release, that they made themselves.
 */
import type { ClaimId } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { NewEntry, RecordStore } from '../ports/record-store.ts';

export interface Writing {
  /** The name that stands in the log. */
  readonly name: string;
  /** Whether a claim or a release that somebody made must be accepted by another person; asked at each change. */
  secondPerson(): Promise<boolean>;
}

/**
 * A store for one member.
 *
 * @example
 * const store = memberStore(desk.store, { name: 'Mira', secondPerson: async () => true });
 */
export function memberStore(store: RecordStore, { name, secondPerson }: Writing): RecordStore {
  return {
    ...store,
    append: async (entries) => {
      if (entries.some(({ agent }) => agent !== name))
        throw new OnRecordError('bad-usage', 'A change bears the name of the member who makes it.');
      await refuseOwnRelease(store, entries, { name, secondPerson });
      const accepted = entries.flatMap(({ body }) =>
        body.action === 'claim-reviewed' && body.decision === 'accepted' ? [body.claim] : [],
      );
      if (accepted.length === 0 || !(await secondPerson())) return store.append(entries);
      const made = madeIn(entries);
      const others = accepted.filter((claim) => !made.has(claim));
      for (const claim of others)
        if (await isMadeBy(store, claim, name))
          throw new OnRecordError(
            'bad-usage',
            'You made this claim yourself: in this team another person accepts it.',
            { subject: claim },
          );
      // What is made and accepted in one step is made alone: it waits for another person.
      return store.append(
        entries.filter(
          ({ body }) =>
            !(body.action === 'claim-reviewed' && body.decision === 'accepted' && made.has(body.claim)),
        ),
      );
    },
  };
}

async function refuseOwnRelease(
  store: RecordStore,
  entries: readonly NewEntry[],
  { name, secondPerson }: Writing,
): Promise<void> {
  const approved = new Set(
    entries.flatMap(({ body }) => (body.action === 'release-approved' ? [body.release] : [])),
  );
  if (approved.size === 0 || !(await secondPerson())) return;
  for (const { agent, body } of await store.entriesWith('release-made'))
    if (agent === name && body?.action === 'release-made' && approved.has(body.release.id))
      throw new OnRecordError(
        'bad-usage',
        'You made this release yourself: in this team another person approves it.',
        { subject: body.release.id },
      );
}

function madeIn(entries: readonly NewEntry[]): ReadonlySet<ClaimId> {
  return new Set(
    entries.flatMap(({ body }) => (body.action === 'claims-proposed' ? body.claims.map(({ id }) => id) : [])),
  );
}

/** Whether this person made the claim by hand. */
async function isMadeBy(store: RecordStore, id: ClaimId, name: string): Promise<boolean> {
  const claim = await store.claim(id);
  if (claim === null || claim.extraction !== null) return false;
  return (await store.entriesOf(claim.source)).some(
    ({ agent, body }) =>
      agent === name && body?.action === 'claims-proposed' && body.claims.some((made) => made.id === id),
  );
}
