/**
 * First step of training the reader of chains: writes what its network sees of annotated paragraphs, and who speaks there
 * through whom.
 *
 *   node training/chains/dump.ts OUT [FOLDER...]
 *
 * Reads the attribution model that ships, paragraphs-N.jsonl of the folders (this one), and the paragraphs of the bench's gold
 * that may be read: never the held-out half, never chains-6 to -8. OUT gets chains.jsonl (a paragraph a line) and chains.f32 (states of
 * the network, a row a token).
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BATCHES, type GoldParagraph, readGold } from '../../bench/language/gold/paragraph.ts';
import { documentAttributions } from '../../src/text/document-attributions.ts';
import { hear } from '../../src/text/heard.ts';
import { openAttributionModel, stretchesOf } from '../../src/text/models/attribution/attribution-model.ts';
import { sentenceOfTokens, tokenFeatures } from '../../src/text/models/attribution/token-features.ts';
import { type ParsedText, parseText } from '../../src/text/parsed-text.ts';
import { readText } from '../../src/text/read-text.ts';
import type { Range } from '../../src/text/sentences.ts';
import { bytes, network, spelling, vectorBytes, weights } from '../attribution/shipped-network.ts';
import { type AnnotatedParagraph, type Place, readAnnotated, type Telling } from './annotated.ts';
import { tellingsOf } from './gold-mouths.ts';

const [, , out = '.', ...folders] = process.argv;
/** Batches that stay unseen by rules and network alike: what is made is measured on them. */
const KEPT: ReadonlySet<string> = new Set(['chains-6', 'chains-7', 'chains-8']);
const model = openAttributionModel(bytes);

function fromGold(): AnnotatedParagraph[] {
  const sets = ['dev' as const, ...BATCHES.filter((name) => !KEPT.has(name))];
  return sets.flatMap((set) =>
    readGold(set).map((gold: GoldParagraph): AnnotatedParagraph => {
      const { text, publishedAt, outlet } = gold;
      const { claims } = readText({ text, publishedAt, outlet, language: 'en' }, model);
      return { set, gold, tellings: tellingsOf(gold, claims) };
    }),
  );
}

/** Tokens of a stretch that a place covers, counted from the stretch; null: none. */
function tokensOf(parsed: ParsedText, stretch: Range, [start, end]: Place): [number, number] | null {
  let from = -1;
  let to = -1;
  for (let i = stretch.from; i < stretch.to; i += 1) {
    const token = parsed.tokens[i];
    if (token === undefined || token.end <= start || token.start >= end) continue;
    if (from < 0) from = i;
    to = i + 1;
  }
  return from < 0 ? null : [from - stretch.from, to - stretch.from];
}

function within(stretch: Range, { from, to }: Range): [number, number] | null {
  const a = Math.max(from, stretch.from);
  const b = Math.min(to, stretch.to);
  return a < b ? [a - stretch.from, b - stretch.from] : null;
}

/** Words that stand for somebody named elsewhere. */
const POINTS =
  /^(?:(?:he|she|it|they|him|her|them|his|its|their|i|me|my|we|us|our|you|who|whom|which|whose)$|(?:the|this|that|its|his|her|their|my|our) )/i;

/** Where a name stands nearest to a mention, before it if anywhere. Null: the mention holds it or it stands nowhere. */
function namedNear(text: string, name: string, [start, end]: Place): Place | null {
  const mention = text.slice(start, end).toLowerCase();
  const last = name.split(' ').at(-1) ?? name;
  if (mention.includes(last.toLowerCase())) return null;
  const found: Place[] = [];
  const bare = name.replace(/^(?:\p{Lu}[\p{L}]*\. )+/u, '');
  for (const words of new Set([name, bare]))
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
      if (!/\p{L}/u.test(text[at - 1] ?? '') && !/\p{L}/u.test(text[at + words.length] ?? ''))
        found.push([at, at + words.length]);
  const far = ([from, to]: Place): number => (to <= start ? start - to : 1000 + from - end);
  return found.sort((a, b) => far(a) - far(b))[0] ?? null;
}

interface Question {
  readonly at: [number, number];
  readonly answer: [number, number] | null;
}

/** Whom a mention that names nobody stands for: the nearest place of the name, or nobody that is named. */
function questionsOf(
  parsed: ParsedText,
  stretch: Range,
  mouths: readonly Telling['mouths'][number][],
): Question[] {
  const asked = new Map<number, Question>();
  for (const { name, at } of mouths) {
    if (at === null || at === 'unknown' || !POINTS.test(parsed.text.slice(...at))) continue;
    const range = tokensOf(parsed, stretch, at);
    if (range === null) continue;
    const place = name === null ? null : namedNear(parsed.text, name, at);
    const answer = place === null ? null : tokensOf(parsed, stretch, place);
    if (name !== null && answer === null) continue;
    asked.set(range[0], { at: range, answer });
  }
  return [...asked.values()];
}

const lines: string[] = [];
const states: Float32Array[] = [];
const lost = { tellings: 0, cueless: 0, outside: 0, unknown: 0 };
let row = 0;

for (const { set, gold, tellings } of [
  ...readAnnotated(folders.length > 0 ? folders : [import.meta.dirname]),
  ...fromGold(),
]) {
  const parsed = parseText(gold.text);
  const features = tokenFeatures(parsed, documentAttributions(parsed), spelling);
  const { voiced } = hear(parsed, model, gold.outlet);
  const sentences = sentenceOfTokens(parsed);
  for (const stretch of stretchesOf(parsed)) {
    const part = <T>(all: ArrayLike<T>): T[] => Array.from(all).slice(stretch.from, stretch.to);
    const heard = voiced.flatMap(({ chain, content, stance }) => {
      const last = chain.at(-1);
      const cue = last === undefined ? null : within(stretch, last.cue);
      if (cue === null) return [];
      const mouths = chain.map(({ speaker }) => within(stretch, speaker.range));
      return [
        {
          cue,
          mouths,
          content: content.flatMap((range) => [within(stretch, range) ?? []]).filter((one) => one.length > 0),
          stance,
        },
      ];
    });
    const told = tellings.flatMap(({ cue, words, mouths }) => {
      const first = words[0];
      if (first !== undefined && tokensOf(parsed, stretch, first) === null) return [];
      lost.tellings += 1;
      const at = cue === null ? null : tokensOf(parsed, stretch, cue);
      if (cue === null) lost.cueless += 1;
      if (mouths.some((mouth) => mouth.at === 'unknown')) lost.unknown += 1;
      const placed = mouths.map((mouth) => {
        if (mouth.at === 'unknown') return 'unknown';
        const range = mouth.at === null ? null : tokensOf(parsed, stretch, mouth.at);
        if (mouth.at !== null && range === null) lost.outside += 1;
        return mouth.at !== null && range === null ? 'unknown' : range;
      });
      return [
        {
          cue: at,
          mouths: placed,
          content: words
            .flatMap((place) => [tokensOf(parsed, stretch, place) ?? []])
            .filter((one) => one.length > 0),
        },
      ];
    });
    network.encode({ features, ...stretch });
    states.push(network.states().slice());
    const { tokens, tags } = parsed;
    lines.push(
      JSON.stringify({
        id: gold.id,
        set,
        row,
        from: stretch.from,
        words: part(features.spellings).map(({ word }) => word),
        rest: Array.from(features.rest.slice(stretch.from * 8, stretch.to * 8)),
        tokens: part(tokens).map(({ text }) => text),
        tags: part(tags),
        marks: part(tokens).map((token) =>
          token.kind === 'mark' ? (/^(?:[,;—]|--)$/.test(token.text) ? 2 : 1) : 0,
        ),
        quotes: part(parsed.quoteAt),
        sentences: part(sentences),
        heard,
        told,
        asked: questionsOf(
          parsed,
          stretch,
          tellings.flatMap(({ mouths }) => mouths),
        ),
      }),
    );
    row += stretch.to - stretch.from;
  }
}
const width = 2 * weights.hidden;
const all = new Float32Array(row * width);
let at = 0;
for (const some of states) {
  all.set(some, at);
  at += some.length;
}
writeFileSync(join(out, 'chains.f32'), new Uint8Array(all.buffer));
writeFileSync(join(out, 'chains.jsonl'), `${lines.join('\n')}\n`);
writeFileSync(join(out, 'vectors.f32'), vectorBytes());
console.log(`${lines.length} stretches, ${row} tokens; tellings ${JSON.stringify(lost)}`);
