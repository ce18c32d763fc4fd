/** How many claims of each stance, by shape first. */
import type { Stance } from '../../record/stance.ts';
import { numberIn, words } from '../words/language.ts';
import { STANCE_SHAPES } from './stance-sign.tsx';

const ORDER = Object.keys(STANCE_SHAPES) as Stance[];

/** Signs with numbers, in the one order of stances. */
export function SaidTally({ said }: { readonly said: Readonly<Partial<Record<Stance, number>>> }) {
  return (
    <span class="tally">
      {ORDER.filter((stance) => (said[stance] ?? 0) > 0).map((stance) => (
        <span key={stance} class={`st ${stance}`}>
          <i aria-hidden="true">{STANCE_SHAPES[stance]}</i> {numberIn(said[stance] ?? 0)}{' '}
          {words(`stance.${stance}`)}
        </span>
      ))}
    </span>
  );
}
