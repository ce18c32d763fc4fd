/** Persons by name in the record: covered by a pseudonym in what is published, until somebody clears them with a reason. */
import { useState } from 'preact/hooks';
import { type Answer, call } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Fault } from '../parts/fault.tsx';
import { ChoiceFilter, Filters, WordsFilter } from '../parts/filters.tsx';
import { Pages } from '../parts/pages.tsx';
import { ReasonDialog } from '../parts/reason-dialog.tsx';
import { ask, askedFrom } from '../shell/address.ts';
import { words } from '../words/language.ts';

type Person = Answer<'GET /api/persons'>['persons'][number];
const PER_PAGE = 50;
const SHOWN = ['covered', 'named'] as const;

/** The list. */
export function PersonsList({ query }: { readonly query: URLSearchParams }) {
  const asked = askedFrom(query, ['q', 'shown']);
  const shown = SHOWN.find((one) => one === asked.shown) ?? 'all';
  const [offset, setOffset] = useState(0);
  const { answer, fault, again } = useAnswer('GET /api/persons', {
    query: { q: asked.q, shown, offset, limit: PER_PAGE },
  });
  const put = (changed: Partial<typeof asked>): void => {
    setOffset(0);
    ask('/leaving/persons', { ...asked, ...changed });
  };
  return (
    <>
      <h2>{words('leaving.persons')}</h2>
      <p class="why">{words('leaving.persons.text')}</p>
      <Filters path="/leaving/persons">
        <WordsFilter label={words('leaving.find-person')} value={asked.q} change={(q) => put({ q })} />
        <ChoiceFilter
          label={words('leaving.shown')}
          value={shown === 'all' ? '' : shown}
          choices={SHOWN.map((one) => [one, words(`leaving.shown.${one}`)])}
          choose={(value) => put({ shown: value })}
        />
      </Filters>
      {fault !== null && <Fault fault={fault} again={again} />}
      {answer !== null && (
        <p class="why">{words('leaving.persons.count', { count: answer.fitting, named: answer.named })}</p>
      )}
      {answer?.persons.length === 0 && <p class="empty">{words('leaving.persons.none')}</p>}
      <ul class="lines">
        {answer?.persons.map((person) => (
          <PersonLine key={person.name} person={person} />
        ))}
      </ul>
      {answer !== null && (
        <Pages offset={offset} fitting={answer.fitting} perPage={PER_PAGE} go={setOffset} />
      )}
    </>
  );
}

function PersonLine({ person: { name, alsoWritten, pseudonym, cleared } }: { readonly person: Person }) {
  const [asking, setAsking] = useState(false);
  const does = words(cleared ? 'leaving.cover' : 'leaving.clear');
  return (
    <li>
      <p>
        <strong dir="auto">{name}</strong>
        {alsoWritten.length > 0 && <bdi> · {alsoWritten.join(', ')}</bdi>}
      </p>
      <p class="row">
        <span class={cleared ? 'handling public' : 'handling internal'}>
          {cleared
            ? words('leaving.is-named')
            : pseudonym === null
              ? words('leaving.is-covered')
              : words('leaving.is-covered-as', { pseudonym })}
        </span>
        <button type="button" aria-label={`${does}: ${name}`} onClick={() => setAsking(true)}>
          {does}
        </button>
      </p>
      {asking && (
        <ReasonDialog
          title={does}
          does={does}
          of={`clearance ${name}`}
          close={() => setAsking(false)}
          write={(reason) =>
            call('POST /api/persons/clearances', { body: { person: name, cleared: !cleared, reason } })
          }
        >
          <p>
            <bdi>{name}</bdi>: {words(cleared ? 'leaving.cover.text' : 'leaving.clear.text')}
          </p>
        </ReasonDialog>
      )}
    </li>
  );
}
