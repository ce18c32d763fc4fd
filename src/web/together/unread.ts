/** Where one is mentioned: for the count at the foot of every page, and for the page of what there is to do. */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { type Answer, call } from '../api/call.ts';
import { newsOf } from '../shell/live.ts';
import { may, member } from '../team/member-state.ts';

/** Null: not told yet, or there is no team. */
export const mentions = signal<Answer<'GET /api/mentions'> | null>(null);

/**
 * Asks anew; what cannot be told leaves it as it was.
 *
 * @example
 * await readMentionsAgain();
 */
export async function readMentionsAgain(): Promise<void> {
  await call('GET /api/mentions', {}).then(
    (told) => {
      mentions.value = told;
    },
    () => undefined,
  );
}

/**
 * Keeps it fresh while a member is signed in.
 *
 * @example
 * useMentions();
 */
export function useMentions(): void {
  const reads = member.value !== null && may('GET /api/mentions');
  const news = newsOf('mention');
  useEffect(() => {
    if (reads) void readMentionsAgain();
  }, [reads, news]);
}
