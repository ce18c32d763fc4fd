/** What went wrong, in the place where it was asked for. */
import { words } from '../words/language.ts';

/** A sentence, and the way to try again. */
export function Fault({ fault, again }: { readonly fault: Error; readonly again?: () => void }) {
  return (
    <div class="notice stop" role="alert">
      <p>{fault.message}</p>
      {again !== undefined && (
        <button type="button" onClick={again}>
          {words('shell.again')}
        </button>
      )}
    </div>
  );
}
