/**
 * The record for machines: allow-listed keys only, canonical JSON (RFC 8785). What is not named here cannot
 * leave. No reviewer's name, no internal note, no text of a source beyond the quoted passages.
 */
import canonicalize from 'canonicalize';
import type { ResponseRow } from '../reckon/responses.ts';
import type { AnswerStep, StatePosition } from '../reckon/state-positions.ts';
import type { Actor } from '../record/actor.ts';
import type { Capture } from '../record/capture.ts';
import type { Claim } from '../record/claim.ts';
import type { LoggedEstimate } from '../record/estimate.ts';
import type { Sha256 } from '../record/id.ts';
import type { Passage } from '../record/passage.ts';
import type { Source } from '../record/source.ts';
import type { Toll, TollStep } from '../record/toll.ts';
import type { DossierFile } from './dossier-file.ts';
import { latestEstimates, publishedReasons } from './estimates-section.ts';
import type { PublishedIncident } from './published-incidents.ts';
import { type PublishedPlace, publishedPlaces, type RecordedPlace } from './published-places.ts';
import { NO_HASH } from './release/release.ts';
import { releaseJson } from './releases/release-json.ts';
import type { PropositionView, View } from './view.ts';

/** Name and version of the format. */
const RECORD_FORMAT = 'onrecord-record-1';

const published = (hash: Sha256): Sha256 | null => (hash === NO_HASH ? null : hash);

const passage = (from: Passage) => ({
  capture: from.capture,
  textSha256: published(from.textSha256),
  start: from.start,
  end: from.end,
  exact: from.exact,
  prefix: from.prefix,
  suffix: from.suffix,
});

const claim = (from: Claim) => ({
  id: from.id,
  source: from.source,
  proposition: from.proposition,
  stance: from.stance,
  status: from.status,
  chain: from.chain.map((step) => ({
    speaker: step.speaker,
    named: step.named,
    cue:
      step.cue === null
        ? null
        : { text: step.cue.text, lemma: step.cue.lemma, lang: step.cue.lang, force: step.cue.force },
    connection: step.connection,
    anonymity: step.anonymity,
    stated: step.stated === undefined ? null : { min: step.stated.min, max: step.stated.max },
    passage: step.passage === null ? null : passage(step.passage),
  })),
  quantity:
    from.quantity === null
      ? null
      : {
          low: from.quantity.low,
          best: from.quantity.best,
          high: from.quantity.high,
          comparator: from.quantity.comparator,
          unit: from.quantity.unit,
          wording: from.quantity.wording,
        },
  when: from.when === null ? null : { edtf: from.when.edtf, extent: from.when.extent },
  where: from.where,
  saidAt: from.saidAt,
  passages: from.passages.map(passage),
  extractedBy: from.extraction?.by ?? null,
});

const source = (from: Source) => ({
  id: from.id,
  kind: from.kind,
  title: from.title,
  publisher: from.publisher,
  authors: from.authors,
  publishedAt: from.publishedAt,
  language: from.language,
  url: from.url,
  revisionOf: from.revisionOf,
  handling: from.handling,
});

const capture = (from: Capture) => ({
  id: from.id,
  of: from.of,
  capturedAt: from.capturedAt,
  mediaType: from.mediaType,
  size: from.sha256 === NO_HASH ? null : from.size,
  sha256: published(from.sha256),
  text:
    from.text === null
      ? null
      : { sha256: from.text.sha256, normaliser: from.text.normaliser, codePoints: from.text.codePoints },
  noTextReason: from.noTextReason,
});

const actor = (from: Actor) => ({
  id: from.id,
  kind: from.kind,
  names: from.names.map((name) => ({ text: name.text, lang: name.lang, kind: name.kind })),
});

const tollStep = (from: TollStep) => ({
  day: from.day,
  low: from.low,
  best: from.best,
  high: from.high,
  changedBy: from.changedBy,
});

const toll = (from: Toll) => ({
  measure: from.measure,
  asOf: from.asOf,
  low: from.low,
  best: from.best,
  high: from.high,
  rules: from.rules.map((rule) => ({
    rule: rule.rule,
    version: rule.version,
    low: rule.low,
    best: rule.best,
    high: rule.high,
  })),
  origins: { min: from.origins.min, max: from.origins.max },
  used: from.used,
  excluded: from.excluded.map((entry) => ({ claim: entry.claim, reason: entry.reason })),
  beside: from.beside,
  steps: from.steps.map(tollStep),
  events:
    from.events === null ? null : { steps: from.events.steps.map(tollStep), undated: from.events.undated },
  byParty: from.byParty.map((entry) => ({ bound: entry.bound, claim: entry.claim, party: entry.party })),
  withoutParties:
    from.withoutParties === null
      ? null
      : { low: from.withoutParties.low, best: from.withoutParties.best, high: from.withoutParties.high },
});

const proposition = (from: PropositionView) => ({
  id: from.proposition.id,
  kind: from.proposition.kind,
  measure: from.proposition.measure,
  answer: from.proposition.answer,
  scope: {
    group: from.proposition.scope.group,
    place: from.proposition.scope.place,
    by: from.proposition.scope.by,
    actor: from.proposition.scope.actor,
  },
  text: from.proposition.text,
  lang: from.proposition.lang,
  narrowerThan: from.proposition.narrowerThan,
  claims: from.claims.map((item) => item.id),
  origins: {
    atLeast: from.origins.atLeast,
    atMost: from.origins.atMost,
    direct: from.origins.direct,
    origins: from.origins.origins.map((origin) => ({
      voice: origin.voice,
      kind: origin.kind,
      claims: origin.claims,
    })),
    paths: from.origins.paths.map((path) => ({ claim: path.claim, path: path.path })),
    circles: from.origins.circles,
    toObtain: from.origins.toObtain,
    unreviewed: from.origins.unreviewed,
    notes: from.origins.notes,
  },
  rejected: { claims: from.rejected.claims, reasons: from.rejected.reasons },
  standing: {
    word: from.standing.word,
    flags: from.standing.flags,
    because: from.standing.because,
    claims: from.standing.claims,
  },
  positions: from.positions.map((position) => ({
    actor: position.actor,
    latest: position.latest,
    inherited: position.inherited,
    history: position.history.map((entry) => ({
      claim: entry.claim,
      stance: entry.stance,
      saidAt: entry.saidAt,
    })),
  })),
  toll: from.toll === null ? null : toll(from.toll),
});

const response = (from: ResponseRow) => ({
  by: from.by,
  byName: from.byName,
  measure: from.measure,
  answer: from.answer,
  reason: from.reason,
  count: from.count === null ? null : { low: from.count.low, best: from.count.best, high: from.count.high },
  askedAt: from.askedAt,
  answeredAt: from.answeredAt,
  reportedAt: from.reportedAt,
  toward: from.toward,
  statedBy: from.statedBy,
  basis: from.basis,
  deniedBy: from.deniedBy,
});

const answerStep = (from: AnswerStep) => ({
  day: from.day,
  answer: from.answer,
  statedBy: from.statedBy,
  count: from.count === null ? null : { low: from.count.low, best: from.count.best, high: from.count.high },
  reason: from.reason?.exact ?? null,
  claims: from.claims,
  deniedBy: from.deniedBy,
});

const state = (from: StatePosition) => ({
  by: from.by,
  byName: from.byName,
  measures: from.measures.map((position) => ({
    measure: position.measure,
    steps: position.steps.map(answerStep),
    asked:
      position.asked === null
        ? null
        : {
            on: position.asked.on,
            claims: position.asked.claims,
            daysWithout: position.asked.daysWithout,
          },
  })),
});

const place = (from: PublishedPlace) => ({
  id: from.id,
  kind: from.kind,
  latitude: from.latitude,
  longitude: from.longitude,
  precision: from.precision === null ? null : { scheme: from.precision.scheme, code: from.precision.code },
  wordings: from.wordings,
});

const incident = (from: PublishedIncident) => ({
  id: from.id,
  title: from.title,
  kind: from.kind,
  when: from.when === null ? null : { edtf: from.when.edtf, extent: from.when.extent },
  clarity: from.clarity,
  place: from.place,
  propositions: from.propositions,
  chain: from.chain,
});

/** As in the box of the front page: neither table nor list nor hash, since small counts may point at people. */
const estimate = (from: LoggedEstimate) => ({
  about: from.about,
  recorded: from.recorded,
  lists: from.lists.length,
  methods: from.methods.map((entry) =>
    'refused' in entry
      ? { method: entry.method, refused: publishedReasons(from, entry.refused) }
      : {
          method: entry.method,
          people: entry.people,
          low: entry.low,
          high: entry.high,
          floor: entry.floor,
        },
  ),
  program: from.program,
});

/** A list whose items are made one after the other, when they are written. */
interface InTurn {
  readonly items: Iterable<unknown>;
  readonly make: (item: unknown) => unknown;
}

function inTurn<T>(items: Iterable<T>, make: (item: T) => unknown): InTurn {
  return { items, make: make as InTurn['make'] };
}

function isInTurn(value: unknown): value is InTurn {
  return typeof value === 'object' && value !== null && 'items' in value && 'make' in value;
}

/**
 * Canonical JSON of an object whose keys are ASCII. A list handed in to be made in turn is written item by item: a large record
 * need not be held in three copies at once.
 */
function canonicalRecord(record: Readonly<Record<string, unknown>>): string {
  const one = (value: unknown): string => canonicalize(wellFormed(value)) ?? 'null';
  const members = Object.keys(record)
    .toSorted()
    .map((key) => {
      const value = record[key];
      return `${JSON.stringify(key)}:${isInTurn(value) ? `[${Array.from(value.items, (item) => one(value.make(item))).join(',')}]` : one(value)}`;
    });
  return `{${members.join(',')}}`;
}

/** Unpaired surrogates cannot stand in JSON that others must read; they become U+FFFD. */
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, wellFormed(item)]));
}

/**
 * The file `record.json`.
 *
 * @param places as they stand in the log; those that published words name are published
 * @param estimates as they stand in the log, oldest first; the latest of each subject is published
 * @example
 * recordJson(view, [], []).path; // 'record.json'
 */
export function recordJson(
  view: View,
  estimates: readonly LoggedEstimate[],
  places: readonly RecordedPlace[],
): DossierFile {
  const { record, options, published: counts } = view;
  const content = canonicalRecord({
    format: RECORD_FORMAT,
    title: view.title,
    generatedAt: options.generatedAt,
    program: `onrecord ${options.version}`,
    logPosition: record.logPosition,
    asOf: record.asOf,
    head: options.head,
    unreviewed: counts.unreviewed,
    withheld: view.withheld,
    rejected: counts.leftOut.rejected,
    propositions: inTurn(view.propositions.values(), proposition),
    claims: inTurn(record.claims.values(), claim),
    actors: inTurn(record.actors.values(), actor),
    sources: inTurn(view.sources.values(), source),
    captures: inTurn(record.captures.values(), capture),
    responses: view.responses.map(response),
    release: releaseJson(options.release),
    states: { asOf: view.asOf, list: view.states.map(state) },
    places: publishedPlaces(places, record).map(place),
    incidents: view.incidents.map(incident),
    estimates: latestEstimates(estimates).map(estimate),
  });
  return { path: 'record.json', content: `${content}\n` };
}
