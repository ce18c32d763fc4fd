/** Why a method gives no estimate. `{refusal}` is another reason of this table. */
export const REFUSAL_REASONS = {
  fewLists: 'There are {n} lists; it takes {most} to tell dependence between lists from unseen people.',
  shortList:
    'List {list} holds fewer than {n} people: it says nothing. Leave it out, or join it with a list that came about in the same way.',
  apart:
    'No person ties {lists}: without people on lists of both sides nothing is known about how much they missed together.',
  noUpperLimit: 'The data set no upper limit: any number of unseen people fits them.',
  upperFar: 'The upper limit lies over {n} times the recorded people: the data hardly bound the number.',
  chainsStill: 'The chains of the sampler do not move: nothing can be said about their agreement.',
  chainsDisagree:
    'The chains of the sampler disagree (R-hat {rHat}, over {limit}): they have not found one answer after {steps} steps. Longer chains may agree ({longer} steps), or the table may hold no one answer.',
  noLowerBound: 'Too few people are on two lists or more: the lower bound has no finite value.',
  notRun: 'This method was not run.',
  wholeRefused: 'The method is refused on the whole table.',
  emptyHistory:
    'Nobody has some of the possible capture histories: the number without the interaction of all lists cannot be computed.',
  noFiniteMaximum: 'No log-linear model has a likelihood with a finite maximum on this table.',
  underLinkages: 'Under {n} of {most} linkages: {refusal}',
  manyGraphs:
    'There are {n} lists; the graphs over more than {most} are too many to average. Join lists that came about in the same way.',
} as const;
