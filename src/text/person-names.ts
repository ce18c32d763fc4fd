/** The door to names of persons: what is one, and where they stand in a text. */
export { openPersonFinder, type PersonFinder, type SoughtPerson } from './person-names/find-persons.ts';
export { mayHoldName } from './person-names/name-like.ts';
export { foldWord, nameTokens } from './person-names/name-tokens.ts';
export { isPersonalName, type PersonalName, personalNamesIn } from './person-names/personal-name.ts';
export { latinOf } from './person-names/same-name.ts';
