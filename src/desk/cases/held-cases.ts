/**
 * Cases of an open compartment, held in memory while somebody works with them: read once, read again when another program
 * wrote to the record, found by words, and gone with the lock. Every read is logged before anything is handed out.
 */
import { headOf } from '../../record/case/case-head.ts';
import type { CaseId, CompartmentId } from '../../record/id.ts';
import { type Desk, OnRecordError } from '../desk.ts';
import { type AwaitedAnswer, answersAwaited } from './answers-awaited.ts';
import type { CaseDesk } from './case-desk.ts';
import { type CasesDue, casesDue } from './cases-due.ts';
import type { FetchedCases } from './fetch-cases.ts';
import { givenCase } from './given-case.ts';
import { type CaseLine, caseLines } from './list-cases.ts';
import { flushReads, noteRead } from './log-reads.ts';
import { type OpenCompartment, openCompartment } from './open-compartment.ts';
import {
  type HeldCase,
  type HeldCases,
  heldCase,
  type ListedHeld,
  readCase,
  readCases,
} from './read-case.ts';
import { saveCase } from './save-case.ts';
import { type CaseSearch, openCaseSearch } from './search-cases.ts';
import type { UnlockedMember } from './unlock-member.ts';

/** Changed cases that are searched beside the index; with more of them it is made anew. */
const MOST_CHANGED = 100;

interface Held extends HeldCases {
  readonly cases: Map<CaseId, ListedHeld>;
}

/** A line of the list, with the answers that are awaited. */
export interface ListedCase extends CaseLine {
  readonly awaited: readonly AwaitedAnswer[];
}

export interface CaseList extends CasesDue {
  readonly cases: readonly ListedCase[];
  /** One sentence for each record that does not open, is older than it was, or is missing. */
  readonly faults: readonly string[];
}

/** Work in the open compartment. */
type Work<T> = (desk: CaseDesk, room: OpenCompartment) => Promise<T>;

/** Cases in memory. */
export interface CasesInMemory {
  /** As it is now: members and key follow what others changed. */
  room(): Promise<OpenCompartment>;
  list(): Promise<CaseList>;
  /** Ids of all cases that fit. */
  find(words: string): Promise<readonly CaseId[]>;
  /** Makes the index of the search before it is asked for; no read. */
  index(): Promise<void>;
  read(id: CaseId): Promise<HeldCase>;
  /**
   * Saves fields of a case in place of those it has.
   *
   * @param id null: a new case
   * @param version the one that was changed; 0 for a new case
   */
  save(
    id: CaseId | null,
    fields: Readonly<Record<string, unknown>>,
    version: number,
  ): Promise<{ readonly id: CaseId; readonly version: number }>;
  /** Runs work that reads, and logs what it read. */
  look<T>(work: Work<T>): Promise<T>;
  /** Runs work that changes one case beside its fields: its documents, or that it is there. */
  changeCase<T>(id: CaseId, work: Work<T>): Promise<T>;
  /** Runs work that changes the compartment itself; everything is read again afterwards. */
  change<T>(work: Work<T>): Promise<T>;
  /** Forgets everything, and overwrites the compartment's key. */
  lock(): void;
}

/**
 * Opens a compartment to work in it.
 *
 * @param fetched ciphertexts that `fetchCases` brought before
 * @throws OnRecordError as `openCompartment`
 * @example
 * const held = await holdCases(desk, me, compartment);
 * (await held.list()).cases[0]?.pseudonym;
 */
export async function holdCases(
  given: CaseDesk,
  me: UnlockedMember,
  compartment: CompartmentId,
  fetched: FetchedCases | null = null,
): Promise<CasesInMemory> {
  let [known, own] = [await logSize(given), 0];
  const desk: CaseDesk = {
    ...given,
    store: {
      ...given.store,
      append: async (entries) => {
        const appended = await given.store.append(entries);
        own += entries.length;
        return appended;
      },
    },
  };
  let room = await openCompartment(desk, me, compartment, fetched);
  let cases: Held | null = null;
  let search: CaseSearch | null = null;
  /** Cases that are others now than in the index of the search. */
  const changed = new Set<CaseId>();
  const forget = (): void => {
    cases = null;
    search = null;
    changed.clear();
  };
  /** Takes in how one case stands now. */
  const refresh = async (id: CaseId): Promise<void> => {
    if (cases === null) return;
    const stored = await desk.store.sealedRecord(id);
    if (stored === null) cases.cases.delete(id);
    else {
      const one = heldCase(room, stored);
      cases.cases.set(id, { ...one, head: headOf(one.case) });
    }
    changed.add(id);
    if (changed.size > MOST_CHANGED) search = null;
  };
  const indexOf = ({ cases: held }: Held): CaseSearch => {
    if (search === null) {
      changed.clear();
      search = openCaseSearch(new Map(held));
    }
    return search;
  };
  /** Others wrote: members and key may be others, too. */
  const now = async (): Promise<OpenCompartment> => {
    const size = await logSize(given);
    if (size === known + own) return room;
    forget();
    const next = await openCompartment(desk, me, compartment);
    room.lock();
    room = next;
    [known, own] = [size, 0];
    return room;
  };
  const worked = async <T>(open: OpenCompartment, work: Work<T>): Promise<T> => {
    const done = await work(desk, open);
    await flushReads(desk, open);
    return done;
  };
  const all = async (): Promise<Held> => {
    const open = await now();
    if (cases === null) {
      const read = await readCases(desk, open);
      cases = { cases: new Map(read.cases), faults: read.faults };
    }
    return cases;
  };
  return {
    room: now,
    list: async () => {
      const { cases: held, faults } = await all();
      const due = await casesDue(desk, held.values(), null);
      noteListed(desk, room);
      await flushReads(desk, room);
      const listed = caseLines({ cases: held }).map((line) => ({
        ...line,
        awaited: awaitedOf(held.get(line.id), due.asOf),
      }));
      return { ...due, cases: listed, faults: [...faults, ...(search?.faults() ?? [])] };
    },
    find: async (words) => {
      const held = await all();
      const older = indexOf(held)
        .ids(words)
        .filter((id) => !changed.has(id));
      const newer = new Map([...held.cases].filter(([id]) => changed.has(id)));
      noteRead(desk, room, 'search', null);
      await flushReads(desk, room);
      return [...older, ...openCaseSearch(newer).ids(words)];
    },
    index: async () => {
      if (cases !== null) indexOf(cases).ids('index');
    },
    read: async (id) => {
      const open = await now();
      const one = await readCase(desk, open, id);
      await flushReads(desk, open);
      return one;
    },
    save: async (id, fields, version) => {
      const open = await now();
      const before = id === null ? null : await readCase(desk, open, id);
      if (before !== null && before.version !== version) throw overtaken(before);
      const named = id ?? desk.newId('case');
      // Whoever makes a case looks after it until they hand it over.
      const one =
        before === null
          ? givenCase(named, { lookedAfterBy: open.me.name, ...fields }, null)
          : givenCase(named, fields, before.case);
      const saved = await saveCase(desk, open, one, version);
      await flushReads(desk, open);
      await refresh(named);
      return { id: named, version: saved };
    },
    look: async (work) => worked(await now(), work),
    changeCase: async (id, work) => {
      const open = await now();
      return worked(open, work).finally(() => refresh(id));
    },
    change: async (work) => {
      const open = await now();
      return worked(open, work).finally(() => {
        // Members, key or documents may be others from now on.
        known = -1;
      });
    },
    lock: () => {
      forget();
      room.lock();
    },
  };
}

/** `readCases` notes the list when it reads; a list from memory is noted as well. */
function noteListed(desk: CaseDesk, room: OpenCompartment): void {
  if (!room.reads.some(({ kind }) => kind === 'list')) noteRead(desk, room, 'list', null);
}

function awaitedOf(held: ListedHeld | undefined, asOf: string): readonly AwaitedAnswer[] {
  return held === undefined ? [] : answersAwaited(held.head, asOf);
}

function overtaken({ case: { id }, version, savedBy }: HeldCase): OnRecordError {
  return new OnRecordError(
    'vault-busy',
    `This case was saved by ${savedBy} since you opened it: it has version ${version} now. Nothing of yours was stored. Look at it again, and put your change in anew.`,
    { subject: id },
  );
}

async function logSize({ store }: Pick<Desk, 'store'>): Promise<number> {
  return (await store.head())?.seq ?? 0;
}
