/** A new release: its conditions, the gates that they meet, and the way to make it. */
import { useState } from 'preact/hooks';
import { type Answer, call } from '../api/call.ts';
import { DeskFault } from '../api/desk-fault.ts';
import { Refused } from '../parts/refused.tsx';
import { useKept } from '../shell/kept.ts';
import { go } from '../shell/location.ts';
import { refreshRecord } from '../shell/record-state.ts';
import { isNamed } from '../shell/who-decides.tsx';
import { proving } from '../team/prove-dialog.tsx';
import { language, words } from '../words/language.ts';
import { GateList } from './gate-list.tsx';
import { emptyDraft, type ProfileDraft, profileOf } from './profile-draft.ts';
import { ProfileFields } from './profile-fields.tsx';

type Gates = Answer<'POST /api/releases/drafts'>['gates'];

/** The page. */
export function NewRelease() {
  const kept = useKept('release new', JSON.stringify(emptyDraft(language.value)));
  const draft: ProfileDraft = { ...emptyDraft(language.value), ...JSON.parse(kept.value) };
  const [gates, setGates] = useState<Gates | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState<'asking' | 'making' | null>(null);
  const trying = async (what: 'asking' | 'making', act: () => Promise<void>): Promise<void> => {
    setBusy(what);
    setFault(null);
    try {
      await act();
    } catch (error) {
      setFault(faultWords(error));
    }
    setBusy(null);
  };
  const profile = profileOf(draft);
  const ask = async (): Promise<void> => {
    setGates((await call('POST /api/releases/drafts', { body: { profile } })).gates);
  };
  const make = async (): Promise<void> => {
    await ask();
    const made = await proving(() => call('POST /api/releases', { body: { profile, corrects: null } }));
    kept.done();
    await refreshRecord();
    go(`/releases/${made.id}`);
  };
  return (
    <div class="sheet releases">
      <p>
        <a href="/releases">{words('nav.releases')}</a>
      </p>
      <h1>{words('releases.new')}</h1>
      <p class="lead">{words('releases.form.lead')}</p>
      <form
        class="record-form"
        onSubmit={async (event) => {
          event.preventDefault();
          if (await isNamed()) await trying('making', make);
        }}
      >
        <ProfileFields
          draft={draft}
          set={(changes) => {
            setGates(null);
            kept.change(JSON.stringify({ ...draft, ...changes }));
          }}
        />
        <p class="row">
          <button type="button" disabled={busy !== null} onClick={() => void trying('asking', ask)}>
            {words('releases.form.ask')}
          </button>
          <button type="submit" class="yes" disabled={busy !== null}>
            {words('releases.form.do')}
          </button>
        </p>
        {busy !== null && (
          <p role="status">{words(busy === 'asking' ? 'releases.gates.asking' : 'releases.form.making')}</p>
        )}
        {gates !== null && (
          <section aria-label={words('releases.gates')}>
            <GateList gates={gates} />
          </section>
        )}
        <Refused why={fault} />
      </form>
    </div>
  );
}

/** Every fault of the profile by its field; closed gates are told by the list above. */
function faultWords(error: unknown): string {
  if (!(error instanceof DeskFault)) return error instanceof Error ? error.message : String(error);
  if (error.code !== 'invalid-record') return error.message;
  return error.faults.map(({ path, message }) => `${path}: ${message}`).join('; ') || error.message;
}
