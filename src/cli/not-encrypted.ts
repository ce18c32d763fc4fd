/** What every run over a vault without encryption says. */

export const NOT_ENCRYPTED =
  'This vault is NOT encrypted: whoever has the folder can read everything in it. It is for examples only.';
