/** People and bodies: what each said, and one of them with every claim. What is asked for stands in the address. */
import { useState } from 'preact/hooks';
import { ACTOR_KINDS } from '../../record/actor.ts';
import type { Answer, Question } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { CountProposals, countsProposals } from '../parts/count-proposals.tsx';
import { dayWords } from '../parts/day.ts';
import { Fault } from '../parts/fault.tsx';
import { ChoiceFilter, Filters, WordsFilter } from '../parts/filters.tsx';
import { Pages } from '../parts/pages.tsx';
import { SaidClaim } from '../parts/said-claim.tsx';
import { SaidTally } from '../parts/said-tally.tsx';
import { ask, askedFrom } from '../shell/address.ts';
import type { RoomProps } from '../shell/room-props.ts';
import { words } from '../words/language.ts';

const PER_PAGE = 50;

/** The page. */
export function ActorsPage({ rest, query }: RoomProps) {
  const [id] = rest;
  return id === undefined ? <ActorList query={query} /> : <OneActor key={id} id={id} />;
}

type Actor = Answer<'GET /api/actors'>['actors'][number];

function ActorList({ query }: { readonly query: URLSearchParams }) {
  const proposals = countsProposals();
  const asked = askedFrom(query, ['q', 'kind']);
  const kind = ACTOR_KINDS.find((one) => one === asked.kind);
  const [offset, setOffset] = useState(0);
  const { answer, fault, again } = useAnswer(
    'GET /api/actors',
    proposals === null
      ? null
      : { query: { q: asked.q, kind, offset, limit: PER_PAGE, includeProposed: `${proposals}` } },
  );
  const put = (changed: Partial<typeof asked>): void => {
    setOffset(0);
    ask('/actors', { ...asked, ...changed });
  };
  return (
    <div class="sheet">
      <h1>{words('nav.actors')}</h1>
      <p class="lead">{words('actors.lead')}</p>
      <Filters path="/actors">
        <WordsFilter label={words('actors.find')} value={asked.q} change={(q) => put({ q })} />
        <ChoiceFilter
          label={words('actors.kind')}
          value={kind ?? ''}
          choices={ACTOR_KINDS.map((one) => [one, words(`actor.${one}`)])}
          choose={(value) => put({ kind: value })}
        />
      </Filters>
      <CountProposals />
      {fault !== null && <Fault fault={fault} again={again} />}
      {answer?.actors.length === 0 && <p class="empty">{words('actors.none')}</p>}
      <ol class="hits">
        {answer?.actors.map((actor) => (
          <li key={actor.id}>
            <a dir="auto" href={`/actors/${actor.id}`}>
              {actor.name}
            </a>{' '}
            <SaidTally said={actor.said} />
            <About actor={actor} />
          </li>
        ))}
      </ol>
      {answer !== null && (
        <Pages offset={offset} fitting={answer.fitting} perPage={PER_PAGE} go={setOffset} />
      )}
    </div>
  );
}

function About({ actor: { kind, alsoNamed, passedOn, first, last } }: { readonly actor: Actor }) {
  return (
    <p>
      {words(`actor.${kind}`)}
      {alsoNamed.length > 0 && ` · ${words('actors.also', { names: alsoNamed.join(', ') })}`}
      {passedOn > 0 && ` · ${words('actors.passed-on', { count: passedOn })}`}
      {first !== null && ` · ${dayWords(first)}${last === first ? '' : ` – ${dayWords(last)}`}`}
    </p>
  );
}

function OneActor({ id }: { readonly id: string }) {
  const proposals = countsProposals();
  const includeProposed = `${proposals === true}` as const;
  const told = useAnswer('GET /api/actors', proposals === null ? null : { query: { id, includeProposed } });
  const [after, setAfter] = useState<readonly string[]>([]);
  const question: Question<'GET /api/claims'> | null =
    proposals === null
      ? null
      : { query: { speaker: id, limit: PER_PAGE, cursor: after.at(-1), includeProposed } };
  const claims = useAnswer('GET /api/claims', question);
  const actor = told.answer?.actors[0];
  const fault = told.fault ?? claims.fault;
  return (
    <div class="sheet">
      <p>
        <a href="/actors">{words('nav.actors')}</a>
      </p>
      <h1 dir="auto">
        {actor?.name ?? (told.answer === null ? words('shell.loading') : words('actors.gone'))}
      </h1>
      {actor !== undefined && (
        <>
          <SaidTally said={actor.said} />
          <About actor={actor} />
        </>
      )}
      <CountProposals />
      {fault !== null && <Fault fault={fault} again={claims.again} />}
      <h2>{words('actors.claims', { count: claims.answer?.fitting ?? 0 })}</h2>
      <ol class="hits">
        {claims.answer?.claims.map((claim) => (
          <SaidClaim key={claim.id} claim={claim} />
        ))}
      </ol>
      <p class="pages">
        {after.length > 0 && (
          <button type="button" onClick={() => setAfter(after.slice(0, -1))}>
            {words('inbox.before')}
          </button>
        )}
        {claims.answer?.next != null && (
          <button type="button" onClick={() => setAfter([...after, claims.answer?.next ?? ''])}>
            {words('inbox.after')}
          </button>
        )}
      </p>
    </div>
  );
}
