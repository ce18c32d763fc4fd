/**
 * Bounds for words that name no number ("dozens", "several hundred"), by a versioned table with presets
 * (`vocab/vague-quantities.json`). The words stay in the record; a reviewer chooses a preset when a toll is asked for,
 * and it is named beside every bound that rests on it. `acled`: one conservative number, as ACLED's page on fatalities
 * has it. `ucdp`: at least two of the unit, open above. Without a preset such claims set no bound.
 */
import table from '../../../vocab/vague-quantities.json' with { type: 'json' };
import type { ClaimId } from '../../record/id.ts';
import type { Bounds } from '../../record/quantity.ts';
import type { VaguePreset } from '../../record/toll.ts';
import type { Utterance } from '../../record/utterance.ts';

/** A row of the table and what the preset makes of it. */
export interface VagueReading {
  /** Code of the row, for example "dozens". */
  readonly code: string;
  /** Persons, or the measure's unit; null is unbounded. */
  readonly bounds: Bounds;
}

/** A claim whose words were turned into bounds. */
export interface ReadWording extends VagueReading {
  readonly claim: ClaimId;
  /** The source's own words. */
  readonly wording: string;
}

interface Entry {
  readonly word: string;
  readonly row: (typeof table.codes)[number];
}

/** Longest words first: "hundreds of thousands" before "thousands". */
const ENTRIES: readonly Entry[] = table.codes
  .flatMap((row) => row.words.map((word) => ({ word: ` ${fold(word)} `, row })))
  .toSorted((a, b) => b.word.length - a.word.length || (a.word < b.word ? -1 : 1));

/**
 * Name and version of a preset, as it stands beside a figure.
 *
 * @example
 * presetName('acled'); // 'acled-1'
 */
export function presetName(preset: VaguePreset): string {
  return `${preset}-${table.version}`;
}

/**
 * What a preset makes of a vague wording; null when the table has none of its words, or the preset no number for them.
 *
 * @param wording as the source said it, in any language of the table
 * @example
 * readVague('dozens of villagers', 'ucdp'); // { code: 'dozens', bounds: { low: 24, best: null, high: null } }
 * readVague('an unknown number', 'acled'); // null
 */
export function readVague(wording: string, preset: VaguePreset): VagueReading | null {
  const folded = ` ${fold(wording)} `;
  const found = ENTRIES.find(({ word }) => folded.includes(word));
  if (found === undefined) return null;
  const { low, best, high } = found.row[preset];
  return low === null && best === null && high === null
    ? null
    : { code: found.row.code, bounds: { low, best, high } };
}

/**
 * Claims with the bounds that a preset gives their words. Only claims that are vague and state no number change.
 *
 * @param wordings the source's own words, by claim
 * @example
 * withPreset(utterances, new Map([['clm_…', 'dozens']]), 'ucdp').read[0]?.bounds.low; // 24
 */
export function withPreset(
  utterances: readonly Utterance[],
  wordings: ReadonlyMap<ClaimId, string>,
  preset: VaguePreset,
): { readonly utterances: readonly Utterance[]; readonly read: readonly ReadWording[] } {
  const read: ReadWording[] = [];
  const changed = utterances.map((utterance) => {
    const { claim, vague, low, best, high } = utterance;
    const wording = wordings.get(claim);
    if (!vague || low !== null || best !== null || high !== null || wording === undefined) return utterance;
    const reading = readVague(wording, preset);
    if (reading === null) return utterance;
    read.push({ claim, wording, ...reading });
    return { ...utterance, ...reading.bounds };
  });
  return { utterances: changed, read };
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
