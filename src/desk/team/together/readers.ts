/** Which members see a thing: who may read at all, and whose clearance covers it. Nobody else is told of it or handed it. */
import type { AccountId } from '../../../record/id.ts';
import { OnRecordError } from '../../../record/onrecord-error.ts';
import type { Account } from '../../../record/team/account.ts';
import type { RecordStore } from '../../ports/record-store.ts';
import { listAccounts } from '../accounts.ts';
import type { Team } from '../team.ts';
import { seenThing } from './seen-thing.ts';

/** What is known of who reads what. */
export interface Readers {
  /** The record as somebody of this clearance sees it. */
  storeOf(clearance: Account['clearance']): RecordStore;
  /** Whether somebody with these roles reads sources at all. */
  mayRead(roles: Account['roles']): boolean;
}

/**
 * The active members who see a thing, by name.
 *
 * @example
 * (await readersOf(team, readers, 'src_…')).map(({ name }) => name);
 */
export async function readersOf(team: Team, readers: Readers, thing: string): Promise<readonly Account[]> {
  const seenBy = new Map<string, boolean>();
  const sees = async (clearance: Account['clearance']): Promise<boolean> => {
    const known = seenBy.get(clearance) ?? (await seenThing(readers.storeOf(clearance), thing)) !== null;
    seenBy.set(clearance, known);
    return known;
  };
  const found: Account[] = [];
  for (const account of await listAccounts(team))
    if (account.state === 'active' && readers.mayRead(account.roles) && (await sees(account.clearance)))
      found.push(account);
  return found;
}

/**
 * Those of some members who see a thing.
 *
 * @throws OnRecordError `not-found` when one of them does not, or is none: which, is not told
 * @example
 * const [oren] = await amongReaders(team, readers, { thing: 'src_…', accounts: ['acc_…'] });
 */
export async function amongReaders(
  team: Team,
  readers: Readers,
  { thing, accounts }: { readonly thing: string; readonly accounts: readonly string[] },
): Promise<readonly Account[]> {
  if (accounts.length === 0) return [];
  const all = await readersOf(team, readers, thing);
  return [...new Set(accounts)].map((id) => {
    const found = all.find((one) => one.id === (id as AccountId));
    if (found === undefined)
      throw new OnRecordError('not-found', 'No member who may see this has this id: choose another one.');
    return found;
  });
}
