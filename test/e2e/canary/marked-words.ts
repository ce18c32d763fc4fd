/** The words that a marked record is made of, by what may be seen of them where, and the pieces that its parts share. */
import { sha256Hex } from '../../../src/crypto/sha256.ts';
import type { NewEntry } from '../../../src/desk/ports/record-store.ts';
import type { Actor } from '../../../src/record/actor.ts';
import type { Handling } from '../../../src/record/handling.ts';
import type { Change, Subject } from '../../../src/record/log-entry.ts';
import type { Passage } from '../../../src/record/passage.ts';
import { sampleId } from '../../../src/storage/contract/sample-record.ts';

/** By kind of text. Each mark is one of these words with letters behind it. */
export const MARKS = {
  /** What a public source says, shows and is called, and what people say for the public. */
  open: 'plovenquist',
  /** What an internal source is called and says beside the words that are quoted from it. */
  inside: 'brumaldine',
  /** Words quoted from an internal source, and what its claims speak of. */
  quoted: 'wexcaldry',
  /** Everything of a sealed source. */
  closed: 'grindlemoor',
  /** Names of persons who are not cleared, wherever they stand. */
  person: 'Ostravelka',
  /** Lists of people. */
  listed: 'quostrimelda',
  /** Who decided, how and why; custody; the files' own names. */
  work: 'tavermoss',
  /** Drafts, saved searches and figures that the desk keeps beside the record. */
  notes: 'fennimarch',
} as const;
export type MarkKind = keyof typeof MARKS;

export const AT = '2031-04-03T08:00:00Z';
/** As names are written. */
export const PERSON = 'Ostravelka';
/** Marks of what a source itself is called and says, and of the words that are quoted from it. */
export const SOURCES: readonly (readonly [handling: Handling, own: string, quoted: string])[] = [
  ['public', MARKS.open, MARKS.open],
  ['internal', MARKS.inside, MARKS.quoted],
  ['sealed', MARKS.closed, MARKS.closed],
];

/** Words that a claim quotes. */
export const words = (mark: string): string => `twelve ${mark}weavers were taken`;
/** Who speaks. */
export const said = (mark: string): string => `${mark}guard`;

/** The text of a source. */
export function textOf(own: string, quoted: string): string {
  return `${own}lead stands first. The ${said(quoted)} said that ${words(quoted)} in ${quoted}town. Colonel ${PERSON} Denn denied it. ${own}tail stands last.`;
}

/** The first occurrence of some words in it. */
export function passageIn(at: number, exact: string): Passage {
  const [, own = '', quoted = ''] = SOURCES[at] ?? [];
  const text = textOf(own, quoted);
  const start = text.indexOf(exact);
  if (start < 0) throw new Error('the words do not stand in the text');
  return {
    capture: sampleId('capture', at + 1),
    textSha256: sha256Hex(text),
    start,
    end: start + exact.length,
    exact,
    prefix: text.slice(Math.max(0, start - 32), start),
    suffix: text.slice(start + exact.length, start + exact.length + 32),
  };
}

/** An actor, both names and an identifier marked. */
export function actor(number: number, kind: Actor['kind'], name: string): Actor {
  return {
    id: sampleId('actor', number),
    kind,
    names: [
      { text: name, lang: 'en', kind: 'full' },
      { text: `${name} II`, lang: null, kind: 'alias' },
    ],
    ids: { local: `${name}-7` },
    perpetratorType: null,
    partOf: [],
    spokenForBy: [],
  };
}

/** A change, by somebody whose name is marked. */
export function entry(body: Change, subject: Subject, more: Partial<NewEntry> = {}): NewEntry {
  return { at: AT, agent: `Agent ${MARKS.work}agent`, subject, body, ...more };
}
