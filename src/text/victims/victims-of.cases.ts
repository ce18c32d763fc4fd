/** Invented reports and the victims a careful reader counts: "kind figure", in any order. Places and people are fictional. */
export const VICTIM_CASES: readonly (readonly [string, readonly string[]])[] = [
  [
    'SAN TORVO, 4 JAN 90 -- [TEXT] ABOUT 50 PEASANTS WERE KIDNAPPED BY TERRORISTS IN VELT DEPARTMENT YESTERDAY.',
    ['abducted 50'],
  ],
  [
    'A bomb exploded in a market in Velt today, killing seven people and injuring 23 others.',
    ['killed 7', 'injured 23'],
  ],
  ['Gunmen murdered Senator Joren Talvik in Velt today. Talvik was shot as he left his home.', ['killed 1']],
  ['The meeting in Velt ended without an agreement, and 40 delegates went home.', []],
];
