/** Gathers from the record what hides names in publications. */
import { coveredWhole, type NameCover } from '../../dossier/release/name-cover.ts';
import { clearedNow } from '../../record/clearance.ts';
import { statementsOf } from '../../record/listing.ts';
import { NAME_PROPERTIES } from '../../record/victim-list.ts';
import type { Desk } from '../desk.ts';
import { type CoverGround, nameCover } from './name-cover.ts';
import { pseudonymKey } from './pseudonym-key.ts';

/**
 * What a cover is made from.
 *
 * @param by for the log, should the key of pseudonyms be made now; null: the log cannot be written
 * @example
 * shownPersons(await coverGround(desk, await desk.store.snapshot(), null));
 */
export async function coverGround(
  desk: Desk,
  record: CoverGround['record'],
  by: string | null,
): Promise<CoverGround> {
  const { store } = desk;
  const decisions = [
    ...(await store.entriesWith('person-cleared')),
    ...(await store.entriesWith('clearance-withdrawn')),
  ].toSorted((a, b) => a.seq - b.seq);
  const cleared = clearedNow(
    decisions.flatMap(({ body }) =>
      body?.action === 'person-cleared' || body?.action === 'clearance-withdrawn'
        ? [{ person: body.person, cleared: body.action === 'person-cleared' }]
        : [],
    ),
  );
  return { record, listed: await listedNames(desk), cleared, key: await pseudonymKey(desk, by) };
}

/**
 * The cover of a record.
 *
 * @example
 * const cover = await openCover(desk, snapshot, 'A. Archivist');
 */
export async function openCover(
  desk: Desk,
  record: CoverGround['record'],
  by: string | null,
): Promise<NameCover> {
  return nameCover(await coverGround(desk, record, by));
}

/**
 * What a cover is made from, read from the record as it is now.
 *
 * @param by for the log, should the key of pseudonyms be made now; null: the log cannot be written
 * @example
 * shownPersons(await groundNow(desk, null));
 */
export async function groundNow(desk: Desk, by: string | null): Promise<CoverGround> {
  const { store } = desk;
  const byId = <T extends { readonly id: string }>(things: readonly T[]): ReadonlyMap<T['id'], T> =>
    new Map(things.map((thing) => [thing.id, thing]));
  const record = {
    actors: byId(await store.actors()),
    propositions: byId(await store.propositions()),
    claims: byId(await store.claims()),
  };
  return coverGround(desk, record, by);
}

/**
 * Something made from the record, with the names of persons replaced as in a dossier: a drawing that is handed on.
 *
 * @param by for the log, should the key of pseudonyms be made now; null: the log cannot be written
 * @example
 * const drawn = await coverMade(desk, { title, trees }, 'A. Archivist');
 */
export async function coverMade<T>(desk: Desk, made: T, by: string | null): Promise<T> {
  return coveredWhole(nameCover(await groundNow(desk, by)), made);
}

const NAMES: ReadonlySet<string> = new Set(NAME_PROPERTIES);

/** Whole names, and given with family name either way round. */
async function listedNames({ store }: Pick<Desk, 'store'>): Promise<readonly (readonly string[])[]> {
  if ((await store.lists()).length === 0) return [];
  const people: (readonly string[])[] = [];
  for await (const held of store.listings()) {
    const told = statementsOf(held).filter(({ property }) => NAMES.has(property));
    const of = (wanted: string) =>
      told
        .filter(({ property }) => property === wanted)
        .flatMap(({ value, written }) => [...new Set([value ?? written, written])]);
    const spellings = [
      ...of('name'),
      ...of('family').flatMap((family) =>
        of('given').flatMap((given) => [`${given} ${family}`, `${family} ${given}`]),
      ),
    ];
    if (spellings.length > 0) people.push(spellings);
  }
  return people;
}
