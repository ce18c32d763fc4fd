/** Stances, as a verb of the actor. */
export const STANCES = {
  'stance.alleges': 'alleges',
  'stance.confirms': 'confirms',
  'stance.denies': 'denies',
  'stance.disputes': 'disputes',
  'stance.declines': 'declines',
  'stance.silent': 'silent',
  'stance.asks': 'asks',
  'stance.undertakes': 'undertakes',
} as const;
