/** Who says what, on a card: those against it are always there, and the first to put it forward fill the rest. */
import type { Position } from '../../reckon/positions.ts';
import type { Claim } from '../../record/claim.ts';
import type { Stance } from '../../record/stance.ts';
import type { Voice } from '../../record/utterance.ts';
import { edtfWords } from '../edtf-words.ts';
import { counted, quantityWords } from '../figure-words.ts';
import { plainLine } from '../html.ts';
import { shownWords } from '../spoken-words.ts';
import { LIGHT } from '../style-tokens.ts';
import { isUnnamed, type PropositionView, type View, voiceName } from '../view.ts';
import type { CardOp } from './card-ops.ts';
import { lineAt, RIGHT, textAt } from './card-parts.ts';
import { signOps } from './card-sign.ts';
import { shortened, widthOf } from './card-text.ts';
import { type Say, sayOf } from './card-words.ts';

/** Where who says what begins. */
export const COLUMN = 596;
const MOST_VOICES = 6;
const STEP = 65;
const AGAINST: ReadonlySet<Stance> = new Set<Stance>(['denies', 'disputes', 'declines', 'silent']);

/**
 * The voices that stand on the card of a proposition, and how many do not.
 *
 * @example
 * voicesOf(item).shown.map(({ latest }) => latest);
 */
export function voicesOf({ positions }: PropositionView): {
  readonly shown: readonly Position[];
  readonly left: number;
} {
  const against = positions.filter(({ latest }) => AGAINST.has(latest));
  const own = positions.filter(({ latest, inherited }) => !AGAINST.has(latest) && !inherited);
  const named = [
    ...own.filter(({ actor }) => !isUnnamed(actor)),
    ...own.filter(({ actor }) => isUnnamed(actor)),
  ];
  const kept = against.slice(0, MOST_VOICES - 2);
  const shown = [...named.slice(0, MOST_VOICES - kept.length), ...kept];
  return { shown, left: against.length + own.length - shown.length };
}

function lastClaim(view: View, { history, latest }: Position): Claim | undefined {
  const ref = history.findLast(({ stance }) => stance === latest) ?? history.at(-1);
  return ref === undefined ? undefined : view.record.claims.get(ref.claim);
}

/**
 * The name of a voice on a card.
 *
 * @example
 * nameOf(view, position.actor, say); // 'unnamed “officials”'
 */
export function nameOf(view: View, voice: Voice, say: Say): string {
  const name = voiceName(view.record, voice);
  const said = /^unnamed \(“(.*)”\)$/su.exec(name)?.[1];
  if (said !== undefined) return say('unnamed “{}”', said);
  return name === 'unnamed' || name === 'name not published' ? say(name) : name;
}

/**
 * Draws them.
 *
 * @example
 * voiceOps(view, item);
 */
export function voiceOps(view: View, item: PropositionView): readonly CardOp[] {
  const say = sayOf(view);
  const { shown, left } = voicesOf(item);
  const x = COLUMN + 26;
  const ops: CardOp[] = [];
  let y = 132;
  for (const position of shown) {
    const claim = lastClaim(view, position);
    const { latest } = position;
    const number = claim?.quantity == null ? '' : ` ${say(quantityWords(claim.quantity))}`;
    const said = `${say(latest)}${number}`;
    const from = x + widthOf(said, 18) + 8;
    const about = [
      `${nameOf(view, position.actor, say)}${claim?.status === 'proposed' ? ` (${say('unreviewed')})` : ''}`,
      say(edtfWords(claim?.saidAt ?? null)),
      ...(position.inherited ? [say('of the whole')] : []),
    ];
    ops.push(
      ...signOps(latest, { x: COLUMN + 8, y: y - 6 }),
      textAt(x, y, said, { size: 18, weight: 600, fill: LIGHT[latest] }),
      textAt(from, y, shortened(about.join(', '), 18, RIGHT - from), { size: 18, fill: LIGHT.ink }),
      lineAt(
        { x, y: y + 25, width: RIGHT - x },
        claim === undefined ? '' : `“${plainLine(shownWords(view, claim), 160)}”`,
        { size: 17, font: 'serif', italic: true },
      ),
    );
    y += STEP;
  }
  if (left > 0) ops.push(textAt(x, y - 6, say('and {}', say(counted(left, 'further voice'))), { size: 16 }));
  return ops;
}
