/** Texts to measure speed on: the development articles of PolNeAR where they lie beside the repository, else our own reports. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { ReadInput } from '../../src/text/proposed-claim.ts';

export interface SpeedTexts {
  /** Where they come from, in words. */
  readonly from: string;
  readonly inputs: readonly ReadInput[];
}

const ARTICLES = new URL('../../../shared/eval/attribution/polnear-dev.jsonl.gz', import.meta.url);
const OWN = ['../reports/dev/', '../../examples/reports/'].map((path) => new URL(path, import.meta.url));

/**
 * Gathers them.
 *
 * @example
 * speedTexts().inputs.length;
 */
export function speedTexts(): SpeedTexts {
  if (existsSync(ARTICLES)) {
    const lines = gunzipSync(readFileSync(ARTICLES)).toString('utf8').trim().split('\n');
    const inputs = lines.map((line): ReadInput => {
      const { text, date, publisher } = JSON.parse(line) as { text: string; date: string; publisher: string };
      return { text, publishedAt: date, outlet: publisher, language: 'en' };
    });
    return { from: `${inputs.length} articles of PolNeAR dev`, inputs };
  }
  const texts = OWN.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(?:txt|md)$/u.test(name))
      .map((name) => readFileSync(new URL(name, folder), 'utf8')),
  );
  const inputs = texts.map(
    (text): ReadInput => ({ text, publishedAt: '2031-04-02', outlet: null, language: 'en' }),
  );
  return { from: `${inputs.length} reports of our own (PolNeAR is not beside this repository)`, inputs };
}

/** Words as white space parts them. @example wordsOf('six died'); // 2 */
export function wordsOf(text: string): number {
  return text.match(/\S+/gu)?.length ?? 0;
}

/** UTF-16 code units; the texts are plain English, so about as many bytes. */
const FIVE_MB = 5_000_000;

/** One text of 5 MB, made of others one after the other. @example fiveMb(speedTexts().inputs).text.length; // 5000000 */
export function fiveMb(inputs: readonly ReadInput[]): ReadInput {
  let text = '';
  for (let i = 0; text.length < FIVE_MB; i += 1) text += `${inputs[i % inputs.length]?.text ?? ''}\n\n`;
  return { text: text.slice(0, FIVE_MB), publishedAt: '2031-04-02', outlet: null, language: 'en' };
}
