/** The handling of each source with its history: one by one, or many internal ones made public in one go. */
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
import { words } from '../words/language.ts';

type Source = Answer<'GET /api/sources'>['sources'][number];
const PER_PAGE = 50;

/** The list; what it is asked for stands in the address. */
export function SourceList({ query }: { readonly query: URLSearchParams }) {
  const { q } = askedFrom(query, ['q']);
  const [offset, setOffset] = useState(0);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [asking, setAsking] = useState(false);
  const { answer, fault, again } = useAnswer('GET /api/sources', {
    query: { q, offset, limit: PER_PAGE, order: 'newest' },
  });
  // Sealed ones are never made public among others: that is decided one by one.
  const internal = answer?.sources.filter(({ handling }) => handling === 'internal') ?? [];
  const picked = internal.filter(({ id }) => chosen.includes(id)).map(({ id }) => id);
  const choose = (id: string, on: boolean): void =>
    setChosen((all) => (on ? [...all, id] : all.filter((one) => one !== id)));
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
      {internal.length > 1 && (
        <p class="row">
          <button type="button" class="plain" onClick={() => setChosen(internal.map(({ id }) => id))}>
            {words('leaving.choose-internal', { count: internal.length })}
          </button>
          <button type="button" disabled={picked.length === 0} onClick={() => setAsking(true)}>
            {words('leaving.make-chosen', { count: picked.length })}
          </button>
        </p>
      )}
      <ul class="lines">
        {answer?.sources.map((source) => (
          <SourceLine
            key={source.id}
            source={source}
            chosen={chosen.includes(source.id)}
            choose={(on) => choose(source.id, on)}
          />
        ))}
      </ul>
      {answer !== null && (
        <Pages offset={offset} fitting={answer.fitting} perPage={PER_PAGE} go={setOffset} />
      )}
      {asking && (
        <ReasonDialog
          title={words('leaving.make-chosen', { count: picked.length })}
          does={words('leaving.make.public')}
          of={`handling ${picked.length} public`}
          close={() => setAsking(false)}
          write={async (reason) => {
            // One decision for each in the log; when one is refused, those before stand and the rest stays ticked.
            for (const id of picked) {
              const body = { handling: 'public', reason } as const;
              await call('POST /api/sources/{id}/handlings', { params: { id }, body });
              choose(id, false);
            }
          }}
        >
          <p>{words('leaving.means.public')}</p>
        </ReasonDialog>
      )}
    </>
  );
}

interface LineProps {
  readonly source: Source;
  readonly chosen: boolean;
  choose(on: boolean): void;
}

function SourceLine({ source: { id, title, publisher, handling }, chosen, choose }: LineProps) {
  const [wanted, setWanted] = useState<Handling | null>(null);
  const [open, setOpen] = useState(false);
  const name = title ?? publisher ?? id.slice(0, 12);
  return (
    <li>
      <p>
        {handling === 'internal' && (
          <input
            type="checkbox"
            aria-label={`${words('leaving.choose')}: ${name}`}
            checked={chosen}
            onChange={(event) => choose(event.currentTarget.checked)}
          />
        )}{' '}
        <a dir="auto" href={`/read/${id}`}>
          {name}
        </a>{' '}
        {publisher !== null && title !== null && (
          <>
            · <bdi>{publisher}</bdi>
          </>
        )}
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
