/** By what else one may sign in here, asked once for the page. */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { call } from '../api/call.ts';
import { connection } from '../shell/record-state.ts';
import { member } from './member-state.ts';

const outside = signal<string | null>(null);
let asked = false;

/**
 * What the organisation's sign-in is called; null: there is none, or it is not known yet.
 *
 * @example
 * const door = useDoor();
 */
export function useDoor(): string | null {
  const inTeam = member.value !== null || connection.value === 'sign-in';
  useEffect(() => {
    if (asked || !inTeam) return;
    asked = true;
    call('GET /api/team/door', {}).then(
      (door) => {
        outside.value = door.outside;
      },
      () => {
        asked = false;
      },
    );
  }, [inTeam]);
  return outside.value;
}
