/** Approving a release as another person: whose name stands beside it is said before, and can be changed on a desk for one. */
import { useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import { useAnswer } from '../api/use-answer.ts';
import { Refused } from '../parts/refused.tsx';
import { useKept } from '../shell/kept.ts';
import { refreshRecord, session } from '../shell/record-state.ts';
import { askWho, isNamed } from '../shell/who-decides.tsx';
import { proving } from '../team/prove-dialog.tsx';
import { words } from '../words/language.ts';
import type { Release } from './release-list.tsx';

/** The form. */
export function ApproveForm({ release: { id, by } }: { readonly release: Release }) {
  const listed = useAnswer('GET /api/releases', {}, { whole: 'releases' }).answer;
  const note = useKept(`approve ${id}`, '');
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const who = session.value;
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!(await isNamed())) return;
    setBusy(true);
    try {
      const body = { note: note.value.trim() === '' ? null : note.value };
      await proving(() => call('POST /api/releases/{id}/approvals', { params: { id }, body }));
      note.done();
      await refreshRecord();
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  };
  return (
    <form class="record-form" onSubmit={submit} aria-labelledby="approve">
      <h2 id="approve">{words('releases.approve')}</h2>
      {listed?.secondPerson === true && <p>{words('releases.approve.second', { by })}</p>}
      <p>{words('releases.approve.text', { by: who?.by ?? '—' })}</p>
      <label>
        {words('releases.approve.note')}
        <textarea
          rows={2}
          dir="auto"
          value={note.value}
          onInput={(event) => note.change(event.currentTarget.value)}
        />
      </label>
      <Refused why={fault} />
      <p class="row">
        <button type="submit" class="yes" disabled={busy}>
          {words('releases.approve.do')}
        </button>
        {who?.team === false && (
          <button type="button" onClick={() => void askWho()}>
            {words('releases.approve.other-name')}
          </button>
        )}
      </p>
    </form>
  );
}
