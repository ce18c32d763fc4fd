/** Every constructor on one table: right fields come back equal and frozen to the bottom, wrong ones are named. */
import { expect, test } from 'vitest';
import { processorMs } from '../../test/fixtures/processor-time.ts';
import { createAct } from './act.ts';
import { createActor } from './actor.ts';
import { createCapture } from './capture.ts';
import { caseOf } from './case/case.cases.ts';
import { createCase } from './case/case.ts';
import { createClaim } from './claim.ts';
import { createCustodyEvent } from './custody.ts';
import * as given from './entities.cases.ts';
import { idAt, passageOf } from './entities.cases.ts';
import { createIncident } from './incident.ts';
import { createLink } from './link.ts';
import { createListing } from './listing.ts';
import { OnRecordError } from './onrecord-error.ts';
import { createPeopleDecision } from './people-decision.ts';
import { createPlace } from './place.ts';
import { createProposition } from './proposition.ts';
import { createResponse } from './response.ts';
import { createSource } from './source.ts';
import { createToll } from './toll.ts';
import { createVictim } from './victim.ts';
import { createVictimList } from './victim-list.ts';
import { createVoiceFinding } from './voice-finding.ts';

type Maker = (fields: never) => object;
const MAKERS: readonly (readonly [string, Maker, () => object])[] = [
  ['source', createSource, given.sourceOf],
  ['capture', createCapture, given.captureOf],
  ['actor', createActor, given.actorOf],
  ['proposition', createProposition, given.propositionOf],
  ['claim', createClaim, given.claimOf],
  ['link', createLink, given.linkOf],
  ['finding', createVoiceFinding, given.findingOf],
  ['incident', createIncident, given.incidentOf],
  ['act', createAct, given.actOf],
  ['victim', createVictim, given.victimOf],
  ['place', createPlace, given.placeOf],
  ['case', createCase, caseOf],
  ['response', createResponse, given.responseOf],
  ['toll', createToll, given.tollOf],
  ['list', createVictimList, given.listOf],
  ['listing', (fields: never) => createListing(fields, 3), given.listingOf],
  ['decision', createPeopleDecision, given.decisionOf],
  ['custody event', createCustodyEvent, given.custodyEventOf],
];

function faultsOf(make: Maker, fields: object): readonly string[] {
  try {
    make(fields as never);
  } catch (error) {
    if (!(error instanceof OnRecordError)) throw error;
    expect(error.code).toBe('invalid-record');
    return error.faults.map(({ path }) => path);
  }
  return [];
}

function expectFrozen(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  expect(Object.isFrozen(value)).toBe(true);
  for (const part of Object.values(value)) expectFrozen(part);
}

test.each(MAKERS)(
  'a right %s comes back equal, frozen to the bottom, and its input stays free',
  (_, make, fields) => {
    const input = fields();
    const made = make(input as never);
    expect(made).toEqual(input);
    expect(made).not.toBe(input);
    expectFrozen(made);
    expect(Object.isFrozen(input)).toBe(false);
  },
);

test.each(MAKERS)('every field of a %s is checked, and all faults are told at once', (_, make, fields) => {
  const keys = Object.keys(fields());
  const broken = Object.fromEntries(keys.map((key) => [key, Symbol('no record')]));
  expect(new Set(faultsOf(make, broken))).toEqual(new Set(keys));
  for (const key of keys) {
    const { [key]: _gone, ...rest } = fields() as Record<string, unknown>;
    expect(faultsOf(make, rest)).toContain(key);
  }
});

test.each(MAKERS)('a field that is not part of a %s is refused', (what, make, fields) => {
  // The name of a field may be a line of testimony that slipped: a case does not repeat it.
  const expected = what === 'case' ? [''] : ['nationality'];
  expect(faultsOf(make, { ...fields(), nationality: 'x' })).toEqual(expected);
});

test.each(MAKERS)('something that is no object is no %s', (_, make) => {
  for (const wrong of [null, [], 'x', 3]) expect(faultsOf(make, wrong as never)).toEqual(['']);
});

const quantity = given.claimOf().quantity;
const machine = given.claimOf().extraction;
const accepted = { decision: 'accepted', by: 'A. Reader', at: '2017-05-20T10:00:00Z', reason: null } as const;
const rejected = {
  decision: 'rejected',
  by: 'A. Reader',
  at: '2017-05-20T10:00:00Z',
  reason: 'another place',
} as const;

test.each<readonly [string, readonly string[], Maker, object]>([
  ['declines with a number', ['quantity'], createClaim, given.claimOf({ stance: 'declines', quantity })],
  ['silent with a number', ['quantity'], createClaim, given.claimOf({ stance: 'silent', quantity })],
  ['declines without', [], createClaim, given.claimOf({ stance: 'declines', quantity: null })],
  ['no chain', ['chain'], createClaim, given.claimOf({ chain: [] })],
  ['no passage', ['passages'], createClaim, given.claimOf({ passages: [] })],
  ['rejected without review', ['reviews'], createClaim, given.claimOf({ status: 'rejected' })],
  [
    'rejected with reason',
    [],
    createClaim,
    given.claimOf({ status: 'rejected', reviews: [accepted, rejected] }),
  ],
  [
    'rejected without reason',
    ['reviews[0].reason'],
    createClaim,
    given.claimOf({ status: 'rejected', reviews: [{ ...rejected, reason: null }] }),
  ],
  [
    'accepted by nobody',
    ['reviews'],
    createClaim,
    given.claimOf({ status: 'accepted', extraction: machine }),
  ],
  ['accepted by a person', [], createClaim, given.claimOf({ status: 'accepted', reviews: [accepted] })],
  ['made by hand', [], createClaim, given.claimOf({ status: 'accepted', extraction: null })],
  ['supersedes itself', ['supersedes'], createClaim, given.claimOf({ supersedes: idAt('claim') })],
  [
    'confidence above 1',
    ['extraction.confidence'],
    createClaim,
    given.claimOf({ extraction: { by: 'x', confidence: 1.2, reason: 'r' } }),
  ],
  ['season', ['when.edtf'], createClaim, given.claimOf({ when: { edtf: '2017-21', extent: 'within' } })],
  [
    'words shorter than the span',
    ['passages[0].exact'],
    createClaim,
    given.claimOf({ passages: [passageOf({ exact: '26' })] }),
  ],
  ['span of nothing', ['passages[0].end'], createClaim, given.claimOf({ passages: [passageOf({ end: 3 })] })],
  ['unpaired surrogate', ['where'], createClaim, given.claimOf({ where: 'Or\ud800sa' })],
  [
    'anonymous with a name',
    ['chain[0].speaker'],
    createClaim,
    given.claimOf({ chain: [{ ...given.claimOf().chain[0]!, anonymity: 'anonymous' }] }),
  ],
  [
    'a number of a known speaker',
    ['chain[0].stated'],
    createClaim,
    given.claimOf({ chain: [{ ...given.claimOf().chain[0]!, stated: { min: 2, max: 2 } }] }),
  ],
  [
    'a number of nobody, and one that ends below its beginning',
    ['chain[0].stated.min', 'chain[1].stated.max'],
    createClaim,
    given.claimOf({
      chain: [
        { ...given.claimOf().chain[1]!, stated: { min: 0, max: null } },
        { ...given.claimOf().chain[1]!, stated: { min: 3, max: 2 } },
      ],
    }),
  ],
  [
    'text and a reason for none',
    ['noTextReason'],
    createCapture,
    given.captureOf({ noTextReason: 'scanned' }),
  ],
  ['neither text nor reason', ['noTextReason'], createCapture, given.captureOf({ text: null })],
  ['local time', ['capturedAt'], createCapture, given.captureOf({ capturedAt: '2017-05-19T08:00:00' })],
  ['30 February', ['capturedAt'], createCapture, given.captureOf({ capturedAt: '2017-02-30T08:00:00Z' })],
  ['address that runs', ['url'], createSource, given.sourceOf({ url: ' javascript:alert(1)' })],
  ['address on a disk', ['url'], createSource, given.sourceOf({ url: 'file:///home' })],
  ['language not canonical', ['language'], createSource, given.sourceOf({ language: 'che' })],
  ['no such language tag', ['language'], createSource, given.sourceOf({ language: 'x_y' })],
  ['revision of itself', ['revisionOf'], createSource, given.sourceOf({ revisionOf: idAt('source') })],
  ['actor without a name', ['names'], createActor, given.actorOf({ names: [] })],
  [
    'rests on itself',
    ['to'],
    createLink,
    given.linkOf({ to: { kind: 'report', source: idAt('source'), capture: idAt('capture') } }),
  ],
  [
    'passages of what is not held',
    ['evidence.to'],
    createLink,
    given.linkOf({
      to: { kind: 'actor', actor: idAt('actor') },
      evidence: { from: [], to: [passageOf()] },
    }),
  ],
  ['no such end', ['to.kind'], createLink, given.linkOf({ to: { kind: 'rumour' } as never })],
  ['a program sure of a copy', ['certainty'], createLink, given.linkOf({ type: 'copies' })],
  [
    'a person with a confidence',
    ['proposal.confidence'],
    createLink,
    given.linkOf({ proposal: { by: 'A reviewer', version: null, confidence: 1, reason: 'It says so.' } }),
  ],
  ['status that nobody decided', ['status'], createLink, given.linkOf({ status: 'confirmed' })],
  [
    'a header mapped twice',
    ['columns[1].header'],
    createVictimList,
    given.listOf({ columns: [given.listOf().columns[1]!, given.listOf().columns[1]!] }),
  ],
  [
    'two columns of ages',
    ['columns[1].property'],
    createVictimList,
    given.listOf({
      columns: ['Age', 'Years'].map((header) => ({ header, property: 'age', lang: null, dates: null })),
    }),
  ],
  [
    'an order of dates for names',
    ['columns[0].dates'],
    createVictimList,
    given.listOf({ columns: [{ header: 'Name', property: 'name', lang: null, dates: 'dmy' }] }),
  ],
  ['a list of nothing', ['columns'], createVictimList, given.listOf({ columns: [] })],
  [
    'values for other columns',
    ['values', 'written'],
    (fields: never) => createListing(fields, 2),
    given.listingOf(),
  ],
  ['a voice and itself', ['b'], createVoiceFinding, given.findingOf({ b: idAt('actor') })],
  ['finding without a reason', ['reason'], createVoiceFinding, given.findingOf({ reason: ' ' })],
  ['another list', ['type.scheme'], createAct, given.actOf({ type: { scheme: 'huridocs-5', code: '0101' } })],
  ['act without a claim', ['basis'], createAct, given.actOf({ basis: [] })],
  ['half a coordinate', ['longitude'], createPlace, given.placeOf({ latitude: 43.1 })],
  ['off the map', ['latitude'], createPlace, given.placeOf({ latitude: 91, longitude: 4 })],
  ['one person of size 3', ['size'], createVictim, given.victimOf({ naming: 'named', size: 3 })],
  ['half a person', ['size'], createVictim, given.victimOf({ size: 1.5 })],
  [
    'silent with a reason',
    ['reason'],
    createResponse,
    given.responseOf({ answer: 'silent', reason: 'busy', answeredAt: null }),
  ],
  [
    'answered before asked',
    ['answeredAt'],
    createResponse,
    given.responseOf({ askedAt: '2017-05', answeredAt: '2017-04' }),
  ],
  [
    'reversed count',
    ['count.low'],
    createResponse,
    given.responseOf({ count: { low: 3, best: null, high: 2 } }),
  ],
  ['bound set by nobody used', ['low', 'best', 'high'], createToll, given.tollOf({ used: [] })],
  [
    'used and left out',
    ['excluded'],
    createToll,
    given.tollOf({ excluded: [{ claim: idAt('claim'), reason: 'twice' }] }),
  ],
  ['origins reversed', ['origins.max'], createToll, given.tollOf({ origins: { min: 2, max: 1 } })],
  ['derived by nobody knows what', ['tool'], createCustodyEvent, given.custodyEventOf({ tool: null })],
  ['derived from nobody knows what', ['tool'], createCustodyEvent, given.custodyEventOf({ input: null })],
  ['derived, but nothing came out', ['tool'], createCustodyEvent, given.custodyEventOf({ output: null })],
  [
    'a tool without version',
    ['tool.version'],
    createCustodyEvent,
    given.custodyEventOf({ tool: { name: 'page-cutter', version: '', parameters: {} } }),
  ],
  [
    'a parameter that is no text',
    ['tool.parameters.pages'],
    createCustodyEvent,
    given.custodyEventOf({ tool: { name: 'x', version: '1', parameters: { pages: 3 as never } } }),
  ],
  [
    'received, nothing more said',
    [],
    createCustodyEvent,
    given.custodyEventOf({
      kind: 'received',
      capture: null,
      on: null,
      from: null,
      to: null,
      tool: null,
      input: null,
      output: null,
      note: null,
    }),
  ],
  [
    'transferred without statement',
    ['statement'],
    createCustodyEvent,
    given.custodyEventOf({ kind: 'transferred' }),
  ],
  [
    'transferred to nobody',
    ['statement'],
    createCustodyEvent,
    given.custodyEventOf({ kind: 'transferred', statement: 'a note', to: null }),
  ],
  [
    'transferred, with statement and to whom',
    [],
    createCustodyEvent,
    given.custodyEventOf({ kind: 'transferred', statement: 'a note', tool: null, input: null, output: null }),
  ],
  ['stolen', ['kind'], createCustodyEvent, given.custodyEventOf({ kind: 'stolen' as never })],
  ['an empty note', ['note'], createCustodyEvent, given.custodyEventOf({ note: '  ' })],
  [
    'a risk of no level',
    ['risk.level'],
    createCase,
    caseOf({ risk: { level: 'dire' as never, why: null, reviewedAt: null } }),
  ],
  [
    'consent withdrawn before it was given',
    ['consent[0].withdrawnAt'],
    createCase,
    caseOf({
      consent: [
        { purpose: 'a visa', givenAt: '2026-05', givenHow: null, withdrawnAt: '2026-04', withdrawnHow: null },
      ],
    }),
  ],
  [
    'a silent authority with a reason',
    ['applications[0].reason'],
    createCase,
    caseOf({
      applications: [
        { to: 'Tavria', kind: 'visa', askedAt: null, answeredAt: null, answer: 'silent', reason: 'none' },
      ],
    }),
  ],
  [
    'one document twice',
    ['documents[1].id'],
    createCase,
    caseOf({ documents: [0, 1].flatMap(() => caseOf().documents) }),
  ],
])('%s: faults at %j', (_, paths, make, fields) => {
  expect(faultsOf(make, fields)).toEqual(paths);
});

test('a message names fields and subject, never the words', () => {
  const secret = 'SECRET WORDS';
  const claim = given.claimOf({ passages: [passageOf({ exact: secret })], where: '' });
  try {
    createClaim(claim);
    expect.unreachable();
  } catch (error) {
    expect(error).toMatchObject({ subject: claim.id });
    expect(JSON.stringify([(error as Error).message, (error as OnRecordError).faults])).not.toContain(secret);
  }
});

test('400,000 claims take seconds, not minutes', () => {
  const claim = given.claimOf();
  const spent = processorMs(() => {
    for (let i = 0; i < 20_000; i += 1) createClaim(claim);
  });
  expect(spent * 20).toBeLessThan(40_000);
});
