/** A passphrase that is typed: never shown, never kept by the browser. */

interface SecretFieldProps {
  readonly label: string;
  readonly value: string;
  set(typed: string): void;
  readonly required?: boolean;
  /** One that is chosen now, not one that opens something. */
  readonly fresh?: boolean;
}

/** The field. */
export function SecretField({ label, value, set, required = true, fresh = false }: SecretFieldProps) {
  return (
    <label>
      {label}
      <input
        type="password"
        required={required}
        autocomplete={fresh ? 'new-password' : 'off'}
        value={value}
        onInput={(event) => set(event.currentTarget.value)}
      />
    </label>
  );
}
