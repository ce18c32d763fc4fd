/** The signs of the eight stances: told apart by shape first and by colour second, the same as in the dossier. */
import type { Stance } from '../../record/stance.ts';
import { words } from '../words/language.ts';

export const STANCE_SHAPES: Readonly<Record<Stance, string>> = {
  alleges: '●',
  confirms: '▲',
  denies: '◇',
  disputes: '◐',
  declines: '□',
  silent: '·',
  asks: '?',
  undertakes: '→',
};

/** The sign with its word. */
export function StanceSign({ stance }: { readonly stance: Stance }) {
  return (
    <span class={`st ${stance}`}>
      <i aria-hidden="true">{STANCE_SHAPES[stance]}</i> {words(`stance.${stance}`)}
    </span>
  );
}
