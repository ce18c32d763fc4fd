/** Keys being made for a member: what was typed, what went wrong, and what is to be written down once they are made. */
import { useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import { words } from '../words/language.ts';
import { useNewPassphrases } from './new-passphrases.tsx';
import { take } from './sealed-state.ts';
import { faultOf } from './use-sealed.ts';

/** What the desk is handed. */
export interface ChosenPassphrases {
  readonly passphrase: string;
  /** Null: none. */
  readonly destroyPassphrase: string | null;
}

/**
 * The state of a form that makes keys. `make` checks what was typed, asks, and wipes the fields once the keys are there;
 * `refused` says why nothing is asked for, null: nothing speaks against it.
 *
 * @example
 * const keys = useNewKeys<Answer<'POST /api/sealed/members'>>();
 * const submit = keys.make((chosen) => call('POST /api/sealed/members', { body: { name, ...chosen } }));
 */
export function useNewKeys<Made>() {
  const [typed, setTyped, wipe] = useNewPassphrases();
  const [fault, setFault] = useState<string | null>(null);
  const [made, setMade] = useState<Made | null>(null);
  const make =
    (ask: (chosen: ChosenPassphrases) => Promise<Made>, refused?: () => string | null) =>
    async (event: Event) => {
      event.preventDefault();
      const { passphrase, again, destroys } = typed;
      const why = passphrase === again ? (refused?.() ?? null) : words('cases.member.unlike');
      setFault(why);
      if (why !== null) return;
      try {
        setMade(await ask({ passphrase, destroyPassphrase: destroys === '' ? null : destroys }));
        wipe();
      } catch (error) {
        setFault(faultOf(error).message);
      }
    };
  const writtenDown = async (): Promise<void> => {
    take(await call('GET /api/sealed', {}));
    setMade(null);
  };
  return { typed, setTyped, fault, made, make, writtenDown };
}
