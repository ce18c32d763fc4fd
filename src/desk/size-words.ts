/** Sizes in words, for the command line and the server too, which know the desk and not the record. */
export { limitWords, MIB, sizeWords } from '../record/size-words.ts';
