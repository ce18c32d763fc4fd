/** All propositions, those most spoken of first: who is for and against, on how many origins, where each stands. */
import { useState } from 'preact/hooks';
import { STANDING_FLAGS, STANDINGS } from '../../reckon/standing.ts';
import { MEASURES } from '../../record/proposition.ts';
import type { Answer } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { CountProposals, countsProposals } from '../parts/count-proposals.tsx';
import { Fault } from '../parts/fault.tsx';
import { ChoiceFilter, Filters, WordsFilter } from '../parts/filters.tsx';
import { originsText } from '../parts/origins-text.ts';
import { Pages } from '../parts/pages.tsx';
import { ask, askedFrom } from '../shell/address.ts';
import { words } from '../words/language.ts';
import { sidesOf } from './sides.ts';
import { StandingTags } from './standing-tags.tsx';

const PER_PAGE = 30;

/** Standings, and what is shown beside them. */
const STANDS = [...STANDINGS, ...STANDING_FLAGS];

/** The list; what it is asked for stands in the address. */
export function PropositionList({ query }: { readonly query: URLSearchParams }) {
  const asked = askedFrom(query, ['q', 'measure', 'standing']);
  // Where each page began: a standing is looked for among some propositions at a time.
  const [began, setBegan] = useState<readonly number[]>([0]);
  const offset = began.at(-1) ?? 0;
  const counted = countsProposals();
  const measure = MEASURES.find((one) => one === asked.measure);
  const standing = STANDS.find((one) => one === asked.standing);
  const { answer, fault, loading, again } = useAnswer(
    'GET /api/positions',
    counted === null
      ? null
      : {
          query: {
            q: asked.q,
            offset,
            limit: PER_PAGE,
            includeProposed: counted ? 'true' : 'false',
            ...(measure === undefined ? {} : { measure }),
            ...(standing === undefined ? {} : { standing }),
          },
        },
  );
  const put = (changed: Partial<typeof asked>): void => {
    setBegan([0]);
    ask('/propositions', { ...asked, ...changed });
  };
  return (
    <div class="sheet">
      <h1>{words('nav.propositions')}</h1>
      {answer !== null && <p class="lead">{words('prop.lead', { fitting: answer.fitting })}</p>}
      <Filters path="/propositions">
        <WordsFilter label={words('prop.find')} value={asked.q} change={(q) => put({ q })} />
        <ChoiceFilter
          label={words('prop.measure')}
          value={measure ?? ''}
          choices={MEASURES.map((one) => [one, words(`measure.${one}`)])}
          choose={(value) => put({ measure: value })}
        />
        <ChoiceFilter
          label={words('prop.standing')}
          value={standing ?? ''}
          choices={STANDS.map((one) => [one, words(`standing.${one}`)])}
          choose={(value) => put({ standing: value })}
        />
        <a class="end" href="/propositions/alike">
          {words('prop.alike')}
        </a>
      </Filters>
      <CountProposals />
      {fault !== null && <Fault fault={fault} again={again} />}
      {loading && (
        <p class="why" role="status">
          {words('shell.loading')}
        </p>
      )}
      {answer?.looked !== undefined && answer.looked < answer.fitting && (
        <p class="why">{words('prop.looked', { looked: answer.looked, fitting: answer.fitting })}</p>
      )}
      {answer?.propositions.length === 0 && <p class="empty">{words('prop.none')}</p>}
      <ol class="propositions">
        {answer?.propositions.map((row) => (
          <Row key={row.proposition.id} row={row} />
        ))}
      </ol>
      {answer !== null && answer.looked === undefined && (
        <Pages offset={offset} fitting={answer.fitting} perPage={PER_PAGE} go={(to) => setBegan([to])} />
      )}
      {answer?.looked !== undefined && (
        <Steps began={began} next={answer.next === null ? null : Number(answer.next)} go={setBegan} />
      )}
    </div>
  );
}

interface StepsProps {
  readonly began: readonly number[];
  readonly next: number | null;
  go(began: readonly number[]): void;
}

/** On and back where nobody knows how many pages there are. */
function Steps({ began, next, go }: StepsProps) {
  if (began.length === 1 && next === null) return null;
  return (
    <p class="pages">
      <button type="button" disabled={began.length === 1} onClick={() => go(began.slice(0, -1))}>
        {words('inbox.before')}
      </button>
      <button type="button" disabled={next === null} onClick={() => next !== null && go([...began, next])}>
        {words('inbox.after')}
      </button>
    </p>
  );
}

type PropositionRow = Answer<'GET /api/positions'>['propositions'][number];

function Row({ row }: { readonly row: PropositionRow }) {
  const { proposition, measure, origins, positions, standing } = row;
  return (
    <li>
      <a href={`/propositions/${proposition.id}`} dir="auto" lang={proposition.lang}>
        {proposition.text}
      </a>
      <p>
        {measure !== null && `${words(`measure.${measure}`)} · `}
        {sidesText(positions)}
        <a href={`/propositions/${proposition.id}/origins`}>{originsText(origins.atLeast, origins.atMost)}</a>
      </p>
      <StandingTags standing={standing} />
    </li>
  );
}

const SIDES = ['for', 'against', 'other'] as const;

function sidesText(positions: PropositionRow['positions']): string {
  const sides = sidesOf(positions);
  return SIDES.filter((side) => sides[side] > 0)
    .map((side) => `${words(`prop.sides.${side}`, { count: sides[side] })} · `)
    .join('');
}
