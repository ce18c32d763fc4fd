/** How far a name reaches: "Committee on Enforced Disappearances", "Open Door Network", "J. M. Orr". Token ranges. */
import { kindOfWord } from './actor-words.ts';
import { lowerAt } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Range } from './sentences.ts';

/** Small words inside the names of persons and papers. */
const PARTICLE =
  /^(?:de|del|della|di|do|das|dos|du|da|la|le|al|el|ag|ap|bin|ibn|bint|ben|ould|uld|von|van|der|den|ter|zu)$/;
const LINK = /^(?:of|for|the|and|on|in|against|to)$/;

/** "Brothers of the Dawn", "Mothers of the Square": kin and callings that open the name of a body. */
const FELLOWS =
  /^(?:brothers|sisters|sons|daughters|mothers|friends|guardians|defenders|soldiers|voices|knights|eagles|lions|army|party|doctors|lawyers|reporters|teachers)$/;

/**
 * "Mothers of the Square": the run opens with kin or a calling and "of" or "for".
 *
 * @example
 * opensFellows(parsed, { from: 1, to: 5 }); // true
 */
export function opensFellows(parsed: ParsedText, run: Range): boolean {
  return FELLOWS.test(lowerAt(parsed, run.from)) && /^(?:of|for)$/.test(lowerAt(parsed, run.from + 1));
}

/**
 * The run of name tokens that starts at `from`; "of" and "for" inside join it.
 *
 * @example
 * nameRun(parsed, 3); // { from: 3, to: 6 }
 */
export function nameRun(parsed: ParsedText, from: number): Range {
  let to = from + 1;
  for (let i = from + 1; i < parsed.tokens.length; i += 1) {
    const tag = parsed.tags[i];
    const lower = lowerAt(parsed, i);
    const near = (parsed.tokens[i]?.start ?? 0) - (parsed.tokens[i - 1]?.end ?? 0) <= 1;
    if (!near || parsed.paragraphAt[i] !== parsed.paragraphAt[from]) break;
    if (tag === 'NAME' || numbers(parsed, i)) to = i + 1;
    else if (
      lower === '.' &&
      /^(?:\p{Lu}|Mr|Mrs|Ms|Dr|Gen|Col|Lt|St|Sgt|Capt)$/u.test(parsed.tokens[i - 1]?.text ?? '')
    )
      continue;
    else if (
      (/^(?:of|for|on|against)$/.test(lower) || PARTICLE.test(lower)) &&
      organisational(parsed, from, i)
    )
      continue;
    else if (/^['’]$/.test(lower) && lowerAt(parsed, i - 1).endsWith('s') && parsed.tags[i + 1] === 'NAME')
      continue;
    else if (
      /^(?:the|and|la|le|los|las|der|den)$/.test(lower) &&
      i > from + 1 &&
      (LINK.test(lowerAt(parsed, i - 1)) || PARTICLE.test(lowerAt(parsed, i - 1)))
    )
      continue;
    else break;
  }
  return { from, to };
}

const NUMBERED =
  /^(?:witness|survivor|worker|interviewee|respondent|detainee|inmate|prisoner|resident|victim|patient|participant|source|officer|soldier|channel|studio|station|radio|tv|canal)$/;

/** "Worker *3*", "Survivor *B*", "Channel *3*": the number or letter belongs to the name. */
function numbers(parsed: ParsedText, i: number): boolean {
  const text = parsed.tokens[i]?.text ?? '';
  return /^(?:\d{1,3}|[A-Z])$/.test(text) && NUMBERED.test(lowerAt(parsed, i - 1));
}

function organisational(parsed: ParsedText, from: number, i: number): boolean {
  if (PARTICLE.test(lowerAt(parsed, i)))
    return (
      parsed.tags[i + 1] === 'NAME' ||
      (PARTICLE.test(lowerAt(parsed, i + 1)) && parsed.tags[i + 2] === 'NAME')
    );
  if (parsed.tags[i + 1] !== 'NAME' && lowerAt(parsed, i + 1) !== 'the') return false;
  if (/^(?:on|against)$/.test(lowerAt(parsed, i)))
    return /^(?:committee|commission|group|council|coalition|campaign|alliance|union)$/.test(
      lowerAt(parsed, i - 1),
    );
  if (lowerAt(parsed, i) === 'of' && FELLOWS.test(lowerAt(parsed, i - 1))) return true;
  for (let k = from; k < i; k += 1) if (kindOfWord(lowerAt(parsed, k)) !== null) return true;
  return false;
}
