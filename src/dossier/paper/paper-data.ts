/**
 * What a printed dossier says, as plain data: every word of the record is a string in it and none is ever a part of the program that
 * sets it. The template reads the data; so nothing that a source wrote can be run by the typesetter. Made from the released record.
 */
import type { Claim } from '../../record/claim.ts';
import type { ClaimId } from '../../record/id.ts';
import type { Stance } from '../../record/stance.ts';
import type { TollBound } from '../../record/toll.ts';
import { nameOf } from '../card/card-voices.ts';
import { type Say, sayOf } from '../card/card-words.ts';
import { edtfWords, instantWords } from '../edtf-words.ts';
import { isFigure } from '../figure-block.ts';
import {
  type Bounds,
  boundsWords,
  counted,
  lowBestHigh,
  measureWords,
  numberWords,
  originsWords,
  quantityWords,
} from '../figure-words.ts';
import { plainLine } from '../html.ts';
import { leadingFigures } from '../proposition-weight.ts';
import { countsTables } from '../published-counts.ts';
import { safeUrl } from '../safe-url.ts';
import { shownWords } from '../spoken-words.ts';
import { standingWords } from '../standing-tags.ts';
import { tollBounds } from '../toll-bounds.ts';
import { actorName, type PropositionView, sourceTitle, type View } from '../view.ts';
import { type PaperDrawings, paperDrawings } from './paper-drawings.ts';
import { paperMethod } from './paper-method.ts';
import { paperWords } from './paper-words.ts';

/** Propositions with a section of their own; the others are counted. */
const MOST_PROPOSITIONS = 120;
const MOST_POSITIONS = 24;
const MOST_ANSWERS = 80;
const MOST_SOURCES = 400;
/** Claims that get a footnote at one voice. */
const MOST_NOTES = 4;

/** A footnote mark: the words of a claim. */
interface PaperNote {
  readonly claim: ClaimId;
  /** The first mark carries the note, later ones refer to it. */
  readonly first: boolean;
}

/** A claim as its footnote tells it. */
interface PaperClaim {
  readonly stance: Stance;
  readonly who: string;
  readonly words: string;
  readonly source: string;
  readonly day: string;
  /** Null: none, or no address of the web. */
  readonly url: string | null;
  readonly unreviewed: boolean;
}

export interface PaperData {
  /** BCP 47. */
  readonly lang: string;
  /** Words of the template by their English key. */
  readonly words: Readonly<Record<string, string>>;
  readonly title: string;
  /** The day on which it was made, UTC. */
  readonly day: { readonly year: number; readonly month: number; readonly day: number };
  readonly banner: string | null;
  readonly facts: readonly (readonly [string, string])[];
  readonly figures: readonly PaperFigure[];
  readonly propositions: readonly PaperProposition[];
  readonly further: string | null;
  readonly answers: readonly PaperAnswer[];
  /** Released counts from cases. */
  readonly counts: readonly {
    readonly caption: string;
    readonly lead: string;
    readonly rule: string;
    readonly columns: readonly string[];
    readonly cells: readonly (readonly string[])[];
  }[];
  readonly sources: readonly { readonly lead: string; readonly title: string; readonly url: string | null }[];
  readonly furtherSources: string | null;
  readonly method: readonly { readonly title: string; readonly lines: readonly string[] }[];
  readonly claims: Readonly<Record<string, PaperClaim>>;
  /** Files of drawings beside the data. */
  readonly drawings: PaperDrawings['told'];
}

interface PaperFigure {
  readonly number: readonly { readonly text: string; readonly big: boolean }[];
  readonly measure: string;
  readonly about: string;
  readonly bounds: Bounds;
  readonly tags: readonly string[];
  readonly told: string;
  readonly notes: readonly PaperNote[];
}

interface PaperProposition {
  readonly id: string;
  readonly text: string;
  readonly tags: readonly string[];
  readonly because: string;
  readonly number: string | null;
  readonly origins: string;
  readonly obtain: string | null;
  readonly voices: readonly {
    readonly stance: Stance;
    readonly who: string;
    readonly told: string;
    readonly notes: readonly PaperNote[];
  }[];
  readonly furtherVoices: string | null;
  /** Rule, low, best, high. */
  readonly rules: readonly (readonly [string, string, string, string])[];
}

interface PaperAnswer {
  readonly who: string;
  readonly measure: string;
  readonly answer: string;
  readonly people: string;
  readonly day: string;
  readonly notes: readonly PaperNote[];
}

/** Hands out marks and remembers what they stand for. */
function openNotes(view: View): {
  readonly of: (ids: readonly ClaimId[], most?: number) => readonly PaperNote[];
  readonly claims: Record<string, PaperClaim>;
} {
  const claims: Record<string, PaperClaim> = {};
  const of = (ids: readonly ClaimId[], most = MOST_NOTES): readonly PaperNote[] =>
    ids.slice(0, most).flatMap((id): readonly PaperNote[] => {
      const claim = view.record.claims.get(id);
      if (claim === undefined) return [];
      const first = claims[id] === undefined;
      if (first) claims[id] = told(view, claim);
      return [{ claim: id, first }];
    });
  return { of, claims };
}

function told(view: View, claim: Claim): PaperClaim {
  const say = sayOf(view);
  const source = view.record.sources.get(claim.source);
  const steps = claim.chain.map(({ speaker, named, cue }) => {
    const name =
      actorName(view.record, speaker) ?? (named === '' ? say('unnamed') : say('unnamed “{}”', named));
    return cue === null ? name : `${name} (“${cue.text}”)`;
  });
  return {
    stance: claim.stance,
    who: line(steps.join(' › ')),
    words: line(shownWords(view, claim), 400),
    source: source === undefined ? '' : line(sourceTitle(source)),
    day: say(edtfWords(claim.saidAt)),
    url: safeUrl(source?.url ?? null),
    unreviewed: claim.status === 'proposed',
  };
}

/** A number in words, its digits large. */
function numberParts(words: string): PaperFigure['number'] {
  return words
    .split(/(\d[\d,\u00a0]*)/u)
    .flatMap((text) => text.trim() || [])
    .map((text) => ({ text, big: /^\d/u.test(text) }));
}

/** One line without signs of direction: nothing can turn the lines around it. */
function line(words: string, limit = 300): string {
  return plainLine(words, limit).toWellFormed();
}

type Notes = ReturnType<typeof openNotes>;

function deniedBy(view: View, { positions }: PropositionView): string {
  const say = sayOf(view);
  const names = positions
    .filter(({ latest }) => latest === 'denies')
    .map(({ actor }) => nameOf(view, actor, say));
  if (names.length === 0) return '';
  const more = names.length > 3 ? ` ${say('and {} more', String(names.length - 3))}` : '';
  return ` ${say('Denied by {}.', `${names.slice(0, 3).join(', ')}${more}`)}`;
}

function figureOf(view: View, item: PropositionView, notes: Notes): readonly PaperFigure[] {
  if (!isFigure(item)) return [];
  const { toll, proposition, origins } = item;
  const bounds = tollBounds(toll);
  const { group, place } = proposition.scope;
  const say = sayOf(view);
  const interval = say(originsWords(origins.atLeast, origins.atMost));
  return [
    {
      number: numberParts(say(boundsWords(bounds))),
      measure: say(measureWords(proposition.measure)),
      about: line(
        [group, place === null ? null : say('in {}', place)].filter((part) => part !== null).join(' '),
      ),
      bounds,
      tags: standingWords(item.standing).map((word) => say(word)),
      told: line(
        `${say(lowBestHigh(bounds))} ${say('{} on {}.', say(counted(item.claims.length, 'claim')), interval)}${deniedBy(view, item)}`,
        400,
      ),
      notes: notes.of(toll.used, 6),
    },
  ];
}

function boundOf(bound: TollBound | null, say: Say): string {
  return say(bound === null ? 'not stated' : numberWords(bound.value));
}

/** Ids of claims in a sentence become words: on paper nobody follows them. */
function withoutIds(sentence: string): string {
  return line(sentence.replace(/clm_[0-9a-z]+/g, 'a claim'), 600);
}

function propositionOf(view: View, item: PropositionView, notes: Notes): PaperProposition {
  const say = sayOf(view);
  const { proposition, origins, toll } = item;
  const shown = item.positions.filter(({ inherited }) => !inherited);
  const voices = shown.slice(0, MOST_POSITIONS).map(({ actor, latest, history }) => {
    const last = history.findLast(({ stance }) => stance === latest);
    const claim = last === undefined ? undefined : view.record.claims.get(last.claim);
    const number = claim?.quantity == null ? '' : `${say(quantityWords(claim.quantity))}, `;
    return {
      stance: latest,
      who: line(nameOf(view, actor, say), 90),
      told: line(
        `${number}${say(edtfWords(last?.saidAt ?? null))}${history.length > 1 ? `; ${say(counted(history.length, 'claim'))}` : ''}`,
      ),
      notes: notes.of(history.toReversed().map(({ claim: id }) => id)),
    };
  });
  const left = shown.length - voices.length;
  const obtain = origins.toObtain.slice(0, 8).map((voice) => nameOf(view, voice, say));
  return {
    id: proposition.id,
    text: line(proposition.text),
    tags: standingWords(item.standing).map((word) => say(word)),
    because: withoutIds(item.standing.because),
    number: isFigure(item) ? say(boundsWords(tollBounds(item.toll))) : null,
    origins: say(originsWords(origins.atLeast, origins.atMost)),
    obtain: obtain.length === 0 ? null : line(obtain.join(', ')),
    voices,
    furtherVoices: left > 0 ? say('and {}', say(counted(left, 'further voice'))) : null,
    rules: (toll?.rules ?? []).map((rule) => [
      say(rule.rule),
      boundOf(rule.low, say),
      boundOf(rule.best, say),
      boundOf(rule.high, say),
    ]),
  };
}

function answersOf(view: View, notes: Notes): readonly PaperAnswer[] {
  const say = sayOf(view);
  return view.responses.slice(0, MOST_ANSWERS).map((response) => ({
    who: line(response.byName, 90),
    measure: say(measureWords(response.measure)),
    answer: say(response.answer),
    people: say(response.count === null ? 'not stated' : boundsWords(response.count)),
    day: say(edtfWords(response.answeredAt ?? response.reportedAt)),
    notes: notes.of(response.basis),
  }));
}

/**
 * Makes the data, and the drawings that stand beside it.
 *
 * @example
 * const { data, files } = paperData(view);
 */
export function paperData(view: View): {
  readonly data: PaperData;
  readonly files: PaperDrawings['files'];
} {
  const notes = openNotes(view);
  const say = sayOf(view);
  const { options, record, published } = view;
  const figures = leadingFigures(view.propositions).flatMap((item) => figureOf(view, item, notes));
  const drawings = paperDrawings(view);
  const shown = view.propositions.filter(({ claims }) => claims.length > 0).slice(0, MOST_PROPOSITIONS);
  const left = view.propositions.length - shown.length;
  const sources = view.sources.slice(0, MOST_SOURCES);
  const [year = 1970, month = 1, day = 1] = options.generatedAt.slice(0, 10).split('-').map(Number);
  const data: PaperData = {
    lang: options.lang ?? 'en',
    words: paperWords(say),
    title: line(view.title),
    day: { year, month, day },
    banner:
      published.unreviewed === 0
        ? null
        : say(
            'This dossier contains {} that nobody has reviewed. Each is marked.',
            say(counted(published.unreviewed, 'machine proposal')),
          ),
    facts: [
      [say('As known on'), say(record.asOf === null ? 'nothing recorded yet' : instantWords(record.asOf))],
      [say('Log position'), numberWords(options.head?.seq ?? record.logPosition)],
      [say('Root of the log'), options.head?.root ?? say('none')],
      [say('Sources'), numberWords(record.sources.size)],
      [say('Reviewed claims'), numberWords(record.claims.size - published.unreviewed)],
      [say('Unreviewed proposals'), numberWords(published.unreviewed)],
      [say('Written'), `${say(instantWords(options.generatedAt))}, onrecord ${options.version}`],
    ],
    figures,
    propositions: shown.map((item) => propositionOf(view, item, notes)),
    further:
      left > 0 ? say('{} in the folder of this dossier.', say(counted(left, 'further proposition'))) : null,
    answers: answersOf(view, notes),
    counts: countsTables(view.counts).map(({ caption, lead, rule, columns, rows }) => ({
      caption: line(caption),
      lead: line(lead),
      rule: line(rule),
      columns: columns.map((column) => line(column)),
      cells: rows.map((row) => row.map((cell) => line(cell))),
    })),
    sources: sources.map((source) => ({
      lead: line(
        `${actorName(record, source.publisher) ?? say('publisher unknown')}, ${say(edtfWords(source.publishedAt))}`,
      ),
      title: line(sourceTitle(source)),
      url: safeUrl(source.url),
    })),
    furtherSources:
      view.sources.length > sources.length
        ? say(
            '{} in the folder of this dossier.',
            say(counted(view.sources.length - sources.length, 'further source')),
          )
        : null,
    method: paperMethod(view),
    claims: notes.claims,
    drawings: drawings.told,
  };
  return { data, files: drawings.files };
}
