/**
 * A record in which every text of every entity carries a mark, as log entries: a public, an internal and a sealed source with
 * their claims, people who are named, lists of people, who decided what and why. A mark says what kind of text it stands in,
 * and so where it may be seen. Everything is invented.
 */
import type { NewEntry } from '../../../src/desk/ports/record-store.ts';
import type { Change } from '../../../src/record/log-entry.ts';
import { decisions, links } from './marked-decisions.ts';
import { keeping } from './marked-keeping.ts';
import { people, places } from './marked-people.ts';
import { captured, proposed } from './marked-sources.ts';
import { SOURCES } from './marked-words.ts';

/** All entries, in the order in which they are appended; the first three are the sources. */
export function markedEntries(): readonly NewEntry[] {
  return [
    ...SOURCES.map((_, at) => captured(at)),
    ...SOURCES.map((_, at) => proposed(at)),
    ...decisions(),
    ...links(),
    ...people(),
    ...places(),
    ...keeping(),
  ];
}

/** Actions that a marked record has no entry of: they hold no word, or only ciphertext, which cases of their own are made for. */
export const ACTIONS_ELSEWHERE: readonly Change['action'][] = [
  'source-described',
  'copy-stored',
  'source-erased',
  'member-introduced',
  'compartment-changed',
  'record-sealed',
  'record-erased',
  'counts-released',
  'accesses-logged',
];
