/**
 * The last door before pages, record.json and pictures are made: every string of the published part goes through it. Names of persons
 * who are not cleared are replaced, a quotation in which a name cannot be located is withheld, and of each source
 * only the parts leave that its handling lets out. What comes out bears a mark that nothing else can give, and the
 * pages take nothing without it.
 */
import type { Actor } from '../../record/actor.ts';
import type { Attribution } from '../../record/attribution.ts';
import type { Capture } from '../../record/capture.ts';
import type { Claim } from '../../record/claim.ts';
import { type CodePointIndex, codePointIndex } from '../../record/code-points.ts';
import { letsOut } from '../../record/handling.ts';
import type { CaptureId, Sha256 } from '../../record/id.ts';
import type { Passage } from '../../record/passage.ts';
import type { RecordSnapshot } from '../../record/snapshot.ts';
import type { Source } from '../../record/source.ts';
import { type CoveredText, coverText, mergedEdits } from './covered-text.ts';
import { type CoverEdit, covered, type NameCover, quoteWithheld, replaced } from './name-cover.ts';

declare const RELEASED: unique symbol;

/** A record that may be read by anybody. */
export type ReleasedRecord = RecordSnapshot & { readonly [RELEASED]: 'record' };
/** Texts that may be read by anybody, by the hash under which the released captures name them. */
export type ReleasedTexts = ReadonlyMap<Sha256, string> & { readonly [RELEASED]: 'texts' };

/** Stands where a hash is not published. */
export const NO_HASH = '' as Sha256;

/** What the pages show when the whole text of a source stays inside. */
const INTERNAL = 'This source is internal: its text is not published.';

export interface Release {
  readonly record: ReleasedRecord;
  readonly texts: ReleasedTexts;
  /** Quotations that are withheld. */
  readonly withheld: number;
  /** Anything else that was made from the unreleased record, with every string covered and every passage where it is now. */
  cover<T>(made: T): T;
}

/**
 * Releases a record.
 *
 * @param texts normalised texts by their SHA-256
 * @example
 * const { record } = release(published.record, texts, cover);
 */
export function release(
  whole: RecordSnapshot,
  texts: ReadonlyMap<Sha256, string>,
  cover: NameCover,
): Release {
  const door = openDoor(whole, texts, cover);
  const { captures, sources, actors, claims, ...rest } = whole;
  const record = {
    ...(door.any(rest) as typeof rest),
    sources: mapped(sources, door.source),
    captures: mapped(captures, door.capture),
    actors: mapped(actors, door.actor),
    claims: mapped(claims, door.claim),
  } as ReleasedRecord;
  return {
    record,
    texts: door.texts as ReleasedTexts,
    withheld: door.withheld(),
    cover: <T>(made: T): T => door.any(made) as T,
  };
}

function mapped<K, V>(things: ReadonlyMap<K, V>, change: (thing: V) => V): ReadonlyMap<K, V> {
  return new Map([...things].map(([id, thing]) => [id, change(thing)]));
}

interface Door {
  readonly texts: ReadonlyMap<Sha256, string>;
  withheld(): number;
  any(value: unknown): unknown;
  source(source: Source): Source;
  capture(capture: Capture): Capture;
  actor(actor: Actor): Actor;
  claim(claim: Claim): Claim;
}

function openDoor(whole: RecordSnapshot, texts: ReadonlyMap<Sha256, string>, cover: NameCover): Door {
  const shownIn = (capture: CaptureId, part: Parameters<typeof letsOut>[1]): boolean => {
    const of = whole.captures.get(capture)?.of;
    const handling = of === undefined ? undefined : whole.sources.get(of)?.handling;
    return handling !== undefined && letsOut(handling, part);
  };
  const hides = hiddenSpans(whole, cover);
  const stands = standsIn(texts);
  const done = new Map<Sha256, CoveredText | null>();
  const textOf = (sha256: Sha256): CoveredText | null => {
    const known = done.get(sha256);
    if (known !== undefined) return known;
    const text = texts.get(sha256);
    const made =
      text === undefined
        ? null
        : coverText(
            text,
            textEdits(
              text,
              (hides.get(sha256) ?? []).filter((span) => stands(sha256, span)),
              cover,
            ),
          );
    done.set(sha256, made);
    return made;
  };
  const hashOf = (sha256: Sha256): Sha256 => {
    const text = textOf(sha256);
    return text === null || text.same ? sha256 : cover.hash(text.text);
  };
  const passage = (from: Passage): Passage => {
    const isShown = shownIn(from.capture, 'text');
    const text = textOf(from.textSha256);
    if (text === null || !stands(from.textSha256, from)) return alone(from, hides, cover, isShown);
    const span = text.place(from);
    const exact = text.words(span);
    const around = isShown ? { before: 32, after: 32 } : { before: 0, after: 0 };
    return {
      ...from,
      start: isShown ? span.start : 0,
      end: isShown ? span.end : [...exact].length,
      exact,
      prefix: text.words({ start: Math.max(0, span.start - around.before), end: span.start }),
      suffix: text.words({ start: span.end, end: span.end + around.after }),
      textSha256: isShown ? hashOf(from.textSha256) : NO_HASH,
    };
  };
  const any = (value: unknown): unknown => {
    if (typeof value === 'string') return isPlain(value) ? value : covered(cover, value);
    if (typeof value !== 'object' || value === null) return value;
    if (isPassage(value)) return passage(value);
    if (Array.isArray(value)) return value.map(any);
    if (value instanceof Map) return new Map([...value].map(([key, item]) => [any(key), any(item)]));
    if (value instanceof Set) return new Set([...value].map(any));
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, any(item)]));
  };
  const step = (from: Attribution): Attribution => {
    const label = from.speaker === null ? null : cover.actorLabel(from.speaker);
    const edits = cover.edits(from.named);
    const hidden =
      label !== null && edits.length === 0 && cover.mayHoldName(from.named)
        ? `[${label}]`
        : replaced(from.named, edits);
    return { ...(any(from) as Attribution), named: hidden };
  };
  const published = new Map<Sha256, string>();
  return {
    texts: published,
    withheld: () => [...hides.values()].flat().filter(({ withheld }) => withheld).length,
    any,
    source: (source) => {
      const bare = any(source) as Source;
      if (!letsOut(source.handling, 'description')) return { ...bare, title: null, url: null, authors: [] };
      return { ...bare, url: source.url === null || cover.inAddress(source.url) ? null : source.url };
    },
    capture: (capture) => {
      const bare = {
        ...capture,
        fileName: null,
        warc: capture.warc === null ? null : { ...capture.warc, file: '' },
        noTextReason: any(capture.noTextReason) as string | null,
      };
      const { trail: _, ...told } = bare;
      const hashes = shownIn(capture.id, 'hashes') ? {} : { sha256: NO_HASH, size: 0, warc: null };
      if (capture.text === null) return { ...told, ...hashes };
      if (!shownIn(capture.id, 'text')) return { ...told, ...hashes, text: null, noTextReason: INTERNAL };
      const text = textOf(capture.text.sha256);
      if (text === null) return { ...told, ...hashes };
      const sha256 = hashOf(capture.text.sha256);
      published.set(sha256, text.text);
      if (text.same) return { ...told, ...hashes };
      const normaliser = `${capture.text.normaliser}, names covered`;
      return { ...told, ...hashes, text: { sha256, normaliser, codePoints: [...text.text].length } };
    },
    actor: (actor) => {
      const label = cover.actorLabel(actor.id);
      if (label === null) return any(actor) as Actor;
      return { ...(any(actor) as Actor), names: [{ text: label, lang: null, kind: 'full' }], ids: {} };
    },
    claim: (claim) => ({ ...(any(claim) as Claim), chain: claim.chain.map(step) }),
  };
}

/** Ids, hashes, days and codes: nothing that could be a name in them. */
function isPlain(value: string): boolean {
  return /^[a-z]{3}_[0-9a-z]{26}$|^[0-9a-f]{64}$|^[\d\-T:.Z/~?%X]*$|^anonymous:/.test(value);
}

function isPassage(value: object): value is Passage {
  return 'textSha256' in value && 'exact' in value && 'capture' in value;
}

/** Says of a place in one of the texts whether the words stand there; each text is measured once. */
function standsIn(
  texts: ReadonlyMap<Sha256, string>,
): (sha256: Sha256, span: Pick<Passage, 'start' | 'end' | 'exact'>) => boolean {
  const indexes = new Map<Sha256, CodePointIndex>();
  return (sha256, { start, end, exact }) => {
    const text = texts.get(sha256);
    if (text === undefined || end <= start) return false;
    const index = indexes.get(sha256) ?? codePointIndex(text);
    indexes.set(sha256, index);
    return text.slice(index.toUnit(start), index.toUnit(end)) === exact;
  };
}

/** A passage whose text is not at hand, or in which it does not stand: covered by itself. */
function alone(
  from: Passage,
  hides: ReadonlyMap<Sha256, readonly HiddenSpan[]>,
  cover: NameCover,
  isShown: boolean,
): Passage {
  const hidden = hides
    .get(from.textSha256)
    ?.find(({ start, end }) => start === from.start && end === from.end);
  const exact = hidden === undefined ? covered(cover, from.exact) : `[${hidden.label}]`;
  const changed = exact !== from.exact || hidden !== undefined;
  const around = isShown && !changed;
  return {
    ...from,
    ...(isShown && !changed ? {} : { start: 0, end: [...exact].length, textSha256: NO_HASH }),
    exact,
    prefix: around ? covered(cover, from.prefix) : '',
    suffix: around ? covered(cover, from.suffix) : '',
  };
}

/** A span of a text, in code points, that is replaced as a whole. */
interface HiddenSpan {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly label: string;
  readonly withheld: boolean;
}

/**
 * Spans in which the record knows a name to stand and none is found: a mention of a protected speaker, and the words of a
 * claim about somebody who is named. Only where the words may hold a name at all.
 */
function hiddenSpans(whole: RecordSnapshot, cover: NameCover): ReadonlyMap<Sha256, HiddenSpan[]> {
  const spans = new Map<Sha256, HiddenSpan[]>();
  const hide = (passage: Passage, label: string, withheld: boolean): void => {
    if (cover.edits(passage.exact).length > 0 || !cover.mayHoldName(passage.exact)) return;
    const { start, end, exact } = passage;
    const known = spans.get(passage.textSha256) ?? [];
    if (known.some((one) => one.start === start && one.end === end)) return;
    known.push({ start, end, exact, label, withheld });
    spans.set(passage.textSha256, known);
  };
  const named = new Set(
    [...whole.propositions.values()]
      .filter(({ text, scope }) => [text, scope.group ?? ''].some((words) => cover.edits(words).length > 0))
      .map(({ id }) => id),
  );
  for (const claim of whole.claims.values()) {
    for (const { speaker, passage } of claim.chain) {
      const label = speaker === null ? null : cover.actorLabel(speaker);
      if (passage !== null && label !== null) hide(passage, label, false);
    }
    if (!named.has(claim.proposition)) continue;
    for (const passage of claim.passages) hide(passage, quoteWithheld(cover.seal(passage.exact)), true);
  }
  return spans;
}

function textEdits(text: string, hidden: readonly HiddenSpan[], cover: NameCover): readonly CoverEdit[] {
  const index = codePointIndex(text);
  const whole = hidden.map(({ start, end, label }): CoverEdit => {
    return { start: index.toUnit(start), end: index.toUnit(end), label };
  });
  return mergedEdits([...whole, ...cover.edits(text)]);
}
