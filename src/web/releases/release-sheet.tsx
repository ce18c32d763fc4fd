/** One release: how far it has come, what it holds, its gates, what changed, its files, and how it is handed out and checked. */
import { useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Fault } from '../parts/fault.tsx';
import { ReasonDialog } from '../parts/reason-dialog.tsx';
import { go } from '../shell/location.ts';
import { proving } from '../team/prove-dialog.tsx';
import { words } from '../words/language.ts';
import { ApproveForm } from './approve-form.tsx';
import { ChangeList } from './change-list.tsx';
import { FileList } from './file-list.tsx';
import { GateList } from './gate-list.tsx';
import { ProfileFacts } from './profile-facts.tsx';
import { MadeLine, type Release, StateSign } from './release-list.tsx';

/** The page. */
export function ReleaseSheet({ id }: { readonly id: string }) {
  const { answer, fault, again } = useAnswer('GET /api/releases/{id}', { params: { id } });
  return (
    <div class="sheet releases">
      <p>
        <a href="/releases">{words('nav.releases')}</a>
      </p>
      {fault !== null && <Fault fault={fault} again={again} />}
      {answer !== null && <Told release={answer.release} changes={answer.changes} />}
    </div>
  );
}

interface ToldProps {
  readonly release: Release;
  readonly changes: Parameters<typeof ChangeList>[0]['changes'];
}

function Told({ release, changes }: ToldProps) {
  const { id, number, profile, state, corrects } = release;
  const [correcting, setCorrecting] = useState(false);
  return (
    <>
      <h1>
        {words('releases.number', { number })} · <bdi>{profile.title ?? words('releases.untitled')}</bdi>
      </h1>
      <p>
        <StateSign release={release} />
      </p>
      <MadeLine release={release} />
      {state === 'waits-for-approval' && <ApproveForm release={release} />}
      {(state === 'may-be-handed-out' || state === 'under-embargo') && (
        <p>
          <button type="button" onClick={() => setCorrecting(true)}>
            {words('releases.correct')}
          </button>
        </p>
      )}
      {correcting && (
        <ReasonDialog
          title={words('releases.correct')}
          does={words('releases.correct')}
          of={`correct ${id}`}
          close={() => setCorrecting(false)}
          write={async (reason) => {
            const body = { profile: null, corrects: { release: id, reason } };
            const made = await proving(() => call('POST /api/releases', { body }));
            go(`/releases/${made.id}`);
          }}
        >
          <p>{words('releases.correct.text')}</p>
        </ReasonDialog>
      )}
      <div class="two">
        <section aria-labelledby="holds">
          <h2 id="holds">{words('releases.holds')}</h2>
          <ProfileFacts profile={profile} />
        </section>
        <Gates id={id} />
      </div>
      {corrects !== null && <ChangeList reason={corrects.reason} changes={changes} />}
      <Check release={release} />
      <FileList release={release} />
    </>
  );
}

function Gates({ id }: { readonly id: string }) {
  const { answer, fault, again } = useAnswer('GET /api/releases/{id}/gates', { params: { id } });
  return (
    <section aria-labelledby="gates">
      <h2 id="gates">{words('releases.gates')}</h2>
      <p class="why">{words('releases.gates.text')}</p>
      {fault !== null && <Fault fault={fault} again={again} />}
      {answer === null && fault === null && <p role="status">{words('releases.gates.asking')}</p>}
      {answer !== null && <GateList gates={answer.gates} />}
    </section>
  );
}

function Check({ release: { number, state } }: { readonly release: Release }) {
  const isReady = state === 'may-be-handed-out' || state === 'corrected';
  return (
    <section aria-labelledby="check">
      <h2 id="check">{words('releases.check')}</h2>
      {isReady ? (
        <>
          <p>{words('releases.check.write')}</p>
          <pre dir="ltr">onrecord release show {number} --out FOLDER</pre>
        </>
      ) : (
        <p>{words('releases.check.not-yet')}</p>
      )}
      <p>{words('releases.check.verify')}</p>
      <pre dir="ltr">{'sh verify/verify.sh\nonrecord verify .'}</pre>
    </section>
  );
}
