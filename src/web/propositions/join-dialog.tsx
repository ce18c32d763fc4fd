/** Puts all claims of one proposition to another, with a reason. */
import { call } from '../api/call.ts';
import { ReasonDialog } from '../parts/reason-dialog.tsx';
import { words } from '../words/language.ts';

interface Side {
  readonly id: string;
  readonly text: string;
}

/** Which goes where. */
export interface Joining {
  readonly from: Side;
  readonly into: Side;
}

interface JoinProps {
  readonly joining: Joining;
  close(): void;
  /** Told where the claims are now. */
  joined?(into: string): void;
}

/** The dialog. */
export function JoinDialog({ joining, close, joined }: JoinProps) {
  const { from, into } = joining;
  return (
    <ReasonDialog
      title={words('prop.join-title')}
      does={words('prop.join-do')}
      of={`join ${from.id} ${into.id}`}
      close={close}
      write={async (reason) => {
        await call('POST /api/propositions/joins', { body: { from: [from.id], into: into.id, reason } });
        joined?.(into.id);
      }}
    >
      <ol class="join">
        <li>
          <bdi>{from.text}</bdi>
        </li>
        <li>
          <bdi>{into.text}</bdi>
        </li>
      </ol>
      <p class="why">{words('prop.join-text')}</p>
    </ReasonDialog>
  );
}
