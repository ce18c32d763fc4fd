/**
 * Reads `record.json`: every fault with its path, and nothing filled in. Keys that this version does not know are passed
 * over, since new keys may come; a key that has changed its meaning comes with another `format`.
 */
import { ACTOR_KINDS, type Name, nameField } from '../../record/actor.ts';
import { ANONYMITIES, CONNECTIONS, CUE_FORCES, type Cue } from '../../record/attribution.ts';
import type { CaptureText } from '../../record/capture.ts';
import { codePointLength } from '../../record/code-points.ts';
import {
  codedIn,
  type Field,
  idOf,
  instant,
  language,
  list,
  object,
  oneOf,
  orNull,
  type Shape,
  sha256,
  string,
  text,
  whole,
  within,
} from '../../record/fields.ts';
import type { Fault } from '../../record/onrecord-error.ts';
import { PLACE_KINDS } from '../../record/place.ts';
import { ANSWERS, MEASURES, PROPOSITION_KINDS, type Scope } from '../../record/proposition.ts';
import { type Bounds, checkBounds, type Quantity, quantityField } from '../../record/quantity.ts';
import { SOURCE_KINDS } from '../../record/source.ts';
import { STANCES } from '../../record/stance.ts';
import type { OriginInterval, TollBound } from '../../record/toll.ts';
import { edtfField, whenField } from '../../record/when.ts';
import type {
  FiledActor,
  FiledCapture,
  FiledClaim,
  FiledPassage,
  FiledPlace,
  FiledPosition,
  FiledProposition,
  FiledResponse,
  FiledRule,
  FiledSource,
  FiledStep,
  FiledToll,
  RecordFile,
} from './record-file.ts';

/** An object of at least these fields; others are passed over. */
function known<T extends object>(
  shape: Shape<T>,
  rule?: (value: T, fault: (path: string, message: string) => void) => void,
): Field<T> {
  const read = object<T>(shape, rule);
  const names = Object.keys(shape);
  return (value, at, faults) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return read(value, at, faults);
    const given = value as Record<string, unknown>;
    return read(
      Object.fromEntries(names.filter((name) => name in given).map((name) => [name, given[name]])),
      at,
      faults,
    );
  };
}

const flag: Field<boolean> = (value, at, faults) => {
  oneOf(['true', 'false'])(String(value), at, faults);
  return value === true;
};
const passage = known<FiledPassage>(
  {
    capture: idOf('capture'),
    textSha256: orNull(sha256),
    start: whole,
    end: whole,
    exact: text,
    prefix: string,
    suffix: string,
  },
  ({ start, end, exact }, fault) => {
    if (codePointLength(exact) !== end - start)
      fault('exact', 'must be as long as the span from start to end, counted in code points');
  },
);
const bounds = known<Bounds>({ low: orNull(whole), best: orNull(whole), high: orNull(whole) }, checkBounds);
const tollBound = orNull(known<TollBound>({ value: whole, setBy: idOf('claim') }));
const cue = known<Cue>({ text, lemma: text, lang: language, force: oneOf(CUE_FORCES) });

const step = known<FiledStep>({
  speaker: orNull(idOf('actor')),
  named: string,
  cue: orNull(cue),
  passage: orNull(passage),
  connection: oneOf(CONNECTIONS),
  anonymity: oneOf(ANONYMITIES),
  stated: orNull(known({ min: whole, max: orNull(whole) })),
});

const claim = known<FiledClaim>({
  id: idOf('claim'),
  source: idOf('source'),
  proposition: idOf('proposition'),
  stance: oneOf(STANCES),
  status: oneOf(['accepted', 'proposed']),
  chain: list(step, 1),
  quantity: orNull(quantityField as Field<Quantity>),
  when: orNull(whenField),
  where: orNull(text),
  saidAt: orNull(edtfField),
  passages: list(passage, 1),
  extractedBy: orNull(text),
});

const rule = known<FiledRule>({ rule: text, low: tollBound, best: tollBound, high: tollBound });
const toll = known<FiledToll>({
  low: tollBound,
  best: tollBound,
  high: tollBound,
  rules: list(rule),
  origins: known<OriginInterval>({ min: whole, max: orNull(whole) }),
  used: list(idOf('claim')),
  excluded: list(known({ claim: idOf('claim'), reason: text })),
});

const proposition = known<FiledProposition>({
  id: idOf('proposition'),
  kind: oneOf(PROPOSITION_KINDS),
  measure: orNull(oneOf(MEASURES)),
  answer: orNull(oneOf(ANSWERS)),
  scope: known<Scope>({ group: orNull(text), place: orNull(text), by: orNull(text), actor: orNull(text) }),
  text,
  lang: language,
  narrowerThan: orNull(idOf('proposition')),
  claims: list(idOf('claim')),
  origins: known({ atLeast: whole, atMost: orNull(whole) }),
  standing: known({ word: text, flags: list(text), because: string }),
  positions: list(known<FiledPosition>({ actor: text, latest: oneOf(STANCES), inherited: flag })),
  toll: orNull(toll),
});

const actor = known<FiledActor>({
  id: idOf('actor'),
  kind: oneOf(ACTOR_KINDS),
  names: list(nameField as Field<Name>, 1),
});

const source = known<FiledSource>({
  id: idOf('source'),
  kind: oneOf(SOURCE_KINDS),
  title: orNull(text),
  publisher: orNull(idOf('actor')),
  authors: list(idOf('actor')),
  publishedAt: orNull(edtfField),
  language: orNull(language),
  url: orNull(text),
  revisionOf: orNull(idOf('source')),
  handling: oneOf(['public', 'internal']),
});

const capture = known<FiledCapture>({
  id: idOf('capture'),
  of: idOf('source'),
  capturedAt: instant,
  mediaType: text,
  size: orNull(whole),
  sha256: orNull(sha256),
  text: orNull(known<CaptureText>({ sha256, normaliser: text, codePoints: whole })),
  noTextReason: orNull(text),
});

const response = known<FiledResponse>({
  by: orNull(idOf('actor')),
  byName: text,
  measure: oneOf(['visa', 'asylum', 'relocation', 'evacuation', 'investigation', 'statement']),
  answer: oneOf(ANSWERS),
  reason: orNull(text),
  count: orNull(bounds),
  askedAt: orNull(edtfField),
  answeredAt: orNull(edtfField),
  reportedAt: orNull(edtfField),
  toward: orNull(text),
  statedBy: oneOf(['itself', 'others']),
  basis: list(idOf('claim')),
  deniedBy: list(idOf('claim')),
});

const place = known<FiledPlace>({
  id: idOf('place'),
  kind: oneOf(PLACE_KINDS),
  latitude: orNull(within(-90, 90)),
  longitude: orNull(within(-180, 180)),
  precision: orNull(codedIn()),
  wordings: list(text),
});

const recordFile = known<RecordFile>({
  format: oneOf(['onrecord-record-1']),
  title: text,
  generatedAt: instant,
  program: text,
  logPosition: whole,
  asOf: orNull(instant),
  unreviewed: whole,
  propositions: list(proposition),
  claims: list(claim),
  actors: list(actor),
  sources: list(source),
  captures: list(capture),
  responses: list(response),
  places: list(place),
});

/** The file, or every fault. */
export type RecordFileRead =
  | { readonly ok: true; readonly file: RecordFile }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Reads the text of a `record.json`.
 *
 * @example
 * const read = readRecordFile('no JSON');
 * read.ok ? read.file.claims.length : read.faults; // [{ path: '', message: 'is not JSON: give the record.json of a dossier' }]
 */
export function readRecordFile(content: string): RecordFileRead {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return { ok: false, faults: [{ path: '', message: 'is not JSON: give the record.json of a dossier' }] };
  }
  const faults: Fault[] = [];
  const file = recordFile(withPlaces(value), { path: '', key: '' }, faults);
  if (faults.length === 0) faults.push(...danglingIn(file));
  return faults.length === 0 ? { ok: true, file } : { ok: false, faults };
}

/** Files of older versions hold no places. */
function withPlaces(value: unknown): unknown {
  return typeof value === 'object' && value !== null && !('places' in value)
    ? { ...value, places: [] }
    : value;
}

/** References to what the file does not hold. */
function danglingIn(file: RecordFile): readonly Fault[] {
  const faults: Fault[] = [];
  const held = (items: readonly { readonly id: string }[]): ReadonlySet<string> =>
    new Set(items.map(({ id }) => id));
  const [sources, captures, actors, propositions] = [
    held(file.sources),
    held(file.captures),
    held(file.actors),
    held(file.propositions),
  ];
  const need = (set: ReadonlySet<string>, id: string | null, path: string): void => {
    if (id !== null && !set.has(id)) faults.push({ path, message: 'names what the file does not hold' });
  };
  for (const [at, one] of file.claims.entries()) {
    need(sources, one.source, `claims[${at}].source`);
    need(propositions, one.proposition, `claims[${at}].proposition`);
    for (const [n, said] of one.chain.entries())
      need(actors, said.speaker, `claims[${at}].chain[${n}].speaker`);
    for (const [n, words] of one.passages.entries())
      need(captures, words.capture, `claims[${at}].passages[${n}].capture`);
  }
  for (const [at, one] of file.captures.entries()) need(sources, one.of, `captures[${at}].of`);
  for (const [at, one] of file.sources.entries()) {
    need(actors, one.publisher, `sources[${at}].publisher`);
    for (const [n, author] of one.authors.entries()) need(actors, author, `sources[${at}].authors[${n}]`);
  }
  return faults;
}
