/** Whether figures count proposals that nobody reviewed: one switch for all pages, off unless nothing is accepted yet. */
import { signal } from '@preact/signals';
import { counts } from '../shell/record-state.ts';
import { words } from '../words/language.ts';

const chosen = signal<boolean | null>(null);

/**
 * How the switch stands; null until it is known how much is accepted.
 *
 * @example
 * const includeProposed = proposalsCount();
 */
export function proposalsCount(): boolean | null {
  if (chosen.value !== null) return chosen.value;
  return counts.value === null ? null : counts.value.claims.accepted === 0;
}

/**
 * The switch as routes take it.
 *
 * @example
 * useAnswer('GET /api/positions', { query: { includeProposed: flagOf(true) } });
 */
export function flagOf(includeProposed: boolean): 'true' | 'false' {
  return includeProposed ? 'true' : 'false';
}

/** The switch, and in words what it does. */
export function ProposalsSwitch() {
  const on = proposalsCount() ?? false;
  const told = counts.value?.claims;
  return (
    <div class="switch">
      <label class="row">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => {
            chosen.value = event.currentTarget.checked;
          }}
        />
        {words('switch.proposals')}
      </label>
      {told !== undefined && (
        <span class="why">
          {told.accepted === 0 && on
            ? words('switch.none-accepted')
            : on
              ? words('switch.on', { proposed: told.proposed })
              : words('switch.off', { proposed: told.proposed })}
        </span>
      )}
    </div>
  );
}
