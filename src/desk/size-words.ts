/** Sizes in words, for the command line too, which knows the desk and not the record. */
export { sizeWords } from '../record/size-words.ts';
