/** A small invented record for the contract suites: one outlet citing another, a ministry that denies. */
import { sha256Hex } from '../../crypto/sha256.ts';
import type { NewEntry } from '../../desk/ports/record-store.ts';
import type { Actor, ActorKind } from '../../record/actor.ts';
import type { StatedNumber } from '../../record/attribution.ts';
import type { Capture } from '../../record/capture.ts';
import type { Claim } from '../../record/claim.ts';
import { type ActorId, type Id, type IdKind, idMaker, type PropositionId } from '../../record/id.ts';
import type { Change, Subject } from '../../record/log-entry.ts';
import type { Measure, Proposition } from '../../record/proposition.ts';
import type { Source } from '../../record/source.ts';

/**
 * A well-formed id that can be read in a failing test.
 *
 * @example
 * sampleId('claim', 7); // 'clm_00000000000000000000000007'
 */
export function sampleId<K extends IdKind>(kind: K, number: number): Id<K> {
  return idMaker((count) => Uint8Array.from(String(number).padStart(count, '0'), Number))(kind);
}

/**
 * An actor with one name.
 *
 * @example
 * sampleActor(1, 'Harbour Daily', 'media');
 */
export function sampleActor(number: number, name: string, kind: ActorKind = 'media'): Actor {
  return {
    id: sampleId('actor', number),
    kind,
    names: [{ text: name, lang: 'en', kind: 'full' }],
    ids: {},
    perpetratorType: null,
    partOf: [],
    spokenForBy: [],
  };
}

/**
 * A proposition.
 *
 * @example
 * sampleProposition(1, 'killed');
 */
export function sampleProposition(number: number, measure: Measure = 'killed'): Proposition {
  return {
    id: sampleId('proposition', number),
    kind: 'count',
    measure,
    answer: null,
    scope: { group: 'fishermen', place: 'Port Calder', by: null, actor: null },
    text: `Fishermen were ${measure} in Port Calder`,
    lang: 'en',
    narrowerThan: null,
  };
}

/** What a sample claim says; the rest is filled in. */
export interface SampleClaim extends Partial<Omit<Claim, 'chain'>> {
  /** Speakers outermost first; null for somebody unnamed. */
  readonly voices?: readonly (ActorId | null)[];
  /** How many the innermost speakers are, when they are unnamed. */
  readonly stated?: StatedNumber;
}

/**
 * A claim on the first proposition, made in the first source.
 *
 * @example
 * sampleClaim(1, { voices: [sampleId('actor', 1), null] });
 */
export function sampleClaim(number: number, given: SampleClaim = {}): Claim {
  const { voices = [sampleId('actor', 1)], stated, ...fields } = given;
  return {
    id: sampleId('claim', number),
    source: sampleId('source', 1),
    stance: 'alleges',
    chain: voices.map((speaker, depth) => ({
      speaker,
      named: speaker === null ? 'a resident' : `speaker ${depth}`,
      cue: depth === 0 ? null : { text: 'said', lemma: 'say', lang: 'en', force: 'neutral' },
      passage: null,
      connection: 'unknown',
      anonymity: speaker === null ? 'anonymous' : 'named',
      ...(stated === undefined || depth < voices.length - 1 ? {} : { stated }),
    })),
    proposition: sampleId('proposition', 1),
    groupedBecause: 'same measure and place',
    quantity: { low: 12, best: 12, high: 12, comparator: 'exactly', unit: 'individual', wording: 'twelve' },
    when: null,
    where: 'Port Calder',
    saidAt: '2031-04-02',
    passages: [
      {
        capture: sampleId('capture', 1),
        textSha256: sha256Hex(SAMPLE_TEXT),
        start: 0,
        end: 6,
        exact: 'Twelve',
        prefix: '',
        suffix: ' fishermen',
      },
    ],
    status: 'proposed',
    reviews: [],
    supersedes: null,
    extraction: { by: 'rules-en-1', confidence: 0.5, reason: 'a number before a verb' },
    ...fields,
  };
}

/** The text of the first capture. */
export const SAMPLE_TEXT =
  'Twelve fishermen were killed near the old mill, the Café Łódź quarter said. “Ёлка” was the name of the boat.';

/**
 * A source.
 *
 * @example
 * sampleSource(1, { title: 'Night at the mill' });
 */
export function sampleSource(number: number, fields: Partial<Source> = {}): Source {
  return {
    id: sampleId('source', number),
    kind: 'news-article',
    title: `Report ${number}`,
    publisher: sampleId('actor', 1),
    authors: [],
    publishedAt: '2031-04-02',
    language: 'en',
    url: null,
    handling: 'internal',
    revisionOf: null,
    ...fields,
  };
}

/**
 * A capture of the source with the same number.
 *
 * @param text null for a capture without text
 * @example
 * sampleCapture(1, 'Twelve fishermen');
 */
export function sampleCapture(number: number, text: string | null, fields: Partial<Capture> = {}): Capture {
  return {
    id: sampleId('capture', number),
    of: sampleId('source', number),
    capturedAt: '2031-04-03T08:00:00Z',
    method: 'file',
    fileName: `report-${number}.txt`,
    mediaType: 'text/plain',
    size: 100,
    sha256: sha256Hex(`bytes ${number}`),
    warc: null,
    text:
      text === null ? null : { sha256: sha256Hex(text), normaliser: 'text-1', codePoints: [...text].length },
    noTextReason: text === null ? 'The file holds a picture.' : null,
    copy: 'evidentiary',
    derivedFrom: null,
    ...fields,
  };
}

/**
 * Wraps a change for appending.
 *
 * @example
 * entryFor(change, change.source.id);
 */
export function entryFor(body: Change, subject: Subject, texts: readonly string[] = []): NewEntry {
  const byHash = new Map(texts.map((text) => [sha256Hex(text), text]));
  return { at: '2031-04-03T08:00:00Z', agent: 'machine', subject, body, texts: byHash };
}

/**
 * A source coming in.
 *
 * @param text null for a capture without text
 * @example
 * await store.append([captured(1, SAMPLE_TEXT, { actors: [sampleActor(1, 'Harbour Daily')] })]);
 */
export function captured(
  number: number,
  text: string | null,
  given: {
    readonly actors?: readonly Actor[];
    readonly source?: Partial<Source>;
    readonly capture?: Partial<Capture>;
    /** What the bytes are, when the capture names others than its number gives. */
    readonly bytes?: string;
  } = {},
): NewEntry {
  const source = sampleSource(number, given.source);
  const capture = sampleCapture(number, text, { of: source.id, ...given.capture });
  const change: Change = { action: 'source-captured', source, capture, actors: given.actors ?? [] };
  const bytes = Buffer.from(given.bytes ?? `bytes ${number}`);
  return { ...entryFor(change, source.id, text === null ? [] : [text]), bytes };
}

/** What one reading of the first capture gives. */
export interface SampleReading {
  readonly claims: readonly Claim[];
  readonly actors?: readonly Actor[];
  readonly propositions?: readonly Proposition[];
  readonly capture?: number;
}

/**
 * Claims proposed from a capture.
 *
 * @example
 * proposed({ claims: [sampleClaim(1)], propositions: [sampleProposition(1)] });
 */
export function proposed({ claims, actors = [], propositions = [], capture = 1 }: SampleReading): NewEntry {
  const id = sampleId('capture', capture);
  const extractor = 'rules-en-1';
  return entryFor({ action: 'claims-proposed', capture: id, extractor, actors, propositions, claims }, id);
}

/**
 * A person's decision on a claim.
 *
 * @example
 * reviewed(1, 'rejected', 'The words are not in the text');
 */
export function reviewed(
  claim: number,
  decision: 'accepted' | 'rejected' | 'reopened',
  reason: string | null = null,
): NewEntry {
  const id = sampleId('claim', claim);
  return { ...entryFor({ action: 'claim-reviewed', claim: id, decision, reason }, id), agent: 'Reader One' };
}

/**
 * Claims put to another proposition.
 *
 * @example
 * regrouped([1, 2], sampleId('proposition', 2), [sampleProposition(2)]);
 */
export function regrouped(
  claims: readonly number[],
  to: PropositionId,
  propositions: readonly Proposition[] = [],
): NewEntry {
  const ids = claims.map((number) => sampleId('claim', number));
  return entryFor({ action: 'claims-regrouped', claims: ids, to, propositions, reason: 'another place' }, to);
}

/**
 * Two actors found to be one.
 *
 * @example
 * joined(1, 3);
 */
export function joined(kept: number, absorbed: number): NewEntry {
  const change: Change = {
    action: 'actors-joined',
    kept: sampleId('actor', kept),
    absorbed: sampleId('actor', absorbed),
    reason: 'two spellings',
  };
  return entryFor(change, change.kept);
}

/** Names of the sample's actors 1 to 4. */
export const SAMPLE_ACTORS: readonly Actor[] = [
  sampleActor(1, 'Harbour Daily'),
  sampleActor(2, 'Calder Agency'),
  sampleActor(3, 'Agence Cáldér'),
  sampleActor(4, 'Ministry of the Coast', 'public-body'),
];

/**
 * Two sources and five claims: 1 the outlet itself, 2 the outlet after the agency, 3 the outlet after somebody unnamed,
 * 4 a denial by the ministry, 5 about another measure under the agency's other spelling.
 *
 * @example
 * await store.append(sampleRecord());
 */
export function sampleRecord(): readonly NewEntry[] {
  const [outlet, agency, other, ministry] = [1, 2, 3, 4].map((number) => sampleId('actor', number));
  if (outlet === undefined || agency === undefined || other === undefined || ministry === undefined)
    return [];
  return [
    captured(1, SAMPLE_TEXT, { actors: SAMPLE_ACTORS, source: { title: 'Night at the mill' } }),
    captured(2, null, { source: { title: 'A scanned leaflet', publisher: null } }),
    proposed({
      propositions: [sampleProposition(1, 'killed'), sampleProposition(2, 'detained')],
      claims: [
        sampleClaim(1, { voices: [outlet] }),
        sampleClaim(2, { voices: [outlet, agency] }),
        sampleClaim(3, { voices: [outlet, null] }),
        sampleClaim(4, { voices: [outlet, ministry], stance: 'denies', quantity: null, saidAt: null }),
        sampleClaim(5, { voices: [outlet, other], proposition: sampleId('proposition', 2) }),
      ],
    }),
  ];
}
