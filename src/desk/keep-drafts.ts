/**
 * Half-made work: a claim that somebody has begun, a reason being typed, where one was in a text. It is kept in the vault and in no
 * log, so that a closed tab or a desk that ended loses nothing; what is dropped is gone.
 */
import type { SourceId } from '../record/id.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import type { Desk } from './desk.ts';
import { idsIn, textsOf } from './draft-texts.ts';
import { findOne } from './find-by-id.ts';
import type { DeskNotes } from './ports/desk-notes.ts';

export interface Draft {
  /** What it is of, as the page calls it; unique. */
  readonly name: string;
  /** The source whose words it may hold; it goes when that is erased. Null: none. */
  readonly source: SourceId | null;
  /** As the page wrote it. */
  readonly body: string;
  /** When it was kept last: ISO 8601 instant, UTC. */
  readonly at: string;
}

/** All given conditions hold together. */
export interface DraftQuery {
  readonly source?: string;
  /** Beginning of the name. */
  readonly name?: string;
}

/** Letters of a name and of a body. */
const MOST_NAME = 300;
const MOST_BODY = 400_000;

type NotedDesk = Pick<Desk, 'store' | 'clock' | 'notes'>;

/**
 * The notes of a desk.
 *
 * @throws OnRecordError `read-only` for a desk that keeps none
 * @example
 * await notesOf(desk).all('search');
 */
export function notesOf({ notes }: Pick<Desk, 'notes'>): DeskNotes {
  if (notes !== undefined) return notes;
  throw new OnRecordError('read-only', 'This desk keeps nothing beside the record.');
}

/**
 * Keeps a draft in the place of the one of the same name.
 *
 * @param draft.source id or its beginning; null: it holds words of none
 * @throws OnRecordError `bad-usage` when it is too long, `not-found` also when it names something that was erased, `read-only`,
 * `disk-full`
 * @example
 * await keepDraft(desk, { name: 'reason join prp_2cd', source: null, body: '"one cou' });
 */
export async function keepDraft(
  desk: NotedDesk,
  draft: { readonly name: string; readonly source: string | null; readonly body: string },
): Promise<Draft> {
  if (draft.name.trim() === '' || draft.name.length > MOST_NAME || draft.body.length > MOST_BODY)
    throw new OnRecordError('bad-usage', 'This draft is too long to be kept, or has no name.');
  const notes = notesOf(desk);
  const source = draft.source === null ? null : await findOne(desk.store, draft.source, 'src');
  await refuseErased(desk.store, idsIn(textsOf(draft)));
  const kept = { ...draft, source, at: desk.clock().toISOString() };
  await notes.put({ kind: 'draft', ...kept });
  return kept;
}

/** A page that was open over an erasure must not bring back what went with it. */
async function refuseErased(store: Desk['store'], ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const erased = new Set<string>();
  for (const { body } of await store.entriesWith('source-erased'))
    if (body?.action === 'source-erased') for (const id of body.gone) erased.add(id);
  if (ids.some((id) => erased.has(id)))
    throw new OnRecordError(
      'not-found',
      'This draft names something that was erased, so it is not kept: what stood there is gone for good.',
    );
}

/**
 * Drafts, the latest first.
 *
 * @throws OnRecordError `not-found`, `bad-usage` for an id that the record does not hold
 * @example
 * (await listDrafts(desk, { source: 'src_7d2' }))[0]?.name;
 */
export async function listDrafts(desk: NotedDesk, query: DraftQuery): Promise<readonly Draft[]> {
  const source = query.source === undefined ? null : await findOne(desk.store, query.source, 'src');
  return (await notesOf(desk).all('draft'))
    .filter((one) => source === null || one.source === source)
    .filter(({ name }) => name.startsWith(query.name ?? ''))
    .map(({ kind: _, ...draft }) => draft);
}

/**
 * Drops a draft; nothing happens when there is none.
 *
 * @example
 * await dropDraft(desk, 'reason join prp_2cd');
 */
export async function dropDraft(desk: NotedDesk, name: string): Promise<void> {
  await notesOf(desk).drop('draft', name);
}
