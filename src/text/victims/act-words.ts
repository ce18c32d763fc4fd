/**
 * Words that tell of a killing, a wounding or an abduction anywhere in a sentence, as bits. Wider than the acts of
 * `acts/lexicon.ts`: they only say where to look; the model weighs what stands around them.
 */
import type { VictimKind } from './victim-fact.ts';

/** Bits of the kinds, in the order of VICTIM_KINDS. */
export const KIND_BIT: Readonly<Record<VictimKind, number>> = { killed: 1, injured: 2, abducted: 4 };

const KILLED =
  /^(?:kill(?:s|ed|ings?)?|murder(?:s|ed|ing)?|assassinat(?:ed?|es|ing|ions?)|massacr(?:ed?|es|ing)|execut(?:ed?|es|ing|ions?)|slain|slayings?|slay|slew|die[ds]?|dying|dead|deaths?|deceased|bod(?:y|ies)|corpses?|shot|riddled|fatal(?:ly|ity|ities)?|lives|life|perish(?:ed)?|funerals?|buried|burial|slaughter(?:ed)?|lynch(?:ed)?|behead(?:ed|ing)?|decapitated|dismembered|eliminat(?:ed?|ing|ion)|genocide|liquidated|hanged|strangled|stabbed|victims?|casualt(?:y|ies)|toll|remains|wak(?:e|es)|mourn(?:ed|ing)?|autops(?:y|ies)|machine-?gunned|gunned|blown|crimes?|martyr(?:ed|s)?|annihilated|immolated|burned|drowned)$/;
const INJURED =
  /^(?:injur(?:ed?|es|ing|y|ies)|wound(?:s|ed|ing)?|hurt|maimed|mutilated|shot|hospitali[sz]ed|hospitals?|burn(?:s|ed)|victims?|casualt(?:y|ies)|bruises|critical|serious(?:ly)?|slightly|gravely|beaten|lost|fire[ds]?|attacks?|explo(?:sion|ded))$/;
const ABDUCTED =
  /^(?:kidnap(?:s|ed|ped|ping|ping?s|ers?|pers?|pings?|ing)?|abduct(?:s|ed|ing|ions?|ors?)?|hostages?|captives?|captors?|captivity|captured?|ransom|seiz(?:ed|ing|ure)|taken|took|held|hold(?:ing)?|releas(?:ed?|es|ing)|freed|freeing|disappear(?:ed|ances?)|whereabouts|snatched|detained|rescued?|retain(?:ed|ing)?|prisoners?)$/;

/**
 * The kinds that a lower-case word may tell of, as bits.
 *
 * @example
 * kindsOfWord('murdered'); // 1
 */
export function kindsOfWord(low: string): number {
  return (KILLED.test(low) ? 1 : 0) | (INJURED.test(low) ? 2 : 0) | (ABDUCTED.test(low) ? 4 : 0);
}
