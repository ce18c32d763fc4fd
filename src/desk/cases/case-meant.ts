/** Which case is meant: by its id, or by the pseudonym that the team calls it. */
import { type CaseId, isId } from '../../record/id.ts';
import { OnRecordError } from '../desk.ts';
import type { CaseDesk } from './case-desk.ts';
import { flushReads } from './log-reads.ts';
import type { OpenCompartment } from './open-compartment.ts';
import { noSuchCase, readCases } from './read-case.ts';

/**
 * The id of a case that is meant: whole, its beginning, or the pseudonym of one case of the compartment. For a pseudonym every
 * case of it is opened, which is logged as a read of them all, found or not.
 *
 * @throws OnRecordError `not-found`, `bad-usage` when several fit
 * @example
 * await caseMeant(desk, room, 'Heron'); // 'cas_7d2…'
 */
export async function caseMeant(desk: CaseDesk, room: OpenCompartment, asked: string): Promise<CaseId> {
  if (isId('case', asked)) return asked;
  if (asked.startsWith('cas_')) return byBeginning(desk, room, asked);
  const wanted = folded(asked);
  const { cases } = await readCases(desk, room);
  await flushReads(desk, room);
  const [one, two] = [...cases].filter(([, { head }]) => wanted !== '' && folded(head.pseudonym) === wanted);
  if (one === undefined) throw noSuchCase(room);
  if (two === undefined) return one[0];
  throw new OnRecordError(
    'bad-usage',
    'Several cases of this compartment have that pseudonym: give the id of the one you mean.',
    { subject: room.id },
  );
}

async function byBeginning(desk: CaseDesk, room: OpenCompartment, asked: string): Promise<CaseId> {
  const ids = new Set((await desk.store.recordKeys(room.id)).map(({ record }) => record));
  const [one, two] = [...ids].filter((id): id is CaseId => isId('case', id) && id.startsWith(asked));
  if (one === undefined) throw noSuchCase(room);
  if (two === undefined) return one;
  throw new OnRecordError('bad-usage', 'Several cases begin so: give more of the id.', { subject: room.id });
}

const folded = (words: string): string => words.normalize('NFC').trim().toLowerCase();
