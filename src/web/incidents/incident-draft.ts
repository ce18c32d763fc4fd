/** What a person is about to say of an incident, as the fields of the form hold it. */
import type { Answer, Question } from '../api/call.ts';

type One = Answer<'GET /api/incidents/{id}'>;
type Body = Question<'POST /api/incidents'>['body'];

/** A thing with the words to show for it. */
export interface Named {
  readonly id: string;
  readonly text: string;
}

/** Every field as text; '' is not said. */
export interface IncidentDraft {
  readonly title: string;
  readonly kind: string;
  readonly when: string;
  readonly extent: 'within' | 'throughout';
  readonly clarity: 1 | 2;
  /** Id of a recorded place. */
  readonly place: string;
  readonly chain: readonly string[];
  readonly propositions: readonly Named[];
  readonly reason: string;
}

/** The version that a change began with: it is put together with what others make of it meanwhile. */
export interface Basis {
  /** Number of the log entry that made it. */
  readonly seen: number;
  readonly begin: IncidentDraft;
}

/**
 * Begins with nothing.
 *
 * @example
 * emptyDraft().clarity; // 1
 */
export function emptyDraft(): IncidentDraft {
  return {
    title: '',
    kind: '',
    when: '',
    extent: 'within',
    clarity: 1,
    place: '',
    chain: [],
    propositions: [],
    reason: '',
  };
}

/**
 * Begins with what is on record. A proposition that no figure is told of now is kept under its id.
 *
 * @example
 * draftOf(one).propositions[0]?.text; // 'Weavers killed in Kessar'
 */
export function draftOf({ incident, before, propositions, figures }: One): IncidentDraft {
  const texts = new Map(figures.map(({ proposition: { id, text } }) => [id, text]));
  return {
    title: incident.title,
    kind: incident.kind,
    when: incident.when?.edtf ?? '',
    extent: incident.when?.extent ?? 'within',
    clarity: incident.clarity,
    place: incident.place?.key ?? '',
    chain: before.map(({ id }) => id),
    propositions: propositions.map((id) => ({ id, text: texts.get(id) ?? id })),
    reason: '',
  };
}

/**
 * What a change of it begins with.
 *
 * @example
 * basisOf(one)?.seen; // 41
 */
export function basisOf(one: One): Basis | null {
  const last = one.history.at(-1);
  return last === undefined ? null : { seen: last.seq, begin: draftOf(one) };
}

/**
 * What is sent.
 *
 * @param id of the one that is changed; null: a new one
 * @param seen number of the entry that was looked at; null: none
 * @example
 * bodyOf(draft, null).when; // null for an empty field
 */
export function bodyOf(draft: IncidentDraft, id: string | null, seen: number | null = null): Body {
  const { title, kind, when, extent, clarity, place, chain, propositions, reason } = draft;
  return {
    id,
    title,
    kind: kind.trim(),
    when: when.trim() === '' ? null : { edtf: when.trim(), extent },
    clarity,
    place: place === '' ? null : place,
    chain: [...chain],
    propositions: propositions.map((one) => one.id),
    reason,
    ...(seen === null ? {} : { seen }),
  };
}
