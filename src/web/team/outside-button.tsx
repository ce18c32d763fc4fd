/**
 * Leads to the organisation's sign-in: from here, or in a tab of its own where this page must stay, which is told when it is done.
 * It is sent there as a link that the person opens, so that no browser takes it for an unwanted window.
 */
import { useEffect, useState } from 'preact/hooks';
import { words } from '../words/language.ts';
import { faultWords } from './member-state.ts';
import { outsideDone } from './outside-done.ts';

interface OutsideButtonProps {
  /** What the sign-in is called. */
  readonly name: string;
  readonly apart: boolean;
  ask(): Promise<{ readonly address: string }>;
  onDone(): void;
  onFault(words: string | null): void;
}

/** The button, and then the link. */
export function OutsideButton({ name, apart, ask, onDone, onFault }: OutsideButtonProps) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => (address === null ? undefined : outsideDone.listen(onDone)), [address]);
  const go = async (): Promise<void> => {
    onFault(null);
    try {
      const asked = await ask();
      if (apart) setAddress(asked.address);
      else window.location.assign(asked.address);
    } catch (error) {
      onFault(faultWords(error));
    }
  };
  if (address !== null)
    return (
      <a href={address} target="_blank" rel="noopener noreferrer">
        {words('team.outside-open', { name })}
      </a>
    );
  return (
    <button type="button" onClick={() => void go()}>
      {words('team.by-outside', { name })}
    </button>
  );
}
