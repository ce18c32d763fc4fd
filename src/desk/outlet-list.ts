/**
 * The outlets that a record knows: those that ship with the program, and those that people of this record added or
 * corrected, each change an entry of the log. Refuses two outlets of one full spelling or one address: a mention could
 * then mean either.
 */
import { foldName } from '../record/actor.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import { createOutlet, type Outlet } from '../record/outlet.ts';
import { shippedOutlets } from '../record/shipped-outlets.ts';
import { loggedSettings } from './change-settings.ts';
import type { Desk } from './desk.ts';

export { OUTLET_KINDS, type Outlet, type OutletKind } from '../record/outlet.ts';

type Shelf = Pick<Desk, 'store' | 'clock'>;

/** What an outlet is called and where its pages lie, to be added to what is known. */
export interface OutletSpellings {
  readonly aliases: readonly string[];
  readonly careful: readonly string[];
  readonly short: readonly string[];
  readonly domains: readonly string[];
}

/**
 * All outlets of the record, the shipped ones first.
 *
 * @example
 * (await knownOutlets(desk)).length; // 433 in a new record
 */
export async function knownOutlets({
  store,
}: {
  readonly store: Pick<Desk['store'], 'settings'>;
}): Promise<readonly Outlet[]> {
  const own = (await store.settings()).outlets ?? [];
  const byCode = new Map(own.map((outlet) => [outlet.code, outlet]));
  const shipped = shippedOutlets().map((outlet) => byCode.get(outlet.code) ?? outlet);
  const codes = new Set(shipped.map(({ code }) => code));
  return [...shipped, ...own.filter(({ code }) => !codes.has(code))];
}

/**
 * The outlets whose code, spelling or address holds these words; all without words.
 *
 * @example
 * outletsLike(outlets, 'guardian').map(({ code }) => code); // ['guardian', 'mail-and-guardian']
 */
export function outletsLike(outlets: readonly Outlet[], words: string): readonly Outlet[] {
  const wanted = foldName(words);
  if (wanted === '') return outlets;
  return outlets.filter(({ code, name, aliases, careful, short, domains }) =>
    [code, name, ...aliases, ...careful, ...short, ...domains].some((one) => foldName(one).includes(wanted)),
  );
}

/** The outlet that a person means by a code or a full spelling. */
function outletMeant(outlets: readonly Outlet[], words: string): Outlet {
  const folded = foldName(words);
  const found =
    outlets.find(({ code }) => code === words.trim()) ??
    outlets.find(({ name, aliases }) => [name, ...aliases].some((one) => foldName(one) === folded));
  if (found !== undefined) return found;
  throw new OnRecordError(
    'not-found',
    'No outlet of this record has that code or name. See which there are: onrecord outlet list WORDS',
  );
}

/** Full spellings and addresses by which an outlet is known without more. */
function keysOf({ name, aliases, domains }: Outlet): readonly string[] {
  return [...[name, ...aliases].map(foldName), ...domains];
}

function refuseTaken(outlet: Outlet, others: readonly Outlet[]): void {
  const keys = new Set(keysOf(outlet));
  const faults = others.flatMap((other) =>
    other.code === outlet.code
      ? []
      : keysOf(other)
          .filter((key) => keys.has(key))
          .map((key) => ({
            path: 'outlet',
            message: `${key} is a name or address of ${other.name} (${other.code}).`,
          })),
  );
  if (faults.length === 0) return;
  throw new OnRecordError(
    'bad-usage',
    `${faults.map(({ message }) => message).join(' ')} Give another spelling, or put it under --careful.`,
    { faults },
  );
}

/** The record's own rows, with this one in place of its former self. */
async function logged(desk: Shelf, outlet: Outlet, by: string): Promise<Outlet> {
  const own = (await desk.store.settings()).outlets ?? [];
  const at = own.findIndex(({ code }) => code === outlet.code);
  await loggedSettings(desk, { outlets: at < 0 ? [...own, outlet] : own.with(at, outlet) }, by);
  return outlet;
}

/** "The Valley Post" to "valley-post"; letters without a Latin base have none, so a code must then be given. */
function codeOf(name: string): string {
  return foldName(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/**
 * Adds an outlet.
 *
 * @param given `code` null: made of the name
 * @param by who adds it, as it will stand in the log
 * @throws OnRecordError `bad-usage` for a code, spelling or address that another has, `invalid-record`
 * @example
 * await addOutlet(desk, { code: null, name: 'The Valley Post', kind: 'newspaper', state: null, aliases: [], careful: [], short: ['the Post'], domains: ['valleypost.example'] }, 'A. Archivist');
 */
export async function addOutlet(
  desk: Shelf,
  given: Omit<Outlet, 'code'> & { readonly code: string | null },
  by: string,
): Promise<Outlet> {
  const code = given.code ?? codeOf(given.name);
  if (code === '')
    throw new OnRecordError(
      'bad-usage',
      'No code can be made of that name: give one with --code, for example --code valley-post.',
    );
  const outlets = await knownOutlets(desk);
  if (outlets.some((outlet) => outlet.code === code))
    throw new OnRecordError(
      'bad-usage',
      `There is an outlet ${code} already. Add to it with: onrecord outlet alias ${code} SPELLING`,
    );
  const outlet = createOutlet({ ...given, code });
  refuseTaken(outlet, outlets);
  return logged(desk, outlet, by);
}

/**
 * Adds spellings and addresses to an outlet; what it has stays.
 *
 * @throws OnRecordError `not-found`, `bad-usage` for what another outlet has, `invalid-record`
 * @example
 * await addSpellings(desk, 'valley-post', { aliases: ['Valley Post Online'], careful: [], short: [], domains: [] }, 'A. Archivist');
 */
export async function addSpellings(
  desk: Shelf,
  words: string,
  added: OutletSpellings,
  by: string,
): Promise<Outlet> {
  const outlets = await knownOutlets(desk);
  const before = outletMeant(outlets, words);
  const joined = (key: keyof OutletSpellings): readonly string[] => [
    ...new Set([...before[key], ...added[key]]),
  ];
  const outlet = createOutlet({
    ...before,
    aliases: joined('aliases'),
    careful: joined('careful'),
    short: joined('short'),
    domains: joined('domains'),
  });
  refuseTaken(outlet, outlets);
  return logged(desk, outlet, by);
}

/**
 * Takes back what this record added to an outlet: its own outlet is gone, a shipped one is as it was shipped.
 *
 * @throws OnRecordError `not-found` when this record added nothing to it
 * @example
 * await forgetOutlet(desk, 'valley-post', 'A. Archivist');
 */
export async function forgetOutlet(desk: Shelf, words: string, by: string): Promise<Outlet> {
  const outlet = outletMeant(await knownOutlets(desk), words);
  const own = (await desk.store.settings()).outlets ?? [];
  if (!own.some(({ code }) => code === outlet.code))
    throw new OnRecordError(
      'not-found',
      `This record has added nothing to ${outlet.code}: it is as it was shipped.`,
    );
  await loggedSettings(desk, { outlets: own.filter(({ code }) => code !== outlet.code) }, by);
  return outlet;
}
