import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentAttributions } from '../../document-attributions.ts';
import { type ParsedText, parseText } from '../../parsed-text.ts';
import type { Range } from '../../sentences.ts';
import { openAttributionModel } from './attribution-model.ts';
import { CHAIN_CUE_FEATURES, CHAIN_FEATURES } from './chain-features.ts';
import { CHAIN_LABELS } from './chain-network.ts';
import { KEPT_WORDS } from './layout.ts';
import { openNetwork } from './network.ts';
import { openPlainKernel } from './plain-kernel.ts';
import { sensesOf } from './token-features.ts';
import { openWasmKernel } from './wasm-kernel.ts';
import { openWeights } from './weights.ts';

const BYTES = new Uint8Array(
  readFileSync(new URL('../../../../models/attribution-en-6.bin', import.meta.url)),
);
const model = openAttributionModel(BYTES);

function words({ text, tokens }: ParsedText, { from, to }: Range): string {
  return text.slice(tokens[from]?.start, tokens[to - 1]?.end);
}

function read(text: string): { cue: string; source: string[]; content: string[] }[] {
  const parsed = parseText(text);
  return model.find(parsed, documentAttributions(parsed)).map(({ cue, source, content }) => ({
    cue: words(parsed, cue),
    source: source.map((range) => words(parsed, range)),
    content: content.map((range) => words(parsed, range)),
  }));
}

describe('the senses of a word', () => {
  const list = new Map([
    ['lock', 4],
    ['up', 9],
    ['soldier', 2],
  ]);
  it.each([
    ['lock', [4]],
    ['lock-up', [4, 9]],
    ['soldier’s', [2]],
    ['counter-up', [9]],
    ['teacher', []],
  ])('%s', (word, rows) => expect(sensesOf(word, list)).toEqual(rows));
});

describe('the attribution model', () => {
  it('finds cue, source and content of plain statements', () => {
    expect(read('The governor of Kessar said that six villagers had died in the raid.')).toEqual([
      {
        cue: 'said',
        source: ['The governor of Kessar'],
        content: ['that six villagers had died in the raid'],
      },
    ]);
    expect(read('“Nobody was arrested,” said Mira Tallow, a spokeswoman for the police.')).toEqual([
      {
        cue: 'said',
        source: ['Mira Tallow, a spokeswoman for the police'],
        content: ['“Nobody was arrested,”'],
      },
    ]);
  });

  it('finds nothing in words that attribute nothing', () => {
    expect(read('The road to Orlan is closed. Two bridges fell in the flood of last spring.')).toEqual([]);
  });

  it('reads the same text alike whatever it read before, and with either kernel', () => {
    const text =
      'Villagers told the Daily Meridian that soldiers had burned nine houses, but the army denied it.';
    const first = read(text);
    read('Quite another text, the paper claimed, with other words in it.');
    expect(read(text)).toEqual(first);
    const parsed = parseText(text);
    const weights = openWeights(BYTES);
    const features = {
      spellings: parsed.tokens.map((_, k) => ({ word: 7 + k, suffix: k, prefix: 2 * k, senses: [] })),
      rest: new Uint16Array(parsed.tokens.length * 8),
    };
    const stretch = { features, from: 0, to: parsed.tokens.length };
    const lanes = openNetwork(weights, (floats) => openWasmKernel(floats) ?? openPlainKernel(floats));
    const plain = openNetwork(weights, openPlainKernel);
    expect(plain.encode(stretch)).toEqual(lanes.encode(stretch));
    const rows = new Uint8Array(parsed.tokens.length * 6);
    expect(plain.relate(rows, { first: 1, last: 1 })).toEqual(lanes.relate(rows, { first: 1, last: 1 }));
    const heard = new Uint8Array(parsed.tokens.length * CHAIN_FEATURES.length).fill(1);
    expect(plain.chains?.encode(heard)).toEqual(lanes.chains?.encode(heard));
    const beside = new Uint8Array(parsed.tokens.length * CHAIN_CUE_FEATURES.length).fill(1);
    const chained = lanes.chains?.relate(beside, { first: 1, last: 2 });
    expect(chained?.length).toBe(parsed.tokens.length * CHAIN_LABELS);
    expect(plain.chains?.relate(beside, { first: 1, last: 2 })).toEqual(chained);
  });

  it('reads alike when the words that it keeps no longer fit', () => {
    const invented = (from: number, to: number): string =>
      Array.from({ length: to - from }, (_, k) => `wor${(from + k).toString(36)}d`).join(' ');
    const used = openAttributionModel(BYTES);
    const each = 250;
    for (let from = 0; from < KEPT_WORDS + each; from += each) {
      const parsed = parseText(`“We saw ${invented(from, from + each)},” the mayor of Orlan said.`);
      const found = used.find(parsed, []);
      if (from + 2 * each < KEPT_WORDS) continue;
      expect(found).toEqual(openAttributionModel(BYTES).find(parsed, []));
      expect(found.length).toBeGreaterThan(0);
    }
  });

  it('keeps every span inside the text, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.constantFrom(' said ', '“', '” ', '. ', '\n\n', ' that he '),
          ),
          { maxLength: 60 },
        ),
        (pieces) => {
          const parsed = parseText(pieces.join(''));
          for (const { cue, source, content, confidence } of model.find(
            parsed,
            documentAttributions(parsed),
          )) {
            expect(confidence).toBeGreaterThanOrEqual(0);
            expect(confidence).toBeLessThanOrEqual(1);
            for (const { from, to } of [cue, ...source, ...content]) {
              expect(from).toBeGreaterThanOrEqual(0);
              expect(to).toBeGreaterThan(from);
              expect(to).toBeLessThanOrEqual(parsed.tokens.length);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('reads a paragraph longer than it reads at once', () => {
    const long = `${'The mayor of Orlan said that the road was closed again today. '.repeat(60)}`;
    expect(read(long).length).toBe(60);
  });
});

describe('a file of weights', () => {
  it('is refused when it is something else, cut off, or made for other features', () => {
    expect(() => openAttributionModel(new Uint8Array(4))).toThrow(/no model file/);
    expect(() => openAttributionModel(new TextEncoder().encode('GIF89a, surely no model'))).toThrow(
      /no model file/,
    );
    expect(() => openAttributionModel(BYTES.slice(0, 5000))).toThrow(/cut off/);
    expect(() => openAttributionModel(BYTES.slice(0, BYTES.length - 5000))).toThrow(/cut off/);
    const other = BYTES.slice();
    const at = Buffer.from(other.buffer, 0, 40_000).indexOf('"features":1');
    other[at + '"features":'.length] = '9'.charCodeAt(0);
    expect(() => openAttributionModel(other)).toThrow(/features 9/);
  });
});
