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
  /** The pair or the decision: its own words are kept under it. */
  readonly of: string;
  close(): void;
  decide(reason: string): void;
}

/** The question. */
export function PeopleReason({ deciding, of, close, decide }: ReasonProps) {
  return (
    <UsualReasons
      title={words(`people.why.${deciding}`)}
      of={`${deciding} ${of}`}
      usual={USUAL[deciding].map((one) => words(`people.reason.${one}`))}
      does={words(`people.${deciding}`)}
      close={close}
      decide={decide}
    />
  );
}
