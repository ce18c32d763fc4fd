/** Fields for a passphrase and a one-time code, as password managers and telephones know them. */
import { words } from '../words/language.ts';

interface Field {
  readonly value: string;
  readonly onInput: (value: string) => void;
}

/** The passphrase; a new one is offered to be kept by the password manager. */
export function PassphraseField({ value, onInput, fresh = false }: Field & { readonly fresh?: boolean }) {
  return (
    <label>
      {words(fresh ? 'team.new-passphrase' : 'team.passphrase')}
      <input
        type="password"
        required
        minLength={fresh ? 12 : 1}
        autocomplete={fresh ? 'new-password' : 'current-password'}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  );
}

/** The six digits of the app. */
export function CodeField({ value, onInput }: Field) {
  return (
    <label>
      {words('team.code')}
      <input
        type="text"
        required
        inputMode="numeric"
        autocomplete="one-time-code"
        maxLength={7}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  );
}
