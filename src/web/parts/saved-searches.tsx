/** Searches that are kept for a page: to go to, to drop, and to keep the present one under a name. */
import { useState } from 'preact/hooks';
import { useActions } from '../shell/actions.ts';
import { dropSearch, keepSearch, keptSearches } from '../shell/kept-searches.ts';
import { place } from '../shell/location.ts';
import { session } from '../shell/record-state.ts';
import { words } from '../words/language.ts';
import { Refused } from './refused.tsx';

/** The row; nothing while nothing is kept and nothing is asked for. */
export function SavedSearches({ path }: { readonly path: string }) {
  const [naming, setNaming] = useState(false);
  const { query } = place.value;
  query.delete('lang');
  const now = query.size === 0 ? path : `${path}?${query}`;
  const own = keptSearches.value.filter(({ address }) => address.split('?')[0] === path);
  const isKept = own.some(({ address }) => address === now);
  const mayKeep = query.size > 0 && !isKept && session.value?.canWrite !== false;
  useActions(
    () => (mayKeep ? [{ name: words('searches.keep'), key: null, run: () => setNaming(true) }] : []),
    [mayKeep],
    'searches',
  );
  if (own.length === 0 && !mayKeep) return null;
  return (
    <div class="searches">
      {own.length > 0 && (
        <ul aria-label={words('searches.kept')}>
          {own.map(({ name, address }) => (
            <li key={name}>
              <a href={address} dir="auto" aria-current={address === now ? 'true' : undefined}>
                {name}
              </a>
              <button
                type="button"
                class="plain"
                aria-label={words('searches.drop', { name })}
                title={words('searches.drop', { name })}
                onClick={() => void dropSearch(name).catch(() => undefined)}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      {mayKeep && !naming && (
        <button type="button" class="plain" onClick={() => setNaming(true)}>
          {words('searches.keep')}
        </button>
      )}
      {mayKeep && naming && <Name address={now} close={() => setNaming(false)} />}
    </div>
  );
}

function Name({ address, close }: { readonly address: string; close(): void }) {
  const [name, setName] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const keep = async (event: Event): Promise<void> => {
    event.preventDefault();
    await keepSearch(name, address).then(close, (error: Error) => setFault(error.message));
  };
  return (
    <form class="row" onSubmit={keep} onKeyDown={(event) => event.key === 'Escape' && close()}>
      <label class="row">
        {words('searches.name')}
        <input
          type="text"
          dir="auto"
          required
          maxLength={120}
          value={name}
          ref={(field) => field?.focus()}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="yes" disabled={name.trim() === ''}>
        {words('searches.do')}
      </button>
      <Refused why={fault} />
    </form>
  );
}
