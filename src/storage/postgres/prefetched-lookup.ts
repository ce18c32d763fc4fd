/** What pure projections ask of an engine that answers later: questions noted down, fetched at once, and kept by kind. */
import type { Actor } from '../../record/actor.ts';
import type { Capture } from '../../record/capture.ts';
import type { Claim } from '../../record/claim.ts';
import type { Link } from '../../record/link.ts';
import type { PeopleDecision } from '../../record/people-decision.ts';
import type { Proposition } from '../../record/proposition.ts';
import type { HeldCompartment } from '../../record/sealed/held-compartment.ts';
import type { SealedRecordState } from '../../record/sealed/sealed-record.ts';
import type { Source } from '../../record/source.ts';
import type { VoiceFinding } from '../../record/voice-finding.ts';
import type { Lookup } from '../projection/lookup.ts';
import { tableOfId } from '../queries/kept-queries.ts';
import { askKept } from '../queries/kept-query.ts';
import {
  chainsAmongQuery,
  joinedAmongQuery,
  type ThingRow,
  textsAmongQuery,
  thingsQuery,
} from '../queries/prefetch-queries.ts';
import { rowsOf, type Steps } from '../queries/steps.ts';
import type { RecordQueries } from '../reading/reading-port.ts';

/** Runs a reading in the append's own transaction. */
export type Ask = <T>(reading: (queries: RecordQueries) => Steps<T>) => Promise<T>;

/** Questions by kind; each is asked of the database at most once. */
export interface Questions {
  readonly things: Set<string>;
  readonly joined: Set<string>;
  readonly texts: Set<string>;
  readonly contents: Set<string>;
  readonly chains: Set<string>;
  readonly readings: Map<string, readonly [capture: number, extractor: string]>;
  readonly capturesOf: Set<number>;
  readonly idsUnder: Set<number>;
  readonly erased: Set<string>;
}

/** What is known, by kind of question. */
export interface Answers {
  lastPlace: number;
  readonly things: Map<string, ThingRow | null>;
  readonly joined: Map<string, string | null>;
  readonly texts: Map<string, boolean>;
  readonly contents: Map<string, string | null>;
  readonly chains: Map<string, number | null>;
  readonly readings: Map<string, boolean>;
  readonly capturesOf: Map<number, readonly number[]>;
  readonly idsUnder: Map<number, readonly string[]>;
  readonly erased: Map<string, boolean>;
}

/** What is sure to be asked. */
export interface Foreseen {
  /** Ids that stand anywhere in the entry. */
  readonly ids: Iterable<string>;
  /** Hashes of texts that come with it. */
  readonly texts: Iterable<string>;
  /** Chains by their voices as stored. */
  readonly chains?: Iterable<string>;
  /** Captures by their ids, with whoever reads them. */
  readonly readings?: readonly { readonly capture: string; readonly extractor: string }[];
}

const ID = /\b(?:src|cap|act|prp|clm|lnk|fnd|lst|lsg|dcn|cmp|cas|doc|rds)_[0-9a-z]{26}\b/g;

/**
 * The ids that stand in a text.
 *
 * @example
 * idsIn('{"claim":"clm_…"}'); // Set { 'clm_…' }
 */
export function idsIn(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(ID), ([id]) => id));
}

/**
 * No question yet.
 *
 * @example
 * noQuestions().things.add(id);
 */
export function noQuestions(): Questions {
  return {
    things: new Set(),
    joined: new Set(),
    texts: new Set(),
    contents: new Set(),
    chains: new Set(),
    readings: new Map(),
    capturesOf: new Set(),
    idsUnder: new Set(),
    erased: new Set(),
  };
}

/**
 * Whether anything is asked.
 *
 * @example
 * isOpen(noQuestions()); // false
 */
export function isOpen(questions: Questions): boolean {
  return Object.values(questions).some((some: { readonly size: number }) => some.size > 0);
}

/**
 * Nothing known yet.
 *
 * @example
 * noAnswers().lastPlace; // 0
 */
export function noAnswers(): Answers {
  return {
    lastPlace: 0,
    things: new Map(),
    joined: new Map(),
    texts: new Map(),
    contents: new Map(),
    chains: new Map(),
    readings: new Map(),
    capturesOf: new Map(),
    idsUnder: new Map(),
    erased: new Map(),
  };
}

/**
 * A lookup over what is known; what is not is noted as a question, and answered with null or none for now.
 *
 * @example
 * const result = work(lookupOf(answers, open));
 */
export function lookupOf(answers: Answers, open: Questions): Lookup {
  const known = <K, V>(from: ReadonlyMap<K, V>, key: K, write: (key: K) => unknown, otherwise: V): V => {
    const found = from.get(key);
    if (found !== undefined || from.has(key)) return found ?? otherwise;
    write(key);
    return otherwise;
  };
  const thing = (id: string): ThingRow | null =>
    tableOfId(id) === null ? null : known(answers.things, id, (key) => open.things.add(key), null);
  const body = <T>(id: string): T | null => {
    const found = thing(id);
    return found === null ? null : (JSON.parse(found.body) as T);
  };
  return {
    place: (id) => thing(id)?.place ?? null,
    source: (id) => body<Source>(id),
    capture: (id) => body<Capture>(id),
    actor: (id) => body<Actor>(id),
    proposition: (id) => body<Proposition>(id),
    claim: (id) => body<Claim>(id),
    link: (id) => body<Link>(id),
    finding: (id) => body<VoiceFinding>(id),
    decision: (id) => body<PeopleDecision>(id),
    compartment: (id) => body<HeldCompartment>(id),
    sealedRecord: (id) => body<SealedRecordState>(id),
    joinedTo: (id) => known(answers.joined, id, (key) => open.joined.add(key), null),
    lastPlace: () => answers.lastPlace,
    hasText: (sha256) => known(answers.texts, sha256, (key) => open.texts.add(key), false),
    text: (sha256) => known(answers.contents, sha256, (key) => open.contents.add(key), null),
    chain: (voices) => known(answers.chains, voices, (key) => open.chains.add(key), null),
    hasReading: (capture, extractor) =>
      known(
        answers.readings,
        `${capture} ${extractor}`,
        (key) => open.readings.set(key, [capture, extractor]),
        false,
      ),
    capturesOf: (source) => known(answers.capturesOf, source, (key) => open.capturesOf.add(key), []),
    wasErased: (source) => known(answers.erased, source, (key) => open.erased.add(key), false),
    idsUnder: (source) => known(answers.idsUnder, source, (key) => open.idsUnder.add(key), []),
  };
}

/**
 * Asks the database all open questions.
 *
 * @example
 * await ask((queries) => answerAll(queries, open, answers));
 */
export function* answerAll(queries: RecordQueries, open: Questions, answers: Answers): Steps<void> {
  const { build, kept } = queries;
  yield* answerThings(queries, open, answers);
  if (open.chains.size > 0) {
    for (const voices of open.chains) answers.chains.set(voices, null);
    const rows = yield* rowsOf(chainsAmongQuery(build, [...open.chains]));
    for (const { voices, place } of rows) answers.chains.set(voices, place);
  }
  if (open.texts.size > 0) {
    for (const sha256 of open.texts) answers.texts.set(sha256, false);
    for (const { sha256 } of yield* rowsOf(textsAmongQuery(build, [...open.texts])))
      answers.texts.set(sha256, true);
  }
  for (const sha256 of open.contents)
    answers.contents.set(sha256, (yield* askKept(kept.text, sha256))[0]?.content ?? null);
  for (const [key, [capture, extractor]] of open.readings)
    answers.readings.set(key, (yield* askKept(kept.reading, capture, extractor)).length > 0);
  for (const source of open.capturesOf)
    answers.capturesOf.set(
      source,
      (yield* askKept(kept.capturesOf, source)).map(({ place }) => place),
    );
  for (const source of open.erased)
    answers.erased.set(source, (yield* askKept(kept.tombstone, source)).length > 0);
  for (const source of open.idsUnder)
    answers.idsUnder.set(
      source,
      (yield* askKept(kept.idsUnder, source)).map(({ id }) => id),
    );
}

function* answerThings({ build }: RecordQueries, open: Questions, answers: Answers): Steps<void> {
  const byTable = Map.groupBy(open.things, tableOfId);
  for (const [table, ids] of byTable) {
    for (const id of ids) answers.things.set(id, null);
    if (table === null) continue;
    for (const row of yield* rowsOf(thingsQuery(build, table, ids))) answers.things.set(row.id, row);
  }
  if (open.joined.size === 0) return;
  for (const id of open.joined) answers.joined.set(id, null);
  for (const { id, kept } of yield* rowsOf(joinedAmongQuery(build, [...open.joined])))
    answers.joined.set(id, kept);
}
