/**
 * How a form of an act counts people: "26 were killed" (`ed`, passive or past active), "killing 26" (`ing`), "26 died" (`went`),
 * "26 dead" (`state`), "26 deaths" (`noun`), "death toll of 26" (`toll`), "six prisons" (`site`).
 */
export type ActForm = 'ed' | 'ing' | 'base' | 'went' | 'state' | 'noun' | 'toll' | 'site';
