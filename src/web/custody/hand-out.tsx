/** Gives the signed head away as a file; that it leaves stands in the log first. */
import { useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import { refreshRecord, session } from '../shell/record-state.ts';
import { isNamed } from '../shell/who-decides.tsx';
import { words } from '../words/language.ts';
import { saveText } from './save-text.ts';

/** A field for whom, and a button. */
export function HandOut() {
  const [to, setTo] = useState('');
  const [told, setTold] = useState<{ readonly text: string; readonly bad: boolean } | null>(null);
  if (session.value?.canWrite === false) return <p class="why">{words('custody.hand-out-not')}</p>;
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!(await isNamed())) return;
    try {
      const out = await call('POST /api/custody/checkpoint', { body: { to: to.trim() || null } });
      saveText(`onrecord-checkpoint-${out.size}.txt`, out.checkpoint);
      setTold({ text: words('custody.handed-out', { size: out.size, seq: out.logged }), bad: false });
      await refreshRecord();
    } catch (error) {
      setTold({ text: error instanceof Error ? error.message : String(error), bad: true });
    }
  };
  return (
    <form class="filters" onSubmit={submit}>
      <label>
        {words('custody.for-whom')}
        <input
          type="text"
          value={to}
          maxLength={200}
          autocomplete="off"
          onInput={(event) => setTo(event.currentTarget.value)}
        />
      </label>
      <button type="submit">{words('custody.hand-out')}</button>
      {told !== null && (
        <p class={told.bad ? 'stop' : 'why'} role={told.bad ? 'alert' : 'status'}>
          {told.text}
        </p>
      )}
    </form>
  );
}
