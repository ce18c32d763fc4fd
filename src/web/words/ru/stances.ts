/** Stances, as a verb of the actor. */
export const STANCES = {
  'stance.alleges': 'утверждает',
  'stance.confirms': 'подтверждает',
  'stance.denies': 'отрицает',
  'stance.disputes': 'оспаривает',
  'stance.declines': 'уклоняется',
  'stance.silent': 'молчит',
  'stance.asks': 'просит',
  'stance.undertakes': 'обещает',
} as const;
