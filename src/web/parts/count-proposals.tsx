/** The switch that decides whether proposals which nobody reviewed are counted; one for all pages. */
import { signal } from '@preact/signals';
import { counts } from '../shell/record-state.ts';
import { words } from '../words/language.ts';

const chosen = signal<boolean | null>(null);

/**
 * Whether proposals are counted now; null while nothing is known of the record. Until a person chooses: only when nothing is
 * accepted yet.
 *
 * @example
 * const includeProposed = countsProposals();
 */
export function countsProposals(): boolean | null {
  if (chosen.value !== null) return chosen.value;
  return counts.value === null ? null : counts.value.claims.accepted === 0;
}

/** The switch, and in words why it stands as it does. */
export function CountProposals() {
  const on = countsProposals() === true;
  const proposed = counts.value?.claims.proposed ?? 0;
  return (
    <div class={`proposals ${on && proposed > 0 ? 'on' : ''}`}>
      <label class="check">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => {
            chosen.value = event.currentTarget.checked;
          }}
        />
        {words('proposals.count', { proposed })}
      </label>
      {on && proposed > 0 && (
        <p class="why">{words(chosen.value === null ? 'proposals.nothing-accepted' : 'proposals.counted')}</p>
      )}
    </div>
  );
}
