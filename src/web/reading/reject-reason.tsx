/** Why a proposal is rejected. */
import { UsualReasons } from '../parts/usual-reasons.tsx';
import { words } from '../words/language.ts';

const USUAL = ['speaker', 'words', 'number', 'stance', 'about'] as const;

interface RejectProps {
  readonly claim: string;
  readonly source: string;
  close(): void;
  reject(reason: string): void;
}

/** The question. */
export function RejectReason({ claim, source, close, reject }: RejectProps) {
  return (
    <UsualReasons
      title={words('reading.reject-title')}
      of={`reject ${claim}`}
      source={source}
      usual={USUAL.map((one) => words(`reading.reject.${one}`))}
      does={words('reading.reject')}
      close={close}
      decide={reject}
    />
  );
}
