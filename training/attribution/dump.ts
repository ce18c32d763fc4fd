/**
 * First step of training: writes what the model sees of PolNeAR, and what people marked, as JSON lines.
 *
 *   node training/attribution/dump.ts DATA OUT
 *
 * DATA: folder with polnear-train.jsonl.gz and polnear-dev.jsonl.gz (see training/README.md), OUT/vocabulary.txt: one word
 * a line, the word on line n has id n + 2. A line of OUT/NAME.jsonl is one document: token offsets (code units), features,
 * paragraphs, and gold and rule relations as token ranges.
 */
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { outermost } from '../../src/text/attribution.ts';
import { documentAttributions } from '../../src/text/document-attributions.ts';
import {
  FIRST_WORD,
  sentenceOfTokens,
  spellingOf,
  tokenFeatures,
} from '../../src/text/models/attribution/token-features.ts';
import { type ParsedText, parseText } from '../../src/text/parsed-text.ts';

type Spans = readonly (readonly [number, number])[];

interface GoldDocument {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly { readonly source: Spans; readonly cue: Spans; readonly content: Spans }[];
}

interface SilverToken {
  readonly start: number;
  readonly end: number;
  readonly pos: string;
  readonly head: number;
  readonly relation: string;
}

function tokensIn(parsed: ParsedText, spans: Spans): [number, number][] {
  const runs: [number, number][] = [];
  for (const [i, token] of parsed.tokens.entries()) {
    if (!spans.some(([start, end]) => token.start < end && start < token.end)) continue;
    const last = runs.at(-1);
    if (last !== undefined && last[1] === i) last[1] = i + 1;
    else runs.push([i, i + 1]);
  }
  return runs;
}

/** CoreNLP's tags and parses as targets that only help the encoder to learn; null where there are none. */
function silverOf(parsed: ParsedText, silver: readonly SilverToken[]): [string, string, number][] {
  const at = new Map<number, number>();
  for (const [k, token] of silver.entries()) for (let i = token.start; i < token.end; i += 1) at.set(i, k);
  const own = new Map<number, number>();
  for (const [i, token] of parsed.tokens.entries()) {
    const k = at.get(token.start);
    if (k !== undefined && !own.has(k)) own.set(k, i);
  }
  return parsed.tokens.map((token, i) => {
    const one = silver[at.get(token.start) ?? -1];
    if (one === undefined) return ['', '', 0];
    const head = one.head < 0 ? i : (own.get(one.head) ?? i);
    return [one.pos, one.relation, head - i];
  });
}

function readLines<T>(path: string): T[] {
  return gunzipSync(readFileSync(path))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

interface SilverDocument {
  readonly id: string;
  readonly s: readonly {
    readonly t: readonly [number, number, string, string][];
    readonly h: number[];
    readonly r: string[];
  }[];
}

function silverTokens(path: string): Map<string, SilverToken[]> {
  return new Map(
    readLines<SilverDocument>(path).map(({ id, s }) => {
      const tokens: SilverToken[] = [];
      for (const { t, h, r } of s) {
        const base = tokens.length;
        for (const [k, [start, end, , pos]] of t.entries())
          tokens.push({
            start,
            end,
            pos,
            head: (h[k] ?? 0) > 0 ? base + (h[k] ?? 0) - 1 : -1,
            relation: r[k] ?? '',
          });
      }
      return [id, tokens];
    }),
  );
}

const [data, out] = process.argv.slice(2);
if (data === undefined || out === undefined)
  throw new Error('usage: node training/attribution/dump.ts DATA OUT');
const vocabulary = new Map(
  readFileSync(join(out, 'vocabulary.txt'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((word, i) => [word, i + FIRST_WORD]),
);
for (const name of ['train', 'dev']) {
  const silver = silverTokens(join(data, `corenlp-${name}.jsonl.gz`));
  const file = createWriteStream(join(out, `${name}.jsonl`));
  for (const document of readLines<GoldDocument>(join(data, `polnear-${name}.jsonl.gz`))) {
    const parsed = parseText(document.text);
    const rules = documentAttributions(parsed).map(outermost);
    const { spellings, rest } = tokenFeatures(parsed, rules, (lower) => spellingOf(lower, vocabulary));
    const starts = [0, ...parsed.tokens.keys()].filter(
      (i) => i > 0 && parsed.paragraphAt[i] !== parsed.paragraphAt[i - 1],
    );
    const aux = silver.get(document.id);
    file.write(
      `${JSON.stringify({
        id: document.id,
        offsets: parsed.tokens.map((token) => [token.start, token.end]),
        marks: parsed.tokens.map((token) =>
          token.kind === 'mark' ? (/^(?:[,;—]|--)$/.test(token.text) ? 2 : 1) : 0,
        ),
        words: spellings.map(({ word }) => word),
        rest: [...rest],
        quotes: [...parsed.quoteAt],
        sentences: [...sentenceOfTokens(parsed)],
        paragraphs: [0, ...starts, parsed.tokens.length],
        gold: document.attributions.map((a) => ({
          cue: tokensIn(parsed, a.cue),
          source: tokensIn(parsed, a.source),
          content: tokensIn(parsed, a.content),
        })),
        rules: rules.map(({ cue, source, content }) => ({
          cue: [cue.from, cue.to],
          source: source === null ? null : [source.from, source.to],
          content: content.map(({ from, to }) => [from, to]),
        })),
        silver: aux === undefined ? null : silverOf(parsed, aux),
      })}\n`,
    );
  }
  file.end();
}
