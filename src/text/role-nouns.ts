/** Nouns that introduce a name: offices, trades and kin. */

const ROLE =
  /(?:minister|president|spokes(?:man|woman|person)|director|chief|head|leader|governor|mayor|commander|lawyer|activist|secretary|officer|official|chair(?:man|woman|person)?|coordinator|researcher|ambassador|deputy|analyst|journalist|editor|founder|doctor|priest|bishop|resident|witness|survivor|police|officials|authorities|witnesses|residents|activists|doctors|lawyers|sources|relatives|rebels|soldiers|villagers|medics|prosecutors|investigators|survivors|diplomats|campaigners|experts|spokesmen|spokespeople|leaders|organisers|volunteers|monitors|rescuers|workers|observers|analysts|reports|sources|source)$/;

/** True when a noun names people who can speak. @example isRole('minister'); // true */
export function isRole(lower: string): boolean {
  return ROLE.test(lower);
}

/** "his widow, Benita": kin named behind the comma. */
const KIN =
  /^(?:widow|widower|wife|husband|mother|father|brother|sister|son|daughter|cousin|uncle|aunt|nephew|niece|partner|fiancée|fiancé|grandmother|grandfather)$/;

/** Kin named behind a comma. @example isKin('widow'); // true */
export function isKin(lower: string): boolean {
  return KIN.test(lower);
}
