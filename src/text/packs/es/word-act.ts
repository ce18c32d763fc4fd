/** Neutral Spanish wording of an act. */
import type { LanguagePack } from '../pack.ts';

const PASSIVE: Readonly<Record<string, string>> = {
  killed: 'muertes',
  injured: 'personas heridas',
  detained: 'detenciones',
  abducted: 'secuestros',
  disappeared: 'desapariciones',
  tortured: 'torturas',
  'sexual-violence': 'violencia sexual',
  displaced: 'desplazamientos',
  released: 'liberaciones',
  'detention-sites': 'lugares de detención',
  visa: 'visas',
  asylum: 'concesiones de asilo',
  relocation: 'reubicaciones',
  evacuation: 'evacuaciones',
  investigation: 'investigaciones',
  statement: 'declaraciones',
};

/**
 * Words an act without its figure.
 *
 * @example
 * wordSpanishAct('killed', { group: 'campesinos', place: 'Tolva', by: null }); // 'muertes: campesinos, en Tolva'
 */
export const wordSpanishAct: LanguagePack['wordAct'] = (measure, { group, place, by }) => {
  const rest = [group, by === null ? null : `por ${by}`, place === null ? null : `en ${place}`].filter(
    (part) => part !== null,
  );
  const noun = PASSIVE[measure] ?? measure;
  return rest.length === 0 ? noun : `${noun}: ${rest.join(', ')}`;
};
