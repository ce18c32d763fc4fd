/** An example of every entity with something in every field, for marking: where one cannot hold all fields at once, several. */
import { createAct } from '../../../src/record/act.ts';
import { createActor } from '../../../src/record/actor.ts';
import { createCapture } from '../../../src/record/capture.ts';
import { caseOf } from '../../../src/record/case/case.cases.ts';
import { createCase } from '../../../src/record/case/case.ts';
import { createCaseHead, headOf } from '../../../src/record/case/case-head.ts';
import { createCaseReads } from '../../../src/record/case/case-reads.ts';
import { createClaim } from '../../../src/record/claim.ts';
import { createCustodyEvent } from '../../../src/record/custody.ts';
import * as of from '../../../src/record/entities.cases.ts';
import { createIncident } from '../../../src/record/incident.ts';
import { createLink } from '../../../src/record/link.ts';
import { createListing } from '../../../src/record/listing.ts';
import { createOutlet } from '../../../src/record/outlet.ts';
import { createPeopleDecision } from '../../../src/record/people-decision.ts';
import { createPlace } from '../../../src/record/place.ts';
import { createProposition } from '../../../src/record/proposition.ts';
import { createRelease, type PublishedRelease } from '../../../src/record/release/release.ts';
import { createResponse } from '../../../src/record/response.ts';
import { createSource } from '../../../src/record/source.ts';
import { createToll } from '../../../src/record/toll.ts';
import { createVictim } from '../../../src/record/victim.ts';
import { createVictimList } from '../../../src/record/victim-list.ts';
import { createVoiceFinding } from '../../../src/record/voice-finding.ts';
import { releaseMade } from '../../../src/storage/contract/releasing.ts';
import { type MarkedFields, markedFields } from './marked-fields.ts';

const { idAt } = of;

/** An entity, marked: by its examples. */
export interface MarkedEntity {
  /** Name of the function that makes it. */
  readonly maker: string;
  readonly examples: readonly MarkedFields<object>[];
}

function entity<T extends object>(
  maker: string,
  make: (fields: T) => object,
  ...samples: readonly T[]
): MarkedEntity {
  return { maker, examples: samples.map((sample) => markedFields(make, sample, 'mark')) };
}

const WHEN = { edtf: '2017-05', extent: 'within' } as const;
const TIE = { to: idAt('actor', 3), when: WHEN, claim: idAt('claim') };
const NAME = { text: 'The Courier', lang: 'en', kind: 'full' } as const;
const UNDONE = { by: 'A reviewer', at: '2017-05-21T09:00:00Z', reason: 'Mistaken.' };
const REVIEW = { by: 'A reviewer', at: '2017-05-21T09:00:00Z', reason: 'As the text says.' };
const CODE = { scheme: 'huridocs-24', code: '01' };

const capture = of.captureOf({
  warc: { file: 'page.warc', recordId: 'urn:uuid:1', offset: 3 },
  derivedFrom: idAt('capture', 2),
  trail: {
    canonical: 'https://courier.example/raid',
    ogUrl: 'https://courier.example/raid',
    credits: ['Orsa Agency'],
    authorAddresses: ['https://courier.example/mira'],
    links: [{ url: 'https://other.example/', words: 'told', before: 'as ' }],
    embeds: [{ platform: 'telegram', url: 'https://t.example/1' }],
    images: ['https://courier.example/1.png'],
    imageHashes: [of.HASH],
  },
});

const claim = of.claimOf({
  chain: [
    ...of.claimOf().chain,
    {
      speaker: null,
      named: 'two people',
      cue: null,
      passage: null,
      connection: 'unknown',
      anonymity: 'anonymous',
      stated: { min: 2, max: 2 },
    },
  ],
  status: 'accepted',
  reviews: [{ decision: 'accepted', ...REVIEW }],
  supersedes: idAt('claim', 2),
});

/** What a sample of a release holds. */
function releasedOf({ body }: ReturnType<typeof releaseMade>): PublishedRelease {
  if (body.action === 'release-made') return body.release;
  throw new Error('the sample of a release is none');
}

const made = releaseMade(2, {
  profile: {
    title: 'What befell Orsa',
    publisher: 'The Archive',
    about: { propositions: [idAt('proposition')], places: ['Orsa'] },
    position: 3,
    handling: ['public'],
    embargo: '2031-05-01',
    licence: { name: 'CC BY 4.0', url: 'https://licence.example/' },
    languages: ['en'],
    pages: 'en',
    methodNotes: [{ lang: 'en', text: 'How sources were chosen.' }],
    unreviewed: 'refuse',
    captures: 'none',
    counts: [idAt('counts')],
    address: 'https://dossier.example/',
  },
  corrects: { release: idAt('release', 7), reason: 'A wrong figure.' },
  changes: [{ kind: 'figure', proposition: idAt('proposition'), before: '12', after: '26' }],
});

const held = { kind: 'report', source: idAt('source', 2), capture: idAt('capture', 2) } as const;

const toll = of.tollOf({
  asOf: '2017-05-18',
  events: { steps: of.tollOf().steps, undated: [idAt('claim')] },
  byParty: [{ bound: 'low', claim: idAt('claim'), party: 'accused' }],
  withoutParties: { low: 1, best: 2, high: 3 },
});

/** All entities of the record. */
export function everyEntity(): readonly MarkedEntity[] {
  return [
    entity(
      'createAct',
      createAct,
      of.actOf({
        when: WHEN,
        involvements: [
          {
            actor: idAt('actor'),
            description: 'men in uniform',
            degree: { scheme: 'huridocs-18', code: '0101' },
            type: CODE,
          },
        ],
      }),
    ),
    entity(
      'createActor',
      createActor,
      of.actorOf({
        ids: { wikidata: 'Q1' },
        perpetratorType: '01',
        partOf: [TIE],
        spokenForBy: [TIE],
        names: [NAME],
      }),
    ),
    entity('createCapture', createCapture, capture, { ...capture, text: null, noTextReason: 'A picture.' }),
    entity('createCase', createCase, caseOf()),
    entity('createCaseHead', createCaseHead, headOf(caseOf())),
    entity('createCaseReads', createCaseReads, {
      by: idAt('member'),
      reads: [{ at: '2026-11-30T09:00:00Z', kind: 'show', of: idAt('case') }],
    }),
    entity('createClaim', createClaim, claim),
    entity(
      'createCustodyEvent',
      createCustodyEvent,
      of.custodyEventOf({ statement: 'A signed note.', from: 'A courier', to: 'The archive' }),
    ),
    entity(
      'createIncident',
      createIncident,
      of.incidentOf({ chain: [idAt('incident', 2)], kind: 'roundup' }),
    ),
    entity(
      'createLink',
      createLink,
      of.linkOf({
        from: { source: idAt('source'), capture: idAt('capture') },
        to: held,
        proposition: idAt('proposition'),
        evidence: { from: [of.passageOf()], to: [of.passageOf()] },
        status: 'confirmed',
        reviews: [{ decision: 'confirmed', ...REVIEW }],
      }),
      of.linkOf({
        to: {
          kind: 'not-held',
          name: 'a dispatch',
          publisher: idAt('actor'),
          url: 'https://other.example/',
          publishedAt: '2017-05-01',
        },
      }),
      of.linkOf({ to: { kind: 'actor', actor: idAt('actor') } }),
    ),
    entity(
      'createListing',
      (fields: Parameters<typeof createListing>[0]) => createListing(fields, 3),
      of.listingOf(),
    ),
    entity('createOutlet', createOutlet, {
      code: 'valley-post',
      name: 'Valley Post',
      kind: 'agency',
      state: 'FR',
      aliases: ['The Valley Post'],
      careful: ['Post'],
      short: ['the Post'],
      domains: ['valleypost.example'],
    }),
    entity('createPeopleDecision', createPeopleDecision, of.decisionOf({ undone: UNDONE })),
    entity(
      'createPlace',
      createPlace,
      of.placeOf({
        ids: { local: '7' },
        latitude: -49.3,
        longitude: 70.2,
        partOf: idAt('place', 2),
        whereabouts: { scheme: 'huridocs-30', code: '02' },
      }),
    ),
    entity(
      'createProposition',
      createProposition,
      of.propositionOf({
        answer: 'granted',
        scope: { group: 'villagers', place: 'Orsa', by: 'soldiers', actor: 'the mayor' },
        narrowerThan: idAt('proposition', 2),
      }),
    ),
    entity('createRelease', createRelease, releasedOf(made)),
    entity(
      'createResponse',
      createResponse,
      of.responseOf({
        reason: 'the quota',
        toward: 'families',
        askedAt: '2017-05',
        answeredAt: '2017-06-02',
      }),
    ),
    entity(
      'createSource',
      createSource,
      of.sourceOf({ authors: [idAt('actor', 2)], revisionOf: idAt('source', 2) }),
    ),
    entity('createToll', createToll, toll),
    entity('createVictim', createVictim, of.victimOf()),
    entity('createVictimList', createVictimList, of.listOf({ sheet: 'People' })),
    entity('createVoiceFinding', createVoiceFinding, {
      ...of.findingOf({ proposition: idAt('proposition') }),
      undone: UNDONE,
    }),
  ];
}
