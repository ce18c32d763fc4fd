/** A new passphrase, twice, and the one that destroys. */
import { useState } from 'preact/hooks';
import { words } from '../words/language.ts';
import { SecretField } from './secret-field.tsx';

/** What was typed. */
export interface TypedPassphrases {
  readonly passphrase: string;
  readonly again: string;
  /** Empty: none. */
  readonly destroys: string;
}

const NOTHING: TypedPassphrases = { passphrase: '', again: '', destroys: '' };

/**
 * The state of the fields.
 *
 * @example
 * const [typed, setTyped, wipe] = useNewPassphrases();
 */
export function useNewPassphrases() {
  const [typed, setTyped] = useState(NOTHING);
  return [typed, setTyped, () => setTyped(NOTHING)] as const;
}

interface NewPassphrasesProps {
  readonly typed: TypedPassphrases;
  set(typed: TypedPassphrases): void;
}

/** The fields. */
export function NewPassphrases({ typed, set }: NewPassphrasesProps) {
  return (
    <>
      <SecretField
        fresh
        label={words('cases.passphrase')}
        value={typed.passphrase}
        set={(passphrase) => set({ ...typed, passphrase })}
      />
      <SecretField
        fresh
        label={words('cases.member.again')}
        value={typed.again}
        set={(again) => set({ ...typed, again })}
      />
      <details>
        <summary>{words('cases.duress')}</summary>
        <p class="why">{words('cases.duress.text')}</p>
        <SecretField
          fresh
          required={false}
          label={words('cases.duress.passphrase')}
          value={typed.destroys}
          set={(destroys) => set({ ...typed, destroys })}
        />
      </details>
    </>
  );
}
