/** What leaves the vault: the handling of each source with its history, and who is named in what is published. */
import { useState } from 'preact/hooks';
import { HANDLINGS, type Handling } from '../../record/handling.ts';
import { type Answer, call } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Fault } from '../parts/fault.tsx';
import { Filters, WordsFilter } from '../parts/filters.tsx';
import { momentWords } from '../parts/moment.ts';
import { Pages } from '../parts/pages.tsx';
import { ReasonDialog } from '../parts/reason-dialog.tsx';
import { ask, askedFrom } from '../shell/address.ts';
import type { RoomProps } from '../shell/room-props.ts';
import { words } from '../words/language.ts';
import { PersonsList } from './persons-list.tsx';

type Source = Answer<'GET /api/sources'>['sources'][number];
const PER_PAGE = 50;

/** The page. */
export function LeavingPage({ rest, query }: RoomProps) {
  const persons = rest[0] === 'persons';
  return (
    <div class="sheet leaving">
      <h1>{words('nav.leaving')}</h1>
      <p class="lead">{words('leaving.lead')}</p>
      <p class="row">
        <a href="/leaving" aria-current={persons ? undefined : 'page'}>
          {words('leaving.sources')}
        </a>
        <a href="/leaving/persons" aria-current={persons ? 'page' : undefined}>
          {words('leaving.persons')}
        </a>
      </p>
      {persons ? <PersonsList query={query} /> : <SourceList query={query} />}
    </div>
  );
}

function SourceList({ query }: { readonly query: URLSearchParams }) {
  const { q } = askedFrom(query, ['q']);
  const [offset, setOffset] = useState(0);
  const { answer, fault, again } = useAnswer('GET /api/sources', {
    query: { q, offset, limit: PER_PAGE, order: 'newest' },
  });
  return (
    <>
      <h2>{words('leaving.sources')}</h2>
      <p class="why">{words('leaving.sources.text')}</p>
      <Filters path="/leaving">
        <WordsFilter
          label={words('leaving.find-source')}
          value={q}
          change={(next) => {
            setOffset(0);
            ask('/leaving', { q: next });
          }}
        />
      </Filters>
      {fault !== null && <Fault fault={fault} again={again} />}
      {answer?.sources.length === 0 && <p class="empty">{words('leaving.none')}</p>}
      <ul class="lines">
        {answer?.sources.map((source) => (
          <SourceLine key={source.id} source={source} />
        ))}
      </ul>
      {answer !== null && (
        <Pages offset={offset} fitting={answer.fitting} perPage={PER_PAGE} go={setOffset} />
      )}
    </>
  );
}

function SourceLine({ source: { id, title, publisher, handling } }: { readonly source: Source }) {
  const [wanted, setWanted] = useState<Handling | null>(null);
  const [open, setOpen] = useState(false);
  const name = title ?? publisher ?? id.slice(0, 12);
  return (
    <li>
      <p>
        <a dir="auto" href={`/read/${id}`}>
          {name}
        </a>{' '}
        {publisher !== null && title !== null && <bdi>· {publisher}</bdi>}
      </p>
      <p class="row">
        <span class={`handling ${handling}`}>{words(`leaving.${handling}`)}</span>
        {HANDLINGS.filter((one) => one !== handling).map((one) => (
          <button
            key={one}
            type="button"
            aria-label={`${words(`leaving.make.${one}`)}: ${name}`}
            onClick={() => setWanted(one)}
          >
            {words(`leaving.make.${one}`)}
          </button>
        ))}
        <button
          type="button"
          class="plain"
          aria-expanded={open}
          aria-label={`${words('leaving.history')}: ${name}`}
          onClick={() => setOpen(!open)}
        >
          {words('leaving.history')}
        </button>
      </p>
      {open && <History id={id} />}
      {wanted !== null && (
        <ReasonDialog
          title={words(`leaving.make.${wanted}`)}
          does={words(`leaving.make.${wanted}`)}
          of={`handling ${id} ${wanted}`}
          close={() => setWanted(null)}
          write={(reason) =>
            call('POST /api/sources/{id}/handlings', { params: { id }, body: { handling: wanted, reason } })
          }
        >
          <p>
            <bdi>{name}</bdi>: {words(`leaving.means.${wanted}`)}
          </p>
        </ReasonDialog>
      )}
    </li>
  );
}

function History({ id }: { readonly id: string }) {
  const { answer, fault, again } = useAnswer('GET /api/sources/{id}/handlings', { params: { id } });
  return (
    <>
      {fault !== null && <Fault fault={fault} again={again} />}
      {answer !== null && <p class="why">{words(`leaving.means.${answer.handling}`)}</p>}
      <ol class="lines">
        {answer?.decisions.map(({ at, by, handling, reason }) => (
          <li key={`${at} ${handling}`}>
            {momentWords(at)}, <bdi>{by}</bdi>: {words(`leaving.${handling}`)}.{' '}
            <bdi>{reason ?? words('leaving.came-in')}</bdi>
          </li>
        ))}
      </ol>
    </>
  );
}
