/** Everything that was wrong, each with its place; a place in a case leads to that case. */

interface FaultListProps {
  readonly faults: readonly { readonly path: string; readonly message: string }[];
}

/** The list; nothing when there is nothing. */
export function FaultList({ faults }: FaultListProps) {
  if (faults.length === 0) return null;
  return (
    <ul class="lines">
      {faults.map(({ path, message }) => {
        const [id = ''] = path.split('.');
        return (
          <li key={`${path} ${message}`}>
            {id.startsWith('cas_') ? <a href={`/cases/${id}`}>{id.slice(0, 12)}</a> : path}: {message}
          </li>
        );
      })}
    </ul>
  );
}
