/** Why a link between reports is proposed. `{order}` and `{form}` are other reasons of this table. */
export const LINK_REASONS = {
  sharesWords: 'Shares {n} words outside quotation marks; {order}.',
  orderKnown: 'the other was published before it',
  orderUnknown: 'which was published first is not known, so it may be the other way round',
  sameDetailsCited:
    '{n} details of both are the same, and it names the other outlet as a source or as the one that was told',
  sameDetails: '{n} details of both are the same; two reports of their own on one event can look like this',
  sameDetailsNoOrder:
    '{n} details of both are the same, and which came first is not known; two reports of their own on one event can look like this',
  sameDetailsOneDay:
    '{n} details of both are the same, and both came out on one day; two reports of their own on one event can look like this',
  credit: '{form} names {outlet}',
  author: 'the stated author is {outlet}',
  pageCredits: 'the page credits it in its statements',
  canonical: 'its canonical address is one of {outlet}',
  embeds: 'it shows this post inside the report',
  links: 'it links to this report in the paragraph of the claim',
  sameText: 'it is the same text, letter by letter, and came out later (SHA-256 {hash}…)',
  formDateline: 'a dateline with the agency in brackets',
  formByline: 'a byline of the agency',
  formWriter: 'a byline with the outlet of its writer',
  formFirst: 'a line that says where the text was published first',
  formContributed: 'a line that names who contributed',
  formFoot: 'the agency alone at the foot of the text',
  formBehind: 'the agency behind the last sentence',
  formSource: 'a line that names the source',
} as const;
