/** Every release, the newest first: what it is called, how far it has come, who made and approved it. */
import type { Answer } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { dayWords } from '../parts/day.ts';
import { Fault } from '../parts/fault.tsx';
import { words } from '../words/language.ts';

export type Release = Answer<'GET /api/releases'>['releases'][number];

/** The page. */
export function ReleaseList() {
  const { answer, fault, again } = useAnswer('GET /api/releases', {}, { whole: 'releases' });
  return (
    <div class="sheet releases">
      <h1>{words('nav.releases')}</h1>
      <p class="lead">{words('releases.lead')}</p>
      <p>
        <a class="button" href="/releases/new">
          {words('releases.new')}
        </a>
      </p>
      {answer?.secondPerson === true && <p class="why">{words('releases.second-person')}</p>}
      {fault !== null && <Fault fault={fault} again={again} />}
      {answer?.releases.length === 0 && <p class="empty">{words('releases.none')}</p>}
      <ol class="release-list">
        {answer?.releases.map((release) => (
          <Row key={release.id} release={release} />
        ))}
      </ol>
    </div>
  );
}

function Row({ release }: { readonly release: Release }) {
  const { id, number, profile } = release;
  return (
    <li>
      <h2>
        <a href={`/releases/${id}`}>
          {words('releases.number', { number })} · <bdi>{profile.title ?? words('releases.untitled')}</bdi>
        </a>
      </h2>
      <p>
        <StateSign release={release} />
      </p>
      <MadeLine release={release} />
    </li>
  );
}

/** How far a release has come, in words and a sign. */
export function StateSign({ release }: { readonly release: Release }) {
  const { state, profile, correctedBy } = release;
  const sign = { 'waits-for-approval': '○', 'under-embargo': '◐', 'may-be-handed-out': '●', corrected: '↻' }[
    state
  ];
  return (
    <span class={`release-state ${state}`}>
      <span aria-hidden="true">{sign} </span>
      {words(`releases.state.${state}`, {
        day: dayWords(profile.embargo),
        number: correctedBy ?? '—',
      })}
    </span>
  );
}

/** Who made and approved it, and when. */
export function MadeLine({ release }: { readonly release: Release }) {
  const { by, madeAt, position, approval, corrects } = release;
  const parts = [
    words('releases.made', { by, day: dayWords(madeAt), count: position }),
    approval === null
      ? words('releases.not-approved')
      : words('releases.approved', { by: approval.by, day: dayWords(approval.at) }),
    ...(corrects === null ? [] : [words('releases.corrects', { number: corrects.number ?? '—' })]),
  ];
  return (
    <p class="why">
      <bdi>{parts.join('; ')}.</bdi>
    </p>
  );
}
