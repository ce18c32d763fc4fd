/**
 * What a release is to hold and under which conditions it leaves: written by a person as a JSON file, kept whole in the log. A
 * field that is left out takes the cautious answer. Refuses a profile with any fault, and tells all of them.
 */
import {
  construct,
  day,
  type Field,
  idOf,
  language,
  list,
  noteFault,
  object,
  oneOf,
  optional,
  orNull,
  text,
  upTo,
  whole,
} from '../fields.ts';
import type { CountsId, PropositionId } from '../id.ts';

/** Which part of the record; null: all of it. Both given: what fits either. */
export interface ReleaseScope {
  readonly propositions: readonly PropositionId[] | null;
  /** As propositions word them, compared without case. */
  readonly places: readonly string[] | null;
}

/** Under which terms others may use it. */
export interface ReleaseLicence {
  readonly name: string;
  /** Null: it has no address. */
  readonly url: string | null;
}

/** What a person says of the method, in one language. */
export interface MethodNote {
  /** BCP 47. */
  readonly lang: string;
  /** How sources were chosen and what was left out. */
  readonly text: string;
}

/** Languages in which the program can speak on the pages of a release. */
export const PAGE_LANGUAGES = ['en', 'ru'] as const;

/** Sources of which claims may be in it. What is sealed never leaves. */
export const RELEASED_HANDLINGS = ['public', 'internal'] as const;

export interface ReleaseProfile {
  /** Null: made from what the record is about. */
  readonly title: string | null;
  /** Who publishes, as readers are to see it; null: nobody is named. */
  readonly publisher: string | null;
  readonly about: ReleaseScope;
  /** Entries of the log it is made from; null: all there are when it is made. */
  readonly position: number | null;
  readonly handling: readonly (typeof RELEASED_HANDLINGS)[number][];
  /** First day (UTC) on which it may be handed out; null: at once. */
  readonly embargo: string | null;
  readonly licence: ReleaseLicence | null;
  /** BCP 47, the main one first; each needs a method note. */
  readonly languages: readonly string[];
  readonly methodNotes: readonly MethodNote[];
  /** In which language the program speaks on the pages; English when absent. What sources say stays in theirs. */
  readonly pages?: (typeof PAGE_LANGUAGES)[number];
  /** Proposals that nobody reviewed are never in it. `refuse`: none may be waiting; `leave-out`: they wait, and the release says so. */
  readonly unreviewed: 'refuse' | 'leave-out';
  /** Whether web archives of public sources go along as they came, names and all. */
  readonly captures: 'none' | 'public';
  /** Signed counts from sealed cases that are published with it. */
  readonly counts: readonly CountsId[];
  /** Where it will stand on the web, with a "/" at its end; null: nowhere that is known. */
  readonly address: string | null;
}

/** What a field that is left out means. */
const LEFT_OUT: ReleaseProfile = Object.freeze({
  title: null,
  publisher: null,
  about: { propositions: null, places: null },
  position: null,
  handling: RELEASED_HANDLINGS,
  embargo: null,
  licence: null,
  languages: ['en'],
  methodNotes: [],
  unreviewed: 'refuse',
  captures: 'none',
  counts: [],
  address: null,
});

const webAddress: Field<string> = (value, at, faults) => {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : null;
  const isPlain = url !== null && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '';
  if (!isPlain || !url.href.endsWith('/') || url.username !== '')
    noteFault(faults, at, 'must be an address such as https://example.org/dossier/ that ends with "/"');
  return value as string;
};

const line = upTo(300, text);

export const profileField = object<ReleaseProfile>(
  {
    title: orNull(line),
    publisher: orNull(line),
    about: object<ReleaseScope>({
      propositions: orNull(list(idOf('proposition'), 1)),
      places: orNull(list(line, 1)),
    }),
    position: orNull(whole),
    handling: list(oneOf(RELEASED_HANDLINGS), 1),
    embargo: orNull(day),
    licence: orNull(object<ReleaseLicence>({ name: line, url: orNull(line) })),
    languages: list(language, 1),
    methodNotes: list(object<MethodNote>({ lang: language, text: upTo(20_000, text) })),
    pages: optional(oneOf(PAGE_LANGUAGES)),
    unreviewed: oneOf(['refuse', 'leave-out']),
    captures: oneOf(['none', 'public']),
    counts: list(idOf('counts')),
    address: orNull(webAddress),
  },
  ({ position, languages, methodNotes }, fault) => {
    if (position === 0) fault('position', 'must be 1 or more: before the first entry there is no record');
    if (new Set(languages).size < languages.length) fault('languages', 'must name each language once');
    if (new Set(methodNotes.map(({ lang }) => lang)).size < methodNotes.length)
      fault('methodNotes', 'must hold one note for each language');
  },
);

/**
 * Reads a profile: what is left out is filled in cautiously, what is not known is a fault.
 *
 * @throws OnRecordError `invalid-record` with every fault
 * @example
 * releaseProfile({ title: 'Kessar, spring 2031' }).unreviewed; // 'refuse'
 */
export function releaseProfile(given: unknown): ReleaseProfile {
  const isObject = typeof given === 'object' && given !== null && !Array.isArray(given);
  return construct('release profile', profileField, isObject ? filledIn(given) : given);
}

function filledIn(given: object): unknown {
  const about: unknown = Reflect.get(given, 'about');
  const isObject = typeof about === 'object' && about !== null && !Array.isArray(about);
  return {
    ...LEFT_OUT,
    ...given,
    ...(isObject ? { about: { ...LEFT_OUT.about, ...about } } : {}),
  };
}
