/** How precisely a place is known: UCDP where_prec, 1 the exact place, 7 known least. */
export const PRECISIONS = ['1', '2', '3', '4', '5', '6', '7'] as const;
