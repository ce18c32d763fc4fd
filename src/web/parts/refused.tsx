/** Why something was not written, where it was asked for; nothing while nothing was refused. */

/** The words of the desk. */
export function Refused({ why }: { readonly why: string | null }) {
  if (why === null) return null;
  return (
    <p class="stop" role="alert">
      {why}
    </p>
  );
}
