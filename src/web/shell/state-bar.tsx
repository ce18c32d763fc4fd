/** The state of things at the bottom: saved, counted, by whom, how far the log goes. */
import { mentions, useMentions } from '../together/unread.ts';
import { words } from '../words/language.ts';
import { keysOpen } from './keys-list.tsx';
import { byOthers } from './live.ts';
import { connection, counts, recordSeq, session } from './record-state.ts';
import { askWho } from './who-decides.tsx';

/** One line at the foot of every page. */
export function StateBar() {
  const told = counts.value;
  const who = session.value;
  useMentions();
  const unread = mentions.value?.unread ?? 0;
  const others = byOthers.value;
  const saving = connection.value === 'saving';
  return (
    <footer class="bar state">
      <span role="status" class={connection.value === 'saved' ? 'ok' : ''}>
        ● {words(saving ? 'shell.saving' : 'shell.saved')}
      </span>
      {told !== null && <span>{words('shell.tally', { ...told.claims })}</span>}
      <button type="button" class="plain wide" onClick={() => (keysOpen.value = true)}>
        <kbd>?</kbd> {words('shell.keys')}
      </button>
      <span role="status">
        {others > 0 && (
          <>
            {words('together.by-others', { count: others })}{' '}
            <button type="button" class="plain" onClick={() => (byOthers.value = 0)}>
              {words('together.by-others-seen')}
            </button>
          </>
        )}
      </span>
      {unread > 0 && (
        <a class="warn" href="/together">
          {words('together.unread', { count: unread })}
        </a>
      )}
      <span class="end">
        {who?.by != null &&
          (who.team ? (
            <a href="/account">{who.by}</a>
          ) : (
            <button type="button" class="plain" onClick={askWho}>
              {who.by}
            </button>
          ))}
        {who?.canWrite === false && <span class="warn">{words('shell.read-only')}</span>}
        {who?.encrypted === false && <span class="warn">{words('shell.not-encrypted')}</span>}
        {who !== null && <span class="wide">{words('shell.vault', { name: who.vault })}</span>}
        <a href="/custody">{words('shell.log', { seq: recordSeq.value })}</a>
      </span>
    </footer>
  );
}
