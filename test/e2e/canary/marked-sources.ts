/** Marked sources with their claims: every text of both is marked. */
import { sha256Hex } from '../../../src/crypto/sha256.ts';
import type { NewEntry } from '../../../src/desk/ports/record-store.ts';
import type { Actor } from '../../../src/record/actor.ts';
import type { Claim } from '../../../src/record/claim.ts';
import type { Change } from '../../../src/record/log-entry.ts';
import { sampleId } from '../../../src/storage/contract/sample-record.ts';
import { AT, actor, entry, MARKS, PERSON, passageIn, SOURCES, said, textOf, words } from './marked-words.ts';

const { work } = MARKS;

/** Actors of a source: who put it out, who wrote it, who speaks in it. */
function actorsOf(at: number): readonly [publisher: Actor, author: Actor, speaker: Actor, denier: Actor] {
  const [, , quoted = ''] = SOURCES[at] ?? [];
  const first = 1 + at * 4;
  return [
    actor(first, 'media', `The ${quoted}paper`),
    actor(first + 1, 'person', `${PERSON}author${'abc'[at]} Halden`),
    actor(first + 2, 'public-body', said(quoted)),
    actor(first + 3, 'person', `${PERSON}${at === 0 ? '' : 'abc'[at]} Denn`),
  ];
}

/** The source comes in. */
export function captured(at: number): NewEntry {
  const [handling = 'sealed', own = '', quoted = ''] = SOURCES[at] ?? [];
  const [publisher, author] = actorsOf(at);
  const text = textOf(own, quoted);
  const bytes = Buffer.from(text);
  const change: Change = {
    action: 'source-captured',
    source: {
      id: sampleId('source', at + 1),
      kind: 'news-article',
      title: `${own}title at dawn`,
      publisher: publisher.id,
      authors: [author.id],
      publishedAt: '2031-04-02',
      language: 'en',
      url: `https://paper.example/${own}address`,
      handling,
      revisionOf: null,
    },
    capture: {
      id: sampleId('capture', at + 1),
      of: sampleId('source', at + 1),
      capturedAt: AT,
      method: 'file',
      fileName: `${work}file${at}.txt`,
      mediaType: 'text/plain',
      size: bytes.length,
      sha256: sha256Hex(bytes),
      warc: { file: `${work}archive.warc`, recordId: `urn:uuid:${own}record`, offset: 7 },
      text: { sha256: sha256Hex(text), normaliser: 'text-1', codePoints: [...text].length },
      noTextReason: null,
      copy: 'evidentiary',
      derivedFrom: null,
      trail: {
        canonical: `https://paper.example/${own}canonical`,
        ogUrl: `https://paper.example/${own}og`,
        credits: [`${own}credit`],
        authorAddresses: [`https://paper.example/${own}authoraddress`],
        links: [{ url: `https://other.example/${own}link`, words: `${own}linked`, before: `${own}before` }],
        embeds: [{ platform: 'telegram', url: `https://t.example/${own}embed` }],
        images: [`https://paper.example/${own}image.png`],
      },
    },
    actors: [publisher, author],
  };
  return entry(change, change.source.id, { texts: new Map([[sha256Hex(text), text]]), bytes });
}

function claim(at: number, number: number, fields: Partial<Claim>): Claim {
  const [, , quoted = ''] = SOURCES[at] ?? [];
  const [publisher, , speaker] = actorsOf(at);
  return {
    id: sampleId('claim', 1 + at * 2 + number),
    source: sampleId('source', at + 1),
    stance: 'alleges',
    chain: [
      {
        speaker: publisher.id,
        named: `The ${quoted}paper`,
        cue: null,
        passage: null,
        connection: 'unknown',
        anonymity: 'named',
      },
      {
        speaker: speaker.id,
        named: said(quoted),
        cue: { text: 'said', lemma: `say ${quoted}lemma`, lang: 'en', force: 'neutral' },
        passage: passageIn(at, said(quoted)),
        connection: 'unknown',
        anonymity: 'named',
      },
    ],
    proposition: sampleId('proposition', at + 1),
    groupedBecause: `${work}grouped`,
    quantity: {
      low: 12,
      best: 12,
      high: 12,
      comparator: 'exactly',
      unit: 'individual',
      wording: `twelve ${quoted}weavers`,
    },
    when: { edtf: '2031-04', extent: 'within' },
    where: `${quoted}town`,
    saidAt: '2031-04-02',
    passages: [passageIn(at, words(quoted))],
    status: 'proposed',
    reviews: [],
    supersedes: null,
    extraction: { by: 'rules-en-1', confidence: 0.8, reason: `${work}because` },
    ...fields,
  };
}

/** Its claims: one that alleges, one in which a person denies. */
export function proposed(at: number): NewEntry {
  const [, , quoted = ''] = SOURCES[at] ?? [];
  const [publisher, , speaker, denier] = actorsOf(at);
  const [outlet] = claim(at, 0, {}).chain;
  const denial = claim(at, 1, {
    stance: 'denies',
    quantity: null,
    where: null,
    passages: [passageIn(at, 'denied it')],
    chain: [
      ...(outlet === undefined ? [] : [outlet]),
      {
        speaker: denier.id,
        named: `Colonel ${PERSON} Denn`,
        cue: { text: 'denied', lemma: 'deny', lang: 'en', force: 'neutral' },
        passage: passageIn(at, `Colonel ${PERSON} Denn`),
        connection: 'unknown',
        anonymity: 'named',
      },
    ],
  });
  const change: Change = {
    action: 'claims-proposed',
    capture: sampleId('capture', at + 1),
    extractor: 'rules-en-1',
    actors: [speaker, denier].filter(({ id }) => id !== publisher.id),
    propositions: [
      {
        id: sampleId('proposition', at + 1),
        kind: 'count',
        measure: 'detained',
        answer: null,
        scope: {
          group: `${quoted}weavers`,
          place: `${quoted}town`,
          by: `${quoted}guard`,
          actor: `${quoted}agency`,
        },
        text: `${quoted}weavers were detained in ${quoted}town`,
        lang: 'en',
        narrowerThan: null,
      },
    ],
    claims: [claim(at, 0, {}), denial],
  };
  return entry(change, change.capture, { agent: 'machine' });
}
