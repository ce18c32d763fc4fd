/**
 * The neutral sentence that claims are about. It holds no speaker, no cue and no number: the number is each claim's.
 * Words cannot prove that: `cueIn` tells what is certainly a cue, `neutralWording` takes it away, and the constructor
 * refuses neither, so that no report is lost over a sentence; the rest is the reviewer's care.
 */
import { construct, idOf, language, object, oneOf, orNull, text } from './fields.ts';
import type { PropositionId } from './id.ts';

export const PROPOSITION_KINDS = [
  'occurrence',
  'count',
  'responsibility',
  'place',
  'identity',
  'status',
  'policy',
  'process',
  'response',
] as const;
/** `response` is what a state or institution answered; the others as in shared standards §4. */
export type PropositionKind = (typeof PROPOSITION_KINDS)[number];

/** Measures that are acts done to people. */
export const HARMS = [
  'killed',
  'injured',
  'detained',
  'abducted',
  'disappeared',
  'tortured',
  'sexual-violence',
  'displaced',
] as const;

/** What is counted or done. */
export const MEASURES = [
  ...HARMS,
  'released',
  'detention-sites',
  'visa',
  'asylum',
  'relocation',
  'evacuation',
  'investigation',
  'statement',
] as const;
export type Measure = (typeof MEASURES)[number];

/** What a state or institution can answer. `silent` and `declined` are different things. */
export const ANSWERS = ['granted', 'refused', 'partly', 'pending', 'declined', 'silent'] as const;
export type Answer = (typeof ANSWERS)[number];

/** Who, where, by whom: as worded by the sources, lower case where it is no name. Null: not said. */
export interface Scope {
  /** "gay and bisexual men", "villagers": the source's words for the people, never inferred. */
  readonly group: string | null;
  readonly place: string | null;
  /** Alleged perpetrator. */
  readonly by: string | null;
  /** The state or institution that answers, for responses and policies. */
  readonly actor: string | null;
}

export interface Proposition {
  readonly id: PropositionId;
  readonly kind: PropositionKind;
  readonly measure: Measure | null;
  readonly answer: Answer | null;
  readonly scope: Scope;
  /** Neutral wording, one sentence without a full stop. */
  readonly text: string;
  /** BCP 47 of `text`. */
  readonly lang: string;
  readonly narrowerThan: PropositionId | null;
}

const scopeField = object<Scope>({
  group: orNull(text),
  place: orNull(text),
  by: orNull(text),
  actor: orNull(text),
});

/** Words that only attribute. "denied" and "refused" are left out: "visas denied" is an answer, no cue. */
const CUES: Readonly<Record<string, RegExp>> = {
  en: /\b(according to|allegedly|reportedly|(?:alleg|report|claim|stat)(?:es|ed|s) that|sa(?:ys|id) that)\b/i,
};

/**
 * The first words in a proposition that attribute it to somebody, or null when none is known. Only English is known;
 * a speaker's name cannot be told from other names. Whoever words a proposition is to be told, not stopped.
 *
 * @param lang BCP 47 of the text
 * @example
 * cueIn('Villagers were reportedly killed', 'en'); // 'reportedly'
 */
export function cueIn(text: string, lang: string): string | null {
  const cues = CUES[lang.split('-')[0] ?? ''];
  return cues?.exec(text)?.[0] ?? null;
}

/**
 * A sentence without what can be taken away safely: adverbs that attribute, ", according to …" at the end,
 * "According to …," at the start, and the full stop. Words of another language come back without the full stop only.
 *
 * @param lang BCP 47 of the text
 * @example
 * neutralWording('Villagers were reportedly killed, according to the Courier.', 'en'); // 'Villagers were killed'
 */
export function neutralWording(text: string, lang: string): string {
  const bare = text.trim().replace(/(?<=\p{Ll}{4}|[)”"’])\.$/u, '');
  if (lang.split('-')[0] !== 'en') return bare;
  const neutral = bare
    .replace(/^according to [^,]+, */i, '')
    .replace(/,? according to [^,]+$/i, '')
    .replace(/,? *\b(?:allegedly|reportedly)\b,?/gi, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  return neutral === '' ? bare : neutral;
}

const propositionField = object<Proposition>(
  {
    id: idOf('proposition'),
    kind: oneOf(PROPOSITION_KINDS),
    measure: orNull(oneOf(MEASURES)),
    answer: orNull(oneOf(ANSWERS)),
    scope: scopeField,
    text,
    lang: language,
    narrowerThan: orNull(idOf('proposition')),
  },
  (proposition, fault) => {
    if (proposition.narrowerThan === proposition.id) fault('narrowerThan', 'must name another proposition');
  },
);

/**
 * Checks a proposition's fields and freezes a copy.
 *
 * @throws OnRecordError `invalid-record` with every fault
 * @example
 * createProposition({ id: newId('proposition'), kind: 'count', measure: 'killed', answer: null, scope: { group: 'villagers', place: 'Orsa', by: null, actor: null }, text: 'Villagers were killed in Orsa', lang: 'en', narrowerThan: null });
 */
export function createProposition(fields: Proposition): Proposition {
  return construct('proposition', propositionField, fields);
}
