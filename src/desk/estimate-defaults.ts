/** The options of an estimate as the doors see them. */
export { ESTIMATE_OPTIONS, type EstimateOptions, LEAST_CHAINS } from '../reckon/estimate/estimate-options.ts';
