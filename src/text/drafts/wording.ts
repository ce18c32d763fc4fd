/** The neutral sentence of a proposition: who, what, by whom, where; no speaker, no cue, no number. */
import type { Answer, Measure, Scope } from '../../record/proposition.ts';

const DONE: Readonly<Record<Measure, string>> = {
  killed: 'killed',
  injured: 'injured',
  detained: 'detained',
  abducted: 'abducted',
  disappeared: 'disappeared',
  tortured: 'tortured',
  'sexual-violence': 'sexually assaulted',
  displaced: 'displaced',
  released: 'released',
  'detention-sites': 'detention sites',
  visa: 'visas',
  asylum: 'asylum',
  relocation: 'relocation',
  evacuation: 'evacuation',
  investigation: 'an investigation',
  statement: 'a statement',
};
const ANSWERED: Readonly<Record<Answer, string>> = {
  granted: 'granted',
  refused: 'refused',
  partly: 'partly granted',
  pending: 'under consideration',
  declined: 'not discussed',
  silent: 'left without reply',
};

const OPENS =
  /^(?:The|A|An|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Some|Many|Most|Several|All|Both|No|Men|Women|People|There|This|That|These|Those|It|He|She|They|We|His|Her|Their|Our|Its|In|On|At|Since|Families|Relatives)\b/;

function placed(place: string | null): string {
  return place === null ? '' : ` in ${place}`;
}

function done(by: string | null): string {
  return by === null ? '' : ` by ${by}`;
}

/** "Men" at the head of a sentence is no name. */
function small(group: string): string {
  return OPENS.test(group) ? group.charAt(0).toLowerCase() + group.slice(1) : group;
}

/**
 * Wording of an act.
 *
 * @example
 * wordAct('killed', { group: 'villagers', place: 'Velt', by: null, actor: null }); // 'villagers killed in Velt'
 */
export function wordAct(measure: Measure, scope: Scope): string {
  if (measure === 'detention-sites') return `${scope.group ?? DONE[measure]}${placed(scope.place)}`;
  const told = small(scope.group ?? 'people');
  const group = told.toLowerCase().startsWith(`${DONE[measure]} `)
    ? told.slice(DONE[measure].length + 1)
    : told;
  return `${group} ${DONE[measure]}${done(scope.by)}${placed(scope.place)}`;
}

/**
 * Wording of a response.
 *
 * @example
 * wordResponse('visa', 'granted', { group: 'men', place: null, by: null, actor: 'Lithuania' });
 * // 'visas granted by Lithuania'
 */
export function wordResponse(measure: Measure, answer: Answer | null, scope: Scope): string {
  const what = DONE[measure];
  const sort = answer === null ? 'requested' : ANSWERED[answer];
  const actor = scope.actor === null ? '' : answer === null ? ` from ${scope.actor}` : ` by ${scope.actor}`;
  return `${what} ${sort}${actor}`;
}

/**
 * Wording of a clause without a known act: its own words as a fragment, small at the head unless a name stands there.
 *
 * @example
 * wordClause('One of the dead is a soldier.'); // 'one of the dead is a soldier'
 */
export function wordClause(words: string): string {
  const bare = words.replace(/[\s.,;:]+$/, '') || words;
  return OPENS.test(bare) ? bare.charAt(0).toLowerCase() + bare.slice(1) : bare;
}
