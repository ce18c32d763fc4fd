/** What a search found, kind by kind. */
import type { ComponentChildren } from 'preact';
import type { Answer } from '../api/call.ts';
import { dayWords } from '../parts/day.ts';
import { MarkedHits } from '../parts/marked-hits.tsx';
import { StanceSign } from '../parts/stance-sign.tsx';
import { words } from '../words/language.ts';

type Names = Answer<'GET /api/search/names'>;

/** A heading and its hits; nothing without hits. */
function Hits({ title, count, children }: HitsProps) {
  if (count === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ol class="hits">{children}</ol>
    </section>
  );
}

interface HitsProps {
  readonly title: string;
  readonly count: number;
  readonly children: ComponentChildren;
}

/** Propositions by their neutral sentence. */
export function PropositionHits({ found }: { readonly found: Names }) {
  const { propositions, fitting } = found;
  return (
    <Hits title={words('search.propositions', { count: fitting.propositions })} count={propositions.length}>
      {propositions.map(({ id, marked, claims }) => (
        <li key={id}>
          <a href={`/propositions/${id}`}>
            <MarkedHits marked={marked} />
          </a>
          <p>{words('search.claims-on', { count: claims })}</p>
        </li>
      ))}
    </Hits>
  );
}

/** Who speaks, acts or answers. */
export function ActorHits({ found }: { readonly found: Names }) {
  const { actors, fitting } = found;
  return (
    <Hits title={words('search.actors', { count: fitting.actors })} count={actors.length}>
      {actors.map(({ id, marked, kind }) => (
        <li key={id}>
          <a href={`/actors/${id}`}>
            <MarkedHits marked={marked} />
          </a>
          <p>{words(`actor.${kind}`)}</p>
        </li>
      ))}
    </Hits>
  );
}

/** Rows of lists of people. */
export function PeopleHits({ found }: { readonly found: Names }) {
  const { people, fitting } = found;
  return (
    <Hits title={words('search.people', { count: fitting.people })} count={people.length}>
      {people.map(({ id, marked, list, row, gone }) => (
        <li key={id}>
          <MarkedHits marked={marked} />
          <p>
            {words('search.row', { list, row })}
            {gone && ` · ${words('search.gone')}`}
          </p>
        </li>
      ))}
    </Hits>
  );
}

/** Exact words. */
export function ClaimHits({ found }: { readonly found: Answer<'GET /api/search/claims'> }) {
  return (
    <Hits title={words('search.claims')} count={found.claims.length}>
      {found.claims.map(({ id, marked, stance, speaker, status, source }) => (
        <li key={id}>
          <a href={`/read/${source.id}?claim=${id}`} class="said">
            <MarkedHits marked={marked} />
          </a>
          <p>
            <bdi>{speaker}</bdi> <StanceSign stance={stance} /> · {words(`status.${status}`)} ·{' '}
            <bdi>{source.publisher ?? words('inbox.no-outlet')}</bdi> · {dayWords(source.publishedAt)}
          </p>
        </li>
      ))}
      {found.more && <li class="why">{words('search.best-texts', { count: found.texts })}</li>}
    </Hits>
  );
}

/** Whole texts. */
export function TextHits({ found: { hits, whole } }: { readonly found: Answer<'GET /api/search'> }) {
  return (
    <Hits title={words('search.texts')} count={hits.length}>
      {hits.map(({ capture, source, title, snippet, publisher, publishedAt }) => (
        <li key={capture}>
          <a href={`/read/${source}`} dir="auto">
            {title ?? words('inbox.untitled')}
          </a>
          <p class="said">
            <MarkedHits marked={snippet} />
          </p>
          <p>
            <bdi>{publisher ?? words('inbox.no-outlet')}</bdi> · {dayWords(publishedAt)}
          </p>
        </li>
      ))}
      {!whole && <li class="why">{words('search.latest-texts')}</li>}
    </Hits>
  );
}
