/** What members of a team say to each other and hand to each other, marked by the handling of the thing it is about. */
import { HANDLINGS, type Handling } from '../../../src/desk/vocabulary.ts';
import type { openTeam } from '../../../src/server/team/fixtures/open-team.ts';
import { sampleId } from '../../../src/storage/contract/sample-record.ts';
import { type FoundWord, scannerFor } from './hidden-words.ts';
import { SOURCES } from './marked-words.ts';

const TALK: Readonly<Record<Handling, string>> = {
  public: 'ulverstaine',
  internal: 'corsapphine',
  sealed: 'maldrizzone',
};

type Team = ReturnType<typeof openTeam>;

/** Looks for the marks. */
export interface TalkTable {
  /** Marks that somebody sees who may not; null: nobody may see any. */
  wrong(clearance: Handling | null, what: string, text: string): readonly FoundWord[];
  /** How many marks of each handling were seen by those who may. */
  readonly seen: Readonly<Record<Handling, number>>;
}

/**
 * Says something of every marked source, and of a claim and a proposition of it, changes it, mentions everybody, and gives it to somebody.
 *
 * @example
 * const talk = await talked(team, members);
 */
export async function talked(
  { ask, join }: Pick<Team, 'ask' | 'join'>,
  members: readonly { readonly id: string; readonly clearance: Handling }[],
): Promise<TalkTable> {
  const { cookie, account } = await join({ name: 'says a lot', roles: ['reviewer'], clearance: 'sealed' });
  const post = async (path: string, body: object): Promise<Readonly<Record<string, unknown>>> => {
    const { status, told, text } = await ask(cookie, 'POST', path, { body });
    if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`);
    return told;
  };
  for (const [at, [handling]] of SOURCES.entries()) {
    const mark = TALK[handling];
    const may = HANDLINGS.slice(HANDLINGS.indexOf(handling));
    const mentions = members.filter(({ clearance }) => may.includes(clearance)).map(({ id }) => id);
    for (const thing of [
      sampleId('source', at + 1),
      sampleId('claim', 1 + at * 2),
      sampleId('proposition', at + 1),
    ]) {
      const { id } = await post('/api/comments', { thing, text: `${mark}first`, mentions });
      await post(`/api/comments/${id}`, { text: `${mark}second`, mentions, version: 1 });
      await post('/api/assignments', { thing, to: account.id, due: null, note: `${mark}note`, version: 0 });
    }
  }
  const scanner = scannerFor(Object.values(TALK));
  const seen = { public: 0, internal: 0, sealed: 0 };
  return {
    seen,
    wrong: (clearance, what, text) =>
      scanner.inText(what, text).filter(({ word }) => {
        const of = HANDLINGS.find((one) => TALK[one] === word);
        const may =
          clearance !== null && of !== undefined && HANDLINGS.indexOf(of) <= HANDLINGS.indexOf(clearance);
        if (may && of !== undefined) seen[of] += 1;
        return !may;
      }),
  };
}
