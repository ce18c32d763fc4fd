/** A member whose file was just made: what is to be read aloud, and what is to be written down. It is shown once. */
import { words } from '../words/language.ts';

interface MadeMemberProps {
  readonly made: {
    readonly name: string;
    readonly fingerprint: string;
    readonly recoveryKey: string;
    readonly folder: string;
  };
  close(): void;
}

/** What is shown. */
export function MadeMember({ made, close }: MadeMemberProps) {
  return (
    <div class="record-form">
      <h2>{words('cases.member.made', { name: made.name })}</h2>
      <p>{words('cases.member.fingerprint')}</p>
      <p class="key">{made.fingerprint}</p>
      <p>{words('cases.member.recovery')}</p>
      <pre class="key">{made.recoveryKey}</pre>
      <p class="why">{words('cases.member.file', { folder: made.folder })}</p>
      <button type="button" class="yes" onClick={close}>
        {words('cases.member.written')}
      </button>
    </div>
  );
}
