/** Words that date a sentence and name nobody. */

const TIME =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|today|yesterday|tonight|week|month|year|hour|hours|minutes|morning|afternoon|evening|night|weekend|days|weeks|months|years|ago)$/;

/** True for words that only date a sentence ("on Monday", "last week"). @example isTimeWord('monday'); // true */
export function isTimeWord(lower: string): boolean {
  return TIME.test(lower);
}
