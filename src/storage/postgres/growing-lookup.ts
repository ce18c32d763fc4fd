/**
 * The lookup that pure projections ask, over an engine that answers later. What a change names is fetched beforehand;
 * a question that was not foreseen is written down, fetched, and the pure function run again. It sees one state: that
 * of the transaction it runs in, with the rows that it was told of and that are still to be written.
 */
import type { Lookup } from '../projection/lookup.ts';
import type { RowChange } from '../projection/row-change.ts';
import { askKept } from '../queries/kept-query.ts';
import {
  type Answers,
  type Ask,
  answerAll,
  type Foreseen,
  isOpen,
  lookupOf,
  noAnswers,
  noQuestions,
  type Questions,
} from './prefetched-lookup.ts';

/** A lookup for several changes, one after another. */
export interface GrowingLookup {
  /** Fetches what is sure to be asked, for many changes at once. */
  foresee(foreseen: Foreseen): Promise<void>;
  /**
   * Runs a pure function until every question it asks is answered.
   *
   * @param work has no effect but its result: it may be run several times
   */
  run<T>(work: (lookup: Lookup) => T): Promise<T>;
  /** New rows that will be written before the transaction ends: from now on they are there. */
  learn(rows: readonly RowChange[]): void;
  /** All that was learnt is written, or rows were changed: everything is asked again. */
  forget(): void;
}

/** A pure function whose every run asks something new would be a fault of the program. */
const MOST_RUNS = 50;

/**
 * Runs a pure function with a lookup until every question it asks is answered.
 *
 * @param work has no effect but its result: it may be run several times
 * @example
 * const rows = await withLookup(ask, { ids: idsIn(text), texts: [] }, (lookup) => projectChange({ ...input, lookup }));
 */
export async function withLookup<T>(ask: Ask, foreseen: Foreseen, work: (lookup: Lookup) => T): Promise<T> {
  const lookup = openLookup(ask, async () => undefined);
  await lookup.foresee(foreseen);
  return lookup.run(work);
}

/**
 * Opens a lookup for several changes of one transaction.
 *
 * @param settle writes the rows that it was told of: called before a question that they could change and that it cannot
 *   answer out of them
 * @example
 * const lookup = openLookup(ask, flush);
 * lookup.learn(await lookup.run((now) => projectChange({ ...input, lookup: now })));
 */
export function openLookup(ask: Ask, settle: () => Promise<void>): GrowingLookup {
  let answers: Answers | null = null;
  /** Claims and listings that were learnt: what is asked of them stands in the log alone. */
  const unwritten = new Set<string>();
  const opened = async (): Promise<Answers> => {
    if (answers !== null) return answers;
    const fresh = noAnswers();
    const [last] = await ask(({ kept }) => askKept(kept.lastPlace));
    fresh.lastPlace = last?.place ?? 0;
    answers = fresh;
    return fresh;
  };
  const answer = async (questions: Questions): Promise<Answers> => {
    const known = await opened();
    if (needsWritten(questions, unwritten)) {
      await settle();
      unwritten.clear();
    }
    await ask((queries) => answerAll(queries, questions, known));
    return known;
  };
  return {
    foresee: async (foreseen) => {
      const open = noQuestions();
      for (const id of foreseen.ids) open.things.add(id);
      for (const sha256 of foreseen.texts) open.texts.add(sha256);
      for (const voices of foreseen.chains ?? []) open.chains.add(voices);
      const known = await answer(open);
      const read = noQuestions();
      for (const { capture, extractor } of foreseen.readings ?? []) {
        const place = known.things.get(capture)?.place;
        if (place !== undefined) read.readings.set(`${place} ${extractor}`, [place, extractor]);
      }
      if (isOpen(read)) await answer(read);
    },
    run: async (work) => {
      let known = await opened();
      for (let runs = 0; runs < MOST_RUNS; runs += 1) {
        const open = noQuestions();
        const result = attempt(work, lookupOf(known, open));
        if (!isOpen(open)) return result();
        known = await answer(open);
      }
      throw new TypeError('A projection asked for something new in every run.');
    },
    learn: (rows) => {
      if (answers !== null) for (const row of rows) learnRow(row, answers, unwritten);
    },
    forget: () => {
      answers = null;
      unwritten.clear();
    },
  };
}

/** Questions whose answers the rows to be written may change, and that are not answered out of them. */
function needsWritten(
  { contents, capturesOf, idsUnder, things }: Questions,
  unwritten: ReadonlySet<string>,
): boolean {
  if (contents.size + capturesOf.size + idsUnder.size > 0) return true;
  if (unwritten.size === 0) return false;
  for (const id of things) if (unwritten.has(id)) return true;
  return false;
}

function learnRow(change: RowChange, answers: Answers, unwritten: Set<string>): void {
  if (change.op !== 'insert') return;
  const { table, row } = change;
  if ('place' in row && table !== 'search_documents')
    answers.lastPlace = Math.max(answers.lastPlace, row.place);
  switch (table) {
    case 'sources':
    case 'captures':
    case 'actors':
    case 'propositions':
    case 'links':
      answers.things.set(row.id, { id: row.id, place: row.place, body: row.body });
      if (table === 'actors') answers.joined.set(row.id, null);
      answers.capturesOf.clear();
      answers.idsUnder.clear();
      break;
    case 'claims':
      answers.things.delete(row.id);
      answers.idsUnder.clear();
      unwritten.add(row.id);
      break;
    case 'texts':
      answers.texts.set(row.sha256, true);
      answers.contents.set(row.sha256, row.content);
      break;
    case 'chains':
      answers.chains.set(row.voices, row.place);
      break;
    case 'readings':
      answers.readings.set(`${row.capture} ${row.extractor}`, true);
      break;
    default:
  }
}

/** A run that met an open question may break on the answer it was given instead: only a run without one counts. */
function attempt<T>(work: (lookup: Lookup) => T, lookup: Lookup): () => T {
  try {
    const result = work(lookup);
    return () => result;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
