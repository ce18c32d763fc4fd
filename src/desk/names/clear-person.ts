/** Somebody decides that a person may be named in what is published, or no longer; always with a reason, and taken back as easily. */

import { foldName } from '../../record/actor.ts';
import type { ClearedPerson } from '../../record/clearance.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { reasonOf } from '../decide-link.ts';
import type { Desk } from '../desk.ts';
import { findOne } from '../find-by-id.ts';
import { reviewerName } from '../reviewer.ts';
import { type ShownPerson, shownPersons } from './name-cover.ts';
import { groundNow } from './open-cover.ts';
import { nameHash } from './pseudonym.ts';
import { pseudonymKey } from './pseudonym-key.ts';

export interface ClearanceOrder {
  /** Id of an actor or its beginning, a name, or a pseudonym. */
  readonly person: string;
  /** True: may be named. False: no longer. */
  readonly cleared: boolean;
  readonly reason: string | null;
  /** Null when not given. */
  readonly by: string | null;
}

export interface ClearanceDecided {
  readonly name: string;
  readonly pseudonym: string;
  readonly cleared: boolean;
}

/**
 * Records the decision.
 *
 * @throws OnRecordError `bad-usage` when it is so already or no reason is given, `not-found` for somebody who is no person in the record
 * @example
 * await clearPerson(desk, { person: 'act_9ab', cleared: true, reason: 'She holds public office.', by: 'A. Archivist' });
 */
export async function clearPerson(desk: Desk, order: ClearanceOrder): Promise<ClearanceDecided> {
  const by = reviewerName(order.by);
  const reason = reasonOf(order.reason, '--because');
  const key = await pseudonymKey(desk, by);
  const person = await personAsked(desk, order.person, by);
  if (person.cleared === order.cleared)
    throw new OnRecordError(
      'bad-usage',
      order.cleared
        ? 'This person is cleared already: their name is published.'
        : 'This person is not cleared: their name is not published.',
    );
  const meant: readonly ClearedPerson[] =
    person.actors.length > 0
      ? person.actors.map((actor) => ({ kind: 'actor', actor }))
      : person.spellings.map((name) => ({ kind: 'name', hash: nameHash(key, name) }));
  const at = desk.clock().toISOString();
  const action = order.cleared ? 'person-cleared' : 'clearance-withdrawn';
  await desk.store.append(
    meant.map((one) => ({
      at,
      agent: by,
      subject: one.kind === 'actor' ? one.actor : 'log',
      body: { action, person: one, reason },
    })),
  );
  return { name: person.name, pseudonym: person.pseudonym, cleared: order.cleared };
}

/**
 * Everybody who is a person by name in the record, with pseudonym and whether they may be named; people on lists left out.
 *
 * @example
 * (await listPersons(desk)).filter(({ cleared }) => cleared);
 */
export async function listPersons(desk: Desk): Promise<readonly ShownPerson[]> {
  return shownPersons({ ...(await groundNow(desk, null)), listed: [] });
}

async function personAsked(desk: Desk, asked: string, by: string): Promise<ShownPerson> {
  const persons = shownPersons(await groundNow(desk, by));
  const words = asked.trim();
  const found = /^act_[0-9a-z]+$/.test(words)
    ? await byActor(desk, words, persons)
    : persons.find(
        ({ spellings, pseudonym }) =>
          pseudonym.toLowerCase() === words.toLowerCase() ||
          pseudonym.toLowerCase() === `person ${words.toLowerCase()}` ||
          spellings.some((name) => foldName(name) === foldName(words)),
      );
  if (found !== undefined) return found;
  throw new OnRecordError(
    'not-found',
    'Nobody in the record is a person of that name. See who is: onrecord clear --list. An institution needs no clearance.',
  );
}

async function byActor(
  desk: Desk,
  id: string,
  persons: readonly ShownPerson[],
): Promise<ShownPerson | undefined> {
  const actor = await findOne(desk.store, id, 'act');
  return persons.find(({ actors }) => actors.includes(actor));
}
