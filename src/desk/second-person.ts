/**
 * Where the record's settings want a second person, nobody accepts a claim, or approves a release, that they made themselves. The one
 * setting stands in the log (`onrecord settings --second-person`, or the settings of a team), and the rule is held where all
 * changes pass, whoever asks for them.
 */
import type { ClaimId } from '../record/id.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import type { NewEntry, RecordStore } from './ports/record-store.ts';
import { samePerson } from './reviewer.ts';

/**
 * A store that holds to it. What somebody makes and accepts in one step is made alone, and waits for another person.
 *
 * @example
 * const store = heldToSecondPerson(vault.store);
 */
export function heldToSecondPerson(store: RecordStore): RecordStore {
  return {
    ...store,
    append: async (entries) => {
      const decides = entries.some(
        ({ body }) =>
          body.action === 'release-approved' ||
          (body.action === 'claim-reviewed' && body.decision === 'accepted'),
      );
      if (!decides || (await store.settings()).secondPerson !== true) return store.append(entries);
      await refuseOwnReleases(store, entries);
      return store.append(await withoutOwn(store, entries));
    },
  };
}

async function refuseOwnReleases(store: RecordStore, entries: readonly NewEntry[]): Promise<void> {
  const approvals = entries.flatMap(({ agent, body }) =>
    body.action === 'release-approved' ? [{ agent, release: body.release }] : [],
  );
  if (approvals.length === 0) return;
  for (const { agent, body } of await store.entriesWith('release-made'))
    if (
      body?.action === 'release-made' &&
      approvals.some((one) => one.release === body.release.id && samePerson(one.agent, agent))
    )
      throw new OnRecordError(
        'bad-usage',
        'You made this release yourself: another person approves it (onrecord settings --second-person).',
        { subject: body.release.id },
      );
}

/** The same entries without acceptances of what is made in them. */
async function withoutOwn(store: RecordStore, entries: readonly NewEntry[]): Promise<readonly NewEntry[]> {
  const made = new Map<ClaimId, string>(
    entries.flatMap(({ agent, body }) =>
      body.action === 'claims-proposed'
        ? body.claims.flatMap(({ id, extraction }) => (extraction === null ? [[id, agent] as const] : []))
        : [],
    ),
  );
  const kept: NewEntry[] = [];
  for (const entry of entries) {
    const { agent, body } = entry;
    if (body.action === 'claim-reviewed' && body.decision === 'accepted') {
      const maker = made.get(body.claim);
      if (maker !== undefined && samePerson(maker, agent)) continue;
      if (maker === undefined && (await isMadeBy(store, body.claim, agent)))
        throw new OnRecordError(
          'bad-usage',
          'You made this claim yourself: another person accepts it (onrecord settings --second-person).',
          { subject: body.claim },
        );
    }
    kept.push(entry);
  }
  return kept;
}

/** Whether this person made the claim by hand. */
async function isMadeBy(store: RecordStore, id: ClaimId, name: string): Promise<boolean> {
  const claim = await store.claim(id);
  if (claim === null || claim.extraction !== null) return false;
  return (await store.entriesOf(claim.source)).some(
    ({ agent, body }) =>
      body?.action === 'claims-proposed' &&
      samePerson(agent, name) &&
      body.claims.some((one) => one.id === id),
  );
}
