/** Ways to get in, tried one at a time: whether one is being tried, and why the last one failed. */
import { useState } from 'preact/hooks';
import { words } from '../words/language.ts';
import { faultWords } from './member-state.ts';

/**
 * The state of a form with several ways in.
 *
 * @example
 * const { busy, fault, setFault, trying } = useTrying();
 * await trying(() => call('POST /api/team/sign-in', { body }), onDone);
 */
export function useTrying() {
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const trying = async (work: () => Promise<unknown>, done: () => void): Promise<void> => {
    setBusy(true);
    setFault(null);
    try {
      await work();
      done();
    } catch (error) {
      setFault(error instanceof DOMException ? words('team.passkey-left') : faultWords(error));
    }
    setBusy(false);
  };
  return { busy, fault, setFault, trying };
}
