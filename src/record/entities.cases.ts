/** One right example of every entity, for tests: fictional, complete, made afresh on each call. */
import type { Act } from './act.ts';
import type { Actor } from './actor.ts';
import type { Capture } from './capture.ts';
import type { Claim } from './claim.ts';
import type { CustodyEvent } from './custody.ts';
import { type Id, type IdKind, idMaker, type Sha256 } from './id.ts';
import type { Incident } from './incident.ts';
import type { Link } from './link.ts';
import type { Listing } from './listing.ts';
import type { Passage } from './passage.ts';
import type { PeopleDecision } from './people-decision.ts';
import type { Place } from './place.ts';
import type { Proposition } from './proposition.ts';
import type { Response } from './response.ts';
import type { Source } from './source.ts';
import type { Toll } from './toll.ts';
import type { Victim } from './victim.ts';
import type { VictimList } from './victim-list.ts';
import type { VoiceFinding } from './voice-finding.ts';

/** The n-th id of a kind. */
export function idAt<K extends IdKind>(kind: K, n = 1): Id<K> {
  return idMaker((count) => new Uint8Array(count).fill(n))(kind);
}

export const HASH = 'ab'.repeat(32) as Sha256;

export const sourceOf = (changes: Partial<Source> = {}): Source => ({
  id: idAt('source'),
  kind: 'news-article',
  title: 'Raid on Orsa',
  publisher: idAt('actor'),
  authors: [],
  publishedAt: '2017-05-18',
  language: 'en',
  url: 'https://courier.example/raid',
  handling: 'internal',
  revisionOf: null,
  ...changes,
});

export const captureOf = (changes: Partial<Capture> = {}): Capture => ({
  id: idAt('capture'),
  of: idAt('source'),
  capturedAt: '2017-05-19T08:00:00.000Z',
  method: 'file',
  fileName: 'raid.html',
  mediaType: 'text/html',
  size: 1200,
  sha256: HASH,
  warc: null,
  text: { sha256: HASH, normaliser: 'html-3', codePoints: 900 },
  noTextReason: null,
  copy: 'evidentiary',
  derivedFrom: null,
  ...changes,
});

export const actorOf = (changes: Partial<Actor> = {}): Actor => ({
  id: idAt('actor'),
  kind: 'media',
  names: [{ text: 'The Orsa Courier', lang: 'en', kind: 'full' }],
  ids: {},
  perpetratorType: null,
  partOf: [{ to: idAt('actor', 2), when: null, claim: null }],
  spokenForBy: [],
  ...changes,
});

export const passageOf = (changes: Partial<Passage> = {}): Passage => ({
  start: 3,
  end: 12,
  capture: idAt('capture'),
  textSha256: HASH,
  exact: '26 people',
  prefix: 'So ',
  suffix: ' were held.',
  ...changes,
});

export const propositionOf = (changes: Partial<Proposition> = {}): Proposition => ({
  id: idAt('proposition'),
  kind: 'count',
  measure: 'detained',
  answer: null,
  scope: { group: 'villagers', place: 'Orsa', by: null, actor: null },
  text: 'Villagers were detained in Orsa',
  lang: 'en',
  narrowerThan: null,
  ...changes,
});

export const claimOf = (changes: Partial<Claim> = {}): Claim => ({
  id: idAt('claim'),
  source: idAt('source'),
  stance: 'alleges',
  chain: [
    {
      speaker: idAt('actor'),
      named: 'The Orsa Courier',
      cue: null,
      passage: null,
      connection: 'unknown',
      anonymity: 'named',
    },
    {
      speaker: null,
      named: 'officials',
      cue: { text: 'said', lemma: 'say', lang: 'en', force: 'neutral' },
      passage: passageOf(),
      connection: 'unknown',
      anonymity: 'anonymous',
    },
  ],
  proposition: idAt('proposition'),
  groupedBecause: 'same measure, place and group',
  quantity: { low: 26, best: 26, high: 26, comparator: 'exactly', unit: 'individual', wording: '26' },
  when: { edtf: '2017-05', extent: 'within' },
  where: 'Orsa',
  saidAt: '2017-05-18',
  passages: [passageOf()],
  status: 'proposed',
  reviews: [],
  supersedes: null,
  extraction: { by: 'rules-en-1', confidence: 0.8, reason: '“said” after the words' },
  ...changes,
});

export const linkOf = (changes: Partial<Link> = {}): Link => ({
  id: idAt('link'),
  type: 'cites',
  from: { source: idAt('source'), capture: null },
  to: { kind: 'report', source: idAt('source', 2), capture: null },
  proposition: null,
  certainty: 'certain',
  evidence: { from: [passageOf()], to: [] },
  anchors: [{ kind: 'number', from: '26', to: 'twenty-six' }],
  proposal: {
    by: 'cited-outlet',
    version: '1',
    confidence: 0.9,
    reason: 'names the outlet before the words',
  },
  status: 'proposed',
  reviews: [],
  ...changes,
});

export const findingOf = (changes: Partial<VoiceFinding> = {}): VoiceFinding => ({
  id: idAt('finding'),
  relation: 'same',
  a: idAt('actor'),
  b: idAt('actor', 2),
  proposition: null,
  reason: 'One press office answers for both.',
  by: 'A reviewer',
  at: '2017-05-20T09:00:00Z',
  undone: null,
  ...changes,
});

export const listOf = (changes: Partial<VictimList> = {}): VictimList => ({
  id: idAt('list'),
  name: 'Orsa committee',
  columns: [
    { header: 'No', property: 'id', lang: null, dates: null },
    { header: 'Name', property: 'name', lang: 'ru', dates: null },
    { header: 'Died', property: 'died', lang: null, dates: 'dmy' },
  ],
  headerRow: 1,
  sheet: null,
  ...changes,
});

export const listingOf = (changes: Partial<Listing> = {}): Listing => ({
  id: idAt('listing'),
  key: 'id K-17',
  row: 18,
  values: ['K-17', 'Ида Кортан', '2017-03-04'],
  written: { '2': '4.3.2017' },
  ...changes,
});

export const incidentOf = (changes: Partial<Incident> = {}): Incident => ({
  id: idAt('incident'),
  title: 'Raid on Orsa',
  kind: 'mass roundup',
  when: { edtf: '2017-05-10/2017-05-12', extent: 'throughout' },
  clarity: 1,
  place: idAt('place'),
  chain: [],
  ...changes,
});

export const actOf = (changes: Partial<Act> = {}): Act => ({
  id: idAt('act'),
  type: { scheme: 'huridocs-4', code: '030102' },
  methods: [{ scheme: 'huridocs-5', code: '0206' }],
  when: null,
  victimStatus: { scheme: 'huridocs-25', code: '0202' },
  involvements: [
    {
      actor: null,
      description: 'men in uniform',
      degree: { scheme: 'huridocs-18', code: '0101' },
      type: null,
    },
  ],
  incident: idAt('incident'),
  victim: idAt('victim'),
  place: idAt('place'),
  basis: [idAt('claim')],
  ...changes,
});

export const victimOf = (changes: Partial<Victim> = {}): Victim => ({
  id: idAt('victim'),
  naming: 'group',
  unit: 'individual',
  size: 26,
  records: [
    {
      list: idAt('source', 2),
      entry: 'row 4',
      statements: [{ property: 'group', value: 'villagers', lang: 'en', original: 'Villagers' }],
    },
  ],
  links: [{ to: idAt('victim', 2), weight: 3.2, decision: 'undecided' }],
  basis: [idAt('claim')],
  ...changes,
});

export const placeOf = (changes: Partial<Place> = {}): Place => ({
  id: idAt('place'),
  kind: 'site',
  names: [{ text: 'the old barracks', lang: 'en', kind: 'alias' }],
  ids: {},
  latitude: null,
  longitude: null,
  precision: { scheme: 'ucdp-where-prec', code: '4' },
  siteType: { scheme: 'huridocs-5', code: '0206' },
  whereabouts: { scheme: 'huridocs-30', code: '02' },
  partOf: null,
  runBy: [{ actor: idAt('actor'), claim: idAt('claim') }],
  ...changes,
});

export const responseOf = (changes: Partial<Response> = {}): Response => ({
  id: idAt('response'),
  by: idAt('actor', 3),
  measure: 'visa',
  answer: 'granted',
  reason: null,
  count: { low: 2, best: 2, high: 2 },
  askedAt: '2017-05',
  answeredAt: '2017-06-02',
  toward: null,
  statedBy: 'others',
  basis: [idAt('claim')],
  ...changes,
});

export const tollOf = (changes: Partial<Toll> = {}): Toll => {
  const bound = { value: 26, setBy: idAt('claim') };
  return {
    proposition: idAt('proposition'),
    measure: 'killed',
    asOf: null,
    low: bound,
    best: bound,
    high: bound,
    rules: [{ rule: 'conservative', version: 1, low: bound, best: bound, high: bound }],
    origins: { min: 1, max: 1 },
    used: [idAt('claim')],
    excluded: [{ claim: idAt('claim', 2), reason: 'rejected' }],
    beside: [idAt('claim', 3)],
    steps: [{ day: '2017-05-18', low: 26, best: 26, high: 26, changedBy: idAt('claim') }],
    events: null,
    byParty: [],
    withoutParties: null,
    ...changes,
  };
};

export const decisionOf = (changes: Partial<PeopleDecision> = {}): PeopleDecision => ({
  id: idAt('decision'),
  relation: 'same',
  a: idAt('listing'),
  b: idAt('listing', 2),
  reason: 'the same mother',
  by: 'A reviewer',
  at: '2031-04-02T10:00:00Z',
  undone: null,
  ...changes,
});

export const custodyEventOf = (changes: Partial<CustodyEvent> = {}): CustodyEvent => ({
  kind: 'derived',
  capture: idAt('capture'),
  on: '2017-05-20',
  from: 'A courier',
  to: 'The archive',
  tool: { name: 'page-cutter', version: '2.1', parameters: { pages: '3-5' } },
  input: HASH,
  output: HASH,
  statement: null,
  note: 'handed over at the market',
  ...changes,
});
