/** Drafts and kept searches of one member, sealed, where every instance finds them; no other member sees them. */
import { sha256Hex } from '../../crypto/sha256.ts';
import type { AccountId } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { DeskNote, DeskNotes } from '../ports/desk-notes.ts';
import { allKept, keep, kept } from './kept.ts';
import type { Team } from './team.ts';
import { forgetWords } from './together/forget.ts';

const PATIENCE = 5;

/**
 * The notes of a member.
 *
 * @example
 * const notes = memberNotes(team, account.id);
 */
export function memberNotes(team: Team, owner: AccountId): DeskNotes {
  const idOf = (kind: string, name: string): string => sha256Hex(JSON.stringify([owner, kind, name]));
  return {
    all: async (kind) =>
      (await allKept<DeskNote>(team, 'note', owner))
        .map(({ value }) => value)
        .filter((note) => note.kind === kind)
        .sort((a, b) => (a.at < b.at ? 1 : -1)),
    put: async (note) => {
      const id = idOf(note.kind, note.name);
      for (let turn = 0; turn < PATIENCE; turn += 1) {
        const version = (await kept(team, 'note', id))?.version ?? 0;
        if (await keep(team, { kind: 'note', id, owner }, note, version)) return;
      }
      throw new OnRecordError('vault-busy', 'The draft is being kept from elsewhere: try again.');
    },
    drop: async (kind, name) => void (await team.store.drop('note', idOf(kind, name))),
    forget: everyonesNotes(team).forget,
  };
}

/**
 * The notes of all members, for an erasure: what it drops it drops with everybody who keeps something under that name. What may hold
 * words of a source goes with it, what members say to each other included.
 *
 * @example
 * await everyonesNotes(team).forget(['src_…']);
 */
export function everyonesNotes(team: Team): Pick<DeskNotes, 'all' | 'drop' | 'forget'> {
  const dropWhere = async (goes: (note: DeskNote) => boolean): Promise<void> => {
    for (const { id, value } of await allKept<DeskNote>(team, 'note'))
      if (goes(value)) await team.store.drop('note', id);
  };
  return {
    all: async (kind) =>
      (await allKept<DeskNote>(team, 'note')).map(({ value }) => value).filter((note) => note.kind === kind),
    drop: (kind, name) => dropWhere((note) => note.kind === kind && note.name === name),
    forget: async (sources) => {
      await dropWhere(({ source }) => source !== null && sources.includes(source));
      await forgetWords(team, sources);
    },
  };
}
