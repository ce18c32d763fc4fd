/**
 * The details of a report by which a translation or a rewrite of it may be found: numbers and dates by the rules of its
 * language (English and the languages with a pack; digits alone elsewhere), names, links and pictures.
 */
import { datesInWords } from '../dates.ts';
import { isEnglish } from '../language.ts';
import { readGlossed } from '../packs/gloss.ts';
import { lexiconOf } from '../packs/lexicon.ts';
import { packTokens } from '../packs/pack-tokens.ts';
import { PACKS } from '../packs/read-other.ts';
import { packFor } from '../packs/recognise.ts';
import { quantitiesInWords } from '../quantity.ts';
import { isAllCapitals, wordsIn } from '../words.ts';
import { figureAnchors, type ReadFigures } from './figure-anchors.ts';
import { nameAnchors } from './name-anchors.ts';
import type { ReportAnchor } from './report-anchor.ts';

/** A report as it is read for anchors. */
export interface ReportToAnchor {
  readonly text: string;
  /** EDTF; null when unknown: "on Monday" then names no day. */
  readonly publishedAt: string | null;
  /** BCP 47; null when not stated. */
  readonly language: string | null;
  /** Addresses that it links to, in a form in which equal ones are equal; without those of its own outlet. */
  readonly addresses: readonly string[];
  /** Addresses or hashes of its pictures, in a form in which equal ones are equal. */
  readonly images: readonly string[];
}

export interface AnchoredText {
  /** BCP 47, stated or recognised; null when neither. */
  readonly language: string | null;
  readonly anchors: readonly ReportAnchor[];
}

/** Share of other reports that have a link or picture of some report. */
const EXPECTED_ON_PAGE = 0.003;

function figuresOf({
  text,
  publishedAt,
  language,
}: ReportToAnchor): ReadFigures & { readonly language: string | null } {
  if (!isEnglish(text, language)) {
    const pack = packFor(text, language, PACKS);
    if (pack !== null)
      return {
        ...readGlossed(text, packTokens(text, pack), lexiconOf(pack), publishedAt),
        language: pack.code,
      };
  }
  const words = wordsIn(text);
  const english = isEnglish(text, language);
  return {
    quantities: quantitiesInWords(text, words),
    dates: english ? datesInWords(words, publishedAt) : [],
    language: english ? 'en' : language,
  };
}

function onPage(kind: 'address' | 'image', keys: readonly string[]): ReportAnchor[] {
  return [...new Set(keys)].map((key) => ({
    kind,
    key: `${kind}:${key}`,
    words: key,
    place: null,
    expected: EXPECTED_ON_PAGE,
  }));
}

/**
 * Reads the anchors of a report, one a key.
 *
 * @example
 * readAnchors({ text: 'Six died in Dvinsk, said Ivan Turov.', publishedAt: null, language: 'en', addresses: [], images: [] }).anchors.length; // 4
 */
export function readAnchors(report: ReportToAnchor): AnchoredText {
  const { text, publishedAt, addresses, images } = report;
  const { language, ...figures } = figuresOf(report);
  const names = isAllCapitals(text) ? [] : nameAnchors(text, figures.dates);
  return {
    language: language?.toLowerCase().split(/[-_]/)[0] ?? null,
    anchors: [
      ...figureAnchors(text, figures, publishedAt),
      ...names,
      ...onPage('address', addresses),
      ...onPage('image', images),
    ],
  };
}
