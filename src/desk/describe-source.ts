/**
 * Gives or corrects what is known about a source. The former description stays in the log. What is not given
 * stays as it is; nothing can be made unknown by leaving it out.
 */

import { OnRecordError } from '../record/onrecord-error.ts';
import { createSource, type Source } from '../record/source.ts';
import { type ActorBook, openActorBook } from './actor-book.ts';
import { type Desk, MACHINE } from './desk.ts';
import { findOne } from './find-by-id.ts';
import type { GivenMetadata } from './given-metadata.ts';
import { knownOutlets } from './outlet-list.ts';
import { actorKindOfPublisher } from './settle-metadata.ts';

/**
 * Describes a source anew.
 *
 * @param order.source its id or the beginning of it
 * @throws OnRecordError `bad-usage` when nothing is given, `not-found`
 * @example
 * await describeSource(desk, { source: 'src_7d2', given, by: 'A. Archivist' });
 */
export async function describeSource(
  desk: Desk,
  order: { readonly source: string; readonly given: GivenMetadata; readonly by: string | null },
): Promise<Source> {
  const { given } = order;
  const id = await findOne(desk.store, order.source, 'src');
  const before = await desk.store.source(id);
  if (before === null)
    throw new OnRecordError('not-found', 'The source is gone from the record.', { subject: id });
  const said = Object.values(given).some((value) =>
    Array.isArray(value) ? value.length > 0 : value !== null,
  );
  if (!said)
    throw new OnRecordError(
      'bad-usage',
      'Say what to change: --title, --publisher, --author, --date, --lang, --url, --kind or --handling.',
    );
  const book = openActorBook(desk.store, desk.newId, await knownOutlets(desk));
  const source = await described(before, given, book);
  await desk.store.append([
    {
      at: desk.clock().toISOString(),
      agent: order.by ?? MACHINE,
      subject: id,
      body: { action: 'source-described', source, actors: book.takeMade() },
    },
  ]);
  return source;
}

async function described(before: Source, given: GivenMetadata, book: ActorBook): Promise<Source> {
  const kind = given.kind ?? before.kind;
  const publisher =
    given.publisher === null ? null : await book.actorFor(given.publisher, actorKindOfPublisher(kind));
  const authors = [];
  for (const name of given.authors) authors.push(await book.actorFor(name, 'person'));
  const named = authors.flatMap((actor) => (actor === null ? [] : [actor.id]));
  return createSource({
    ...before,
    kind,
    title: given.title ?? before.title,
    publisher: publisher?.id ?? before.publisher,
    authors: named.length === 0 ? before.authors : named,
    publishedAt: given.publishedAt ?? before.publishedAt,
    language: given.language ?? before.language,
    url: given.url ?? before.url,
    handling: given.handling ?? before.handling,
  });
}
