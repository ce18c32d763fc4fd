/** Words that make a statement a demand: "the authorities must investigate" asks, whatever verb introduces it. */

/** "must be presumed dead", "must be mistaken": a conclusion. */
const CONCLUDES =
  /\b(?:must|should) (?:all |both |now |therefore |surely )*be (?:presumed|assumed|feared|mistaken|joking|lying|dead|alive|(?:considered|counted|regarded|given up)(?: as| for)? (?:dead|missing|lost))\b/gi;
const DEMANDS =
  /\b(?:must(?! have\b)|should(?! have\b)|ought to|(?:is|are) not an option|can(?:not|'t|’t) be tolerated|no place for|zero[- ]tolerance|we (?:urge|call (?:on|for|upon)|demand|ask|appeal)|it is time (?:to|for)|immediately (?:release|stop|end|halt))\b/i;
/** "Show me one name": a dare at the opening of a sentence. */
const DARES = /(?:^|[.!?:]["”’]?\s+["“‘]?)(?:show|give|bring) (?:me|us) (?:one|a single)\b/i;
const CONDITIONAL = /^(?:if|whether|when|unless)\b/i;

/**
 * Whether claimed words demand something.
 *
 * @example
 * demands('the army must open the roads'); // true
 */
export function demands(words: string): boolean {
  const wanted = words.replace(CONCLUDES, '');
  return (DEMANDS.test(wanted) || DARES.test(wanted)) && !CONDITIONAL.test(words);
}
