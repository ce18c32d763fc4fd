/**
 * W3C PROV-O (Recommendation of 30 April 2013) as JSON-LD 1.1: how each figure goes back to claims, each claim to words, each
 * text to a copy, each copy to a source, and each of them to somebody. Derivations that the standard has a word for use the
 * word: `wasQuotedFrom` for claims, `wasRevisionOf` for corrected reports, `specializationOf` for copies, else `wasDerivedFrom`.
 */
import type { ActorKind } from '../../record/actor.ts';
import type { ExchangeFormat, ExportOptions } from '../format.ts';
import { iriOf, type Json, jsonFile, ONRECORD_NS, ours, stated } from '../linked-data/onrecord-terms.ts';
import type {
  FiledActor,
  FiledCapture,
  FiledClaim,
  FiledPassage,
  FiledProposition,
  FiledSource,
  RecordFile,
} from '../record-file/record-file.ts';
import { STAYS_IN_THE_VAULT } from '../spreadsheet/spreadsheet-format.ts';

const CONTEXT = {
  prov: 'http://www.w3.org/ns/prov#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  dcterms: 'http://purl.org/dc/terms/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  onrecord: ONRECORD_NS,
} as const;

type Ref = { readonly '@id': string };

/** Makes references to things of one export. */
interface Names {
  ref(id: string): Ref;
  program(name: string): string;
  text(capture: FiledCapture): string;
}

function namesFor({ base }: ExportOptions): Names {
  return {
    ref: (id) => ({ '@id': iriOf(base, id) }),
    program: (name) => iriOf(base, `program-${encodeURIComponent(name)}`),
    text: (capture) => iriOf(base, `${capture.id}-text`),
  };
}

const instantOf = (at: string) => ({ '@value': at, '@type': 'xsd:dateTime' });

const AGENT_TYPES: Readonly<Record<ActorKind, readonly string[]>> = {
  person: ['prov:Agent', 'prov:Person'],
  'public-body': ['prov:Agent', 'prov:Organization'],
  state: ['prov:Agent', 'prov:Organization'],
  organisation: ['prov:Agent', 'prov:Organization'],
  media: ['prov:Agent', 'prov:Organization'],
  unit: ['prov:Agent', 'prov:Organization'],
  community: ['prov:Agent'],
  unnamed: ['prov:Agent'],
};

function agentOf(actor: FiledActor, { ref }: Names): Json {
  return {
    ...ref(actor.id),
    '@type': AGENT_TYPES[actor.kind],
    'rdfs:label': actor.names.map(({ text, lang }) =>
      lang === null ? text : { '@value': text, '@language': lang },
    ),
  };
}

function sourceOf(source: FiledSource, { ref }: Names): Json {
  const credited = [source.publisher, ...source.authors].filter((one) => one !== null);
  return stated({
    ...ref(source.id),
    '@type': 'prov:Entity',
    'rdfs:label': source.title,
    'dcterms:date': source.publishedAt,
    'dcterms:language': source.language,
    'prov:atLocation': source.url === null ? null : { '@id': encodeURI(decoded(source.url)) },
    'prov:wasAttributedTo': [...new Set(credited)].map(ref),
    'prov:wasRevisionOf': source.revisionOf === null ? null : ref(source.revisionOf),
  });
}

/** An address may already be encoded; encoding it twice would change it. */
function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

function captureOf(capture: FiledCapture, names: Names): readonly Json[] {
  const { ref } = names;
  const copy = stated({
    ...ref(capture.id),
    '@type': 'prov:Entity',
    'prov:specializationOf': ref(capture.of),
    'prov:generatedAtTime': instantOf(capture.capturedAt),
    'dcterms:format': capture.mediaType,
    [ours('sha256')]: capture.sha256,
  });
  if (capture.text === null) return [copy];
  return [
    copy,
    {
      '@id': names.text(capture),
      '@type': 'prov:Entity',
      'prov:wasDerivedFrom': ref(capture.id),
      'prov:wasAttributedTo': { '@id': names.program(capture.text.normaliser) },
      [ours('textSha256')]: capture.text.sha256,
    },
  ];
}

function quotation(passage: FiledPassage, from: Ref): Json {
  const placed =
    passage.textSha256 === null
      ? {}
      : {
          [ours('start')]: passage.start,
          [ours('end')]: passage.end,
          [ours('textSha256')]: passage.textSha256,
        };
  return {
    '@type': 'prov:Quotation',
    'prov:entity': from,
    [ours('exact')]: passage.exact,
    ...placed,
  };
}

function claimOf(claim: FiledClaim, names: Names, captures: ReadonlyMap<string, FiledCapture>): Json {
  const { ref } = names;
  const textOf = (passage: FiledPassage): Ref => {
    const capture = captures.get(passage.capture);
    return capture?.text?.sha256 === passage.textSha256 && capture !== undefined
      ? { '@id': names.text(capture) }
      : ref(passage.capture);
  };
  const inner = claim.chain.at(-1)?.speaker ?? null;
  const quoted = new Map(claim.passages.map((one) => [textOf(one)['@id'], textOf(one)]));
  return stated({
    ...ref(claim.id),
    '@type': 'prov:Entity',
    'prov:wasQuotedFrom': [...quoted.values()],
    'prov:qualifiedQuotation': claim.passages.map((one) => quotation(one, textOf(one))),
    'prov:wasAttributedTo': inner === null ? null : ref(inner),
    'prov:wasGeneratedBy':
      claim.extractedBy === null
        ? null
        : {
            '@type': 'prov:Activity',
            'prov:wasAssociatedWith': { '@id': names.program(claim.extractedBy) },
          },
    [ours('about')]: ref(claim.proposition),
    [ours('stance')]: claim.stance,
    [ours('status')]: claim.status,
    [ours('chain')]: {
      '@list': claim.chain.map((step) =>
        stated({
          [ours('speaker')]: step.speaker === null ? null : ref(step.speaker),
          [ours('named')]: step.named,
        }),
      ),
    },
    [ours('low')]: claim.quantity?.low,
    [ours('best')]: claim.quantity?.best,
    [ours('high')]: claim.quantity?.high,
    [ours('wording')]: claim.quantity?.wording,
    [ours('happenedAt')]: claim.when?.edtf,
    [ours('saidAt')]: claim.saidAt,
  });
}

function propositionOf(one: FiledProposition, file: RecordFile, names: Names): readonly Json[] {
  const { ref } = names;
  const sentence = stated({
    ...ref(one.id),
    '@type': 'prov:Entity',
    'rdfs:label': { '@value': one.text, '@language': one.lang },
    [ours('measure')]: one.measure,
    [ours('answer')]: one.answer,
    [ours('narrowerThan')]: one.narrowerThan === null ? null : ref(one.narrowerThan),
    [ours('originsAtLeast')]: one.origins.atLeast,
    [ours('originsAtMost')]: one.origins.atMost,
    [ours('standing')]: one.standing.word,
  });
  const { toll } = one;
  if (toll === null || toll.used.length === 0) return [sentence];
  const figure = stated({
    ...ref(`${one.id}-toll`),
    '@type': 'prov:Entity',
    'prov:wasDerivedFrom': toll.used.map(ref),
    'prov:wasAttributedTo': { '@id': names.program(file.program) },
    [ours('about')]: ref(one.id),
    [ours('low')]: toll.low?.value,
    [ours('best')]: toll.best?.value,
    [ours('high')]: toll.high?.value,
  });
  return [sentence, figure];
}

function programsOf(file: RecordFile, names: Names): readonly Json[] {
  const programs = new Set([
    file.program,
    ...file.claims.flatMap(({ extractedBy }) => (extractedBy === null ? [] : [extractedBy])),
    ...file.captures.flatMap(({ text }) => (text === null ? [] : [text.normaliser])),
  ]);
  return [...programs].map((name) => ({
    '@id': names.program(name),
    '@type': ['prov:Agent', 'prov:SoftwareAgent'],
    'rdfs:label': name,
  }));
}

export const PROV: ExchangeFormat = {
  name: 'prov',
  standard: 'W3C PROV-O (Recommendation, 30 April 2013) as JSON-LD 1.1',
  writes:
    'prov.jsonld: sources, captures, texts, claims, propositions and figures as entities, who they go back to, and by which program',
  readsBack: false,
  losses: [
    STAYS_IN_THE_VAULT,
    {
      what: 'stances, chains, origins, standings',
      why: 'PROV has no word for them; they stand under onrecord: keys, which other programs pass over',
    },
    {
      what: 'the difference between a claim and what happened',
      why: 'every claim is an entity that somebody is credited with; nothing in PROV says whether it is so',
    },
  ],
  render(file, options) {
    const names = namesFor(options);
    const captures = new Map(file.captures.map((one) => [one.id as string, one]));
    const graph = [
      ...programsOf(file, names),
      ...file.actors.map((one) => agentOf(one, names)),
      ...file.sources.map((one) => sourceOf(one, names)),
      ...file.captures.flatMap((one) => captureOf(one, names)),
      ...file.propositions.flatMap((one) => propositionOf(one, file, names)),
      ...file.claims.map((one) => claimOf(one, names, captures)),
    ];
    return {
      files: [{ path: 'prov.jsonld', content: jsonFile({ '@context': CONTEXT, '@graph': graph }) }],
      leftOut: [],
    };
  },
};
