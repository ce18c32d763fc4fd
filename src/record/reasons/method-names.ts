/** Ways to estimate, as a record names them. */
export const METHOD_NAMES = {
  average: 'average over graphs',
  logLinearBic: 'log-linear, best by BIC',
  logLinearAic: 'log-linear, best by AIC',
  latentClass: 'latent classes',
  chao: 'at least (Chao)',
  averageOverLinkages: 'average over graphs and linkages',
  logLinearOverLinkages: 'log-linear by BIC, over linkages',
} as const;
