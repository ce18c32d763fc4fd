/** Lengths of time in words, for the command line and the server too, which know the desk and not the record. */
export { durationWords } from '../record/duration-words.ts';
