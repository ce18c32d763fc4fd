/** Why a proposal is rejected. */
import { UsualReasons } from '../parts/usual-reasons.tsx';
import { words } from '../words/language.ts';

const USUAL = ['speaker', 'words', 'number', 'stance', 'about'] as const;

interface RejectProps {
  close(): void;
  reject(reason: string): void;
}

/** The question. */
export function RejectReason({ close, reject }: RejectProps) {
  return (
    <UsualReasons
      title={words('reading.reject-title')}
      usual={USUAL.map((one) => words(`reading.reject.${one}`))}
      does={words('reading.reject')}
      close={close}
      decide={reject}
    />
  );
}
