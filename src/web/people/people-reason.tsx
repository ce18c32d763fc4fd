/** Why somebody decides as they do on two listings. The reason stands in the log. */
import { UsualReasons } from '../parts/usual-reasons.tsx';
import { words } from '../words/language.ts';

export type Deciding = 'same' | 'different' | 'undo';

const USUAL = {
  same: ['all-agrees', 'other-spelling', 'relatives', 'other-source'],
  different: ['two-lives', 'namesakes', 'relatives-apart', 'other-source'],
  undo: ['slip', 'new-knowledge'],
} as const;

interface ReasonProps {
  readonly deciding: Deciding;
  close(): void;
  decide(reason: string): void;
}

/** The question. */
export function PeopleReason({ deciding, close, decide }: ReasonProps) {
  return (
    <UsualReasons
      title={words(`people.why.${deciding}`)}
      usual={USUAL[deciding].map((one) => words(`people.reason.${one}`))}
      does={words(`people.${deciding}`)}
      close={close}
      decide={decide}
    />
  );
}
