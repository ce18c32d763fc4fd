/** A reason of the program in the person's language, or in English and marked so. */
import { reasonIn } from '../words/reasons.ts';

/** The words alone. */
export function ReasonText({ reason }: { readonly reason: string }) {
  const { text, lang } = reasonIn(reason);
  return (
    <span dir="auto" {...(lang === undefined ? {} : { lang })}>
      {text}
    </span>
  );
}
