/**
 * schema.org `Claim` (version 30.0) as JSON-LD: one for each proposition that somebody puts forward, with where it appears and
 * who puts it forward. `ClaimReview` is never written: it demands a verdict, and this program gives none.
 */
import { polarityOf } from '../../reckon/polarity.ts';
import type { ActorKind } from '../../record/actor.ts';
import type { SourceKind } from '../../record/source.ts';
import { earliestDay } from '../../record/when.ts';
import type { ExchangeFormat, LeftOut } from '../format.ts';
import {
  iriOf,
  type Json,
  jsonFile,
  ONRECORD_NS,
  ours,
  plainDate,
  stated,
} from '../linked-data/onrecord-terms.ts';
import {
  type FiledActor,
  type FiledClaim,
  type FiledProposition,
  type FiledSource,
  indexRecord,
  type RecordIndex,
} from '../record-file/record-file.ts';
import { STAYS_IN_THE_VAULT } from '../spreadsheet/spreadsheet-format.ts';

const CONTEXT = ['https://schema.org', { onrecord: ONRECORD_NS }] as const;

const ACTOR_TYPES: Readonly<Record<ActorKind, string | null>> = {
  person: 'Person',
  'public-body': 'GovernmentOrganization',
  state: 'GovernmentOrganization',
  organisation: 'Organization',
  media: 'NewsMediaOrganization',
  unit: 'Organization',
  community: 'Organization',
  // Nobody of whom one could say whether it is a person or a body.
  unnamed: null,
};

const SOURCE_TYPES: Readonly<Record<SourceKind, string>> = {
  'news-article': 'NewsArticle',
  'agency-dispatch': 'NewsArticle',
  correction: 'NewsArticle',
  'press-release': 'Article',
  'official-statement': 'Article',
  'ngo-report': 'Report',
  list: 'Dataset',
  'social-post': 'SocialMediaPosting',
  'e-mail': 'EmailMessage',
  testimony: 'CreativeWork',
  'court-record': 'CreativeWork',
  'web-page': 'WebPage',
  document: 'DigitalDocument',
  unknown: 'CreativeWork',
};

type RefOf = (id: string) => { readonly '@id': string };

function actorOf(actor: FiledActor, ref: RefOf): readonly Json[] {
  const type = ACTOR_TYPES[actor.kind];
  if (type === null) return [];
  const [name, ...others] = actor.names.map(({ text }) => text);
  return [stated({ '@type': type, ...ref(actor.id), name, alternateName: others })];
}

function sourceOf(source: FiledSource, index: RecordIndex, ref: RefOf): Json {
  const agents = (ids: readonly (string | null)[]) =>
    ids
      .filter((id) => id !== null && ACTOR_TYPES[index.actors.get(id)?.kind ?? 'unnamed'] !== null)
      .map((id) => ref(String(id)));
  const copies = index.capturesOf.get(source.id) ?? [];
  return stated({
    '@type': SOURCE_TYPES[source.kind],
    ...ref(source.id),
    name: source.title,
    url: source.url,
    datePublished: plainDate(source.publishedAt),
    inLanguage: source.language,
    publisher: agents([source.publisher]),
    author: agents(source.authors),
    isBasedOn: source.revisionOf === null ? null : ref(source.revisionOf),
    encoding: copies.map(({ sha256, mediaType, size }) =>
      stated({
        '@type': 'MediaObject',
        sha256,
        encodingFormat: mediaType,
        contentSize: size === null ? null : `${size} B`,
      }),
    ),
  });
}

function position(claim: FiledClaim, index: RecordIndex, ref: RefOf): Json {
  const inner = claim.chain.at(-1);
  const known =
    inner?.speaker != null && ACTOR_TYPES[index.actors.get(inner.speaker)?.kind ?? 'unnamed'] !== null;
  return stated({
    ...ref(claim.id),
    [ours('stance')]: claim.stance,
    [ours('speaker')]: known ? ref(String(inner.speaker)) : null,
    [ours('named')]: inner?.named === '' ? null : inner?.named,
    [ours('saidAt')]: claim.saidAt,
    [ours('status')]: claim.status,
    [ours('low')]: claim.quantity?.low,
    [ours('best')]: claim.quantity?.best,
    [ours('high')]: claim.quantity?.high,
  });
}

function dayOf(source: FiledSource): string | null {
  return source.publishedAt === null ? null : earliestDay(source.publishedAt);
}

function claimOf(one: FiledProposition, index: RecordIndex, ref: RefOf): Json | null {
  const claims = index.claimsOn.get(one.id) ?? [];
  const forward = claims.filter(({ stance }) => polarityOf(stance) === 'for');
  if (forward.length === 0) return null;
  const speakers = new Set(
    forward.flatMap(({ chain }) => {
      const speaker = chain.at(-1)?.speaker ?? null;
      return speaker !== null && ACTOR_TYPES[index.actors.get(speaker)?.kind ?? 'unnamed'] !== null
        ? [speaker]
        : [];
    }),
  );
  const sources = [...new Set(forward.map(({ source }) => source))].flatMap(
    (id) => index.sources.get(id) ?? [],
  );
  const dated = sources.flatMap((source) => {
    const day = dayOf(source);
    return day === null ? [] : [{ source, day }];
  });
  // The first is known only when every appearance has a day.
  const first =
    dated.length === sources.length
      ? dated.toSorted((a, b) => a.day.localeCompare(b.day, 'en'))[0]?.source
      : undefined;
  return stated({
    '@type': 'Claim',
    ...ref(one.id),
    text: { '@value': one.text, '@language': one.lang },
    author: [...speakers].map(ref),
    appearance: sources.map(({ id }) => ref(id)),
    firstAppearance: first === undefined ? null : ref(first.id),
    [ours('standing')]: one.standing.word,
    [ours('originsAtLeast')]: one.origins.atLeast,
    [ours('originsAtMost')]: one.origins.atMost,
    [ours('low')]: one.toll?.low?.value,
    [ours('best')]: one.toll?.best?.value,
    [ours('high')]: one.toll?.high?.value,
    [ours('claim')]: claims.map((claim) => position(claim, index, ref)),
  });
}

export const SCHEMA_ORG: ExchangeFormat = {
  name: 'schema-org',
  standard: 'schema.org 30.0, type Claim (never ClaimReview), as JSON-LD',
  writes:
    'claims.jsonld: a Claim for each proposition that somebody puts forward, with its appearances and their hashes',
  readsBack: false,
  losses: [
    STAYS_IN_THE_VAULT,
    {
      what: 'denials and every other stance',
      why: 'schema.org has no relation between claims; they stand under onrecord: keys, which search engines pass over: who reads only schema.org sees allegations without their denials',
    },
    {
      what: 'the exact words and their positions',
      why: 'a Claim has no passage; use web-annotation for them',
    },
    {
      what: 'uncertain days of publication',
      why: 'datePublished takes a day, month or year',
    },
  ],
  render(file, { base }) {
    const ref: RefOf = (id) => ({ '@id': iriOf(base, id) });
    const index = indexRecord(file);
    const claims = file.propositions.flatMap((one) => claimOf(one, index, ref) ?? []);
    const graph = [
      ...claims,
      ...file.sources.map((one) => sourceOf(one, index, ref)),
      ...file.actors.flatMap((one) => actorOf(one, ref)),
    ];
    const unsaid = file.propositions.length - claims.length;
    const undated = file.sources.filter(
      ({ publishedAt }) => publishedAt !== null && plainDate(publishedAt) === null,
    ).length;
    const leftOut: readonly LeftOut[] = [
      {
        what: 'propositions that nobody puts forward',
        count: unsaid,
        why: 'they are only denied, asked for or answered; a Claim would say that somebody claims them',
      },
      {
        what: 'days of publication that are uncertain',
        count: undated,
        why: 'datePublished cannot hold them',
      },
    ].filter(({ count }) => count > 0);
    return {
      files: [{ path: 'claims.jsonld', content: jsonFile({ '@context': CONTEXT, '@graph': graph }) }],
      leftOut,
    };
  },
};
