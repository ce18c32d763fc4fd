/** Propositions that may be one, group by group: what is one is ticked and joined in one step. */
import { useState } from 'preact/hooks';
import { type Answer, call } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { dayWords } from '../parts/day.ts';
import { Fault } from '../parts/fault.tsx';
import { figureWords } from '../parts/figure.tsx';
import { Pages } from '../parts/pages.tsx';
import { ReasonDialog } from '../parts/reason-dialog.tsx';
import { ReasonText } from '../parts/reason-text.tsx';
import { words } from '../words/language.ts';
import { ApartDialog, type Pair, PairsApart } from './apart.tsx';

const PER_PAGE = 5;

type Group = Answer<'GET /api/alike/groups'>['groups'][number];
type Member = Group['members'][number];

/** The page. */
export function AlikePage() {
  const [offset, setOffset] = useState(0);
  const { answer, fault, again } = useAnswer('GET /api/alike/groups', {
    query: { offset, limit: PER_PAGE },
  });
  return (
    <div class="sheet">
      <p class="src">
        <a href="/propositions">← {words('prop.back')}</a>
      </p>
      <h1>{words('prop.alike')}</h1>
      <p class="lead">{words('prop.groups-note')}</p>
      {fault !== null && <Fault fault={fault} again={again} />}
      {answer === null && fault === null && <p class="empty">{words('shell.loading')}</p>}
      {answer !== null && answer.notCompared > 0 && (
        <p class="why">{words('prop.not-compared', { count: answer.notCompared })}</p>
      )}
      {answer?.groups.length === 0 && <p class="empty">{words('prop.none')}</p>}
      {answer?.groups.map((group) => (
        <AlikeGroup key={group.members[0]?.id} group={group} />
      ))}
      {answer !== null && (
        <Pages offset={offset} fitting={answer.fitting} perPage={PER_PAGE} go={setOffset} />
      )}
      <PairsApart />
    </div>
  );
}

function AlikeGroup({ group }: { readonly group: Group }) {
  const { members, because, more } = group;
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [joining, setJoining] = useState(false);
  const [declined, setDeclined] = useState<Pair | null>(null);
  // In the order shown: the most spoken-of keeps its words. What has gone since is not chosen any more.
  const picked = members.filter(({ id }) => chosen.includes(id));
  const [into, ...from] = picked;
  const choose = (id: string, on: boolean): void =>
    setChosen((all) => (on ? [...all, id] : all.filter((one) => one !== id)));
  const measure = members[0]?.measure ?? null;
  const title = `alike-${members[0]?.id ?? ''}`;
  return (
    <section class="alike" aria-labelledby={title}>
      <h2 id={title}>
        {measure === null ? words('prop.group-other') : words(`measure.${measure}`)}{' '}
        <span class="why">{words('prop.group-size', { count: members.length + more })}</span>
      </h2>
      {because.map((reason) => (
        <p key={reason} class="why">
          <ReasonText reason={reason} />
        </p>
      ))}
      <ul class="members">
        {members.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            chosen={chosen.includes(member.id)}
            choose={(on) => choose(member.id, on)}
          />
        ))}
      </ul>
      {more > 0 && <p class="why">{words('prop.group-more', { count: more })}</p>}
      <p class="row">
        <button type="button" class="yes" disabled={picked.length < 2} onClick={() => setJoining(true)}>
          {words('prop.join-chosen', { count: picked.length })}
        </button>
        <button type="button" class="plain" onClick={() => setChosen(members.map(({ id }) => id))}>
          {words('prop.choose-all')}
        </button>
        {picked.length === 2 && (
          <button
            type="button"
            class="plain"
            onClick={() => into !== undefined && from[0] !== undefined && setDeclined([into, from[0]])}
          >
            {words('apart.button')}
          </button>
        )}
      </p>
      {declined !== null && <ApartDialog pair={declined} apart close={() => setDeclined(null)} />}
      {joining && into !== undefined && (
        <ReasonDialog
          title={words('prop.join-many-title', { count: picked.length })}
          does={words('prop.join-do')}
          of={`join ${into.id} ${from.length}`}
          close={() => setJoining(false)}
          write={async (reason) => {
            const body = { from: from.map(({ id }) => id), into: into.id, reason };
            await call('POST /api/propositions/joins', { body });
            setChosen([]);
          }}
        >
          <p>
            {words('prop.join-keeps')} <bdi>{into.text}</bdi>
          </p>
        </ReasonDialog>
      )}
    </section>
  );
}

interface MemberRowProps {
  readonly member: Member;
  readonly chosen: boolean;
  choose(on: boolean): void;
}

function MemberRow({ member, chosen, choose }: MemberRowProps) {
  const { id, text, lang, claims, said } = member;
  const passage = said?.passages[0];
  return (
    <li>
      <label>
        <input type="checkbox" checked={chosen} onChange={(event) => choose(event.currentTarget.checked)} />
        <bdi lang={lang}>{text}</bdi>
        {said?.quantity != null && <span class="tag flag">{figureWords(said.quantity)}</span>}
      </label>
      <span class="why">
        {passage !== undefined && (
          <>
            <q dir="auto">{passage.exact}</q> <bdi>{said?.source.publisher ?? words('inbox.no-outlet')}</bdi>,{' '}
            {dayWords(said?.saidAt ?? said?.source.publishedAt ?? null)} ·{' '}
          </>
        )}
        <a href={`/propositions/${id}`}>{words('prop.claims-count', { count: claims })}</a>
      </span>
    </li>
  );
}
