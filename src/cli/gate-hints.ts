/** What opens a closed gate of a release at the terminal: the command line to type, or the line to write into the profile. */
import { OnRecordError } from '../desk/desk.ts';
import type { GateAnswer } from '../desk/release/release-gates.ts';
import { type Place, placeFlags } from './place-flags.ts';

const LATER =
  'Leave "position" out of the profile, and make the release anew: onrecord release new PROFILE.json';

type ReleaseGate = GateAnswer['gate'];

/** With FLAGS where the flags stand that find the record again. */
const HINTS: Readonly<Record<ReleaseGate, string | null>> = {
  proposals: 'Review with: onrecord serve --by "YOUR NAME"FLAGS',
  names: 'Clear with: onrecord clear "NAME" --because "WHY" --by "YOUR NAME"FLAGS',
  people:
    'See who is cleared with: onrecord clear --listFLAGS; clear with: onrecord clear "NAME" --because "WHY" --by "YOUR NAME"FLAGS',
  handling: `${LATER}FLAGS`,
  redaction: `${LATER}FLAGS`,
  counts: 'The second person signs with: onrecord case counts sign IDFLAGS',
  method: null,
  licence:
    'For example: "licence": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"}',
  embargo: null,
};

const GATES = Object.keys(HINTS) as readonly ReleaseGate[];

/**
 * How a gate is opened; null when it is open, or when waiting is all that helps.
 *
 * @example
 * gateHint({ gate: 'proposals', open: false, words: '1 proposal waits for review: …' }, call);
 * // 'Review with: onrecord serve --by "YOUR NAME"'
 */
export function gateHint({ gate, open, words }: GateAnswer, place: Place): string | null {
  if (open) return null;
  const hint = gate === 'method' ? methodHint(words) : HINTS[gate];
  return hint?.replaceAll('FLAGS', () => placeFlags(place)) ?? null;
}

/** A note is missing, an estimate does not say what was counted, or both. */
function methodHint(words: string): string {
  const note = 'For example: "methodNotes": [{"lang": "en", "text": "HOW SOURCES WERE CHOSEN"}].';
  const estimate =
    'Estimate anew with: onrecord estimate --from-lists --record "WHAT WAS COUNTED, WHERE AND WHEN" --by "YOUR NAME"FLAGS';
  return [
    ...(words.includes('"methodNotes"') ? [note] : []),
    ...(words.includes('estimates') ? [estimate] : []),
  ].join(' ');
}

/**
 * An error of closed gates with what opens each, once, for a person at a terminal; any other as it is.
 *
 * @example
 * throw withGateHints(error, call);
 */
export function withGateHints(error: unknown, place: Place): unknown {
  if (!(error instanceof OnRecordError) || error.faults.length === 0) return error;
  const gates = error.faults.map(({ path }) => GATES.find((gate) => gate === path));
  if (gates.includes(undefined)) return error;
  const faults = error.faults.map(({ path, message }, index) => {
    const gate = gates[index];
    const hint = gate === undefined ? null : gateHint({ gate, open: false, words: message }, place);
    return { path, message: hint === null ? message : `${message} ${hint}` };
  });
  const closed = faults.length === 1 ? 'one gate is' : `${faults.length} gates are`;
  return new OnRecordError(error.code, `Nothing is released yet: ${closed} closed.`, {
    faults,
    cause: error,
  });
}
