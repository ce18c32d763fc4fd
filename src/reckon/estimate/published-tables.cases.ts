/**
 * Published tables, as counts by capture history: facts without a person in them. For golden tests and the bench; the
 * figures that authors or their programs give for them are in the tests.
 */
import { type CaptureTable, captureTable } from './capture-table.ts';

/** Rows of "history count": a 1 for each list, in the order of the names. */
function published(lists: string, rows: string): CaptureTable {
  const cells = rows.split(' ').map((row) => {
    const [history = '', count = ''] = row.split(':');
    const bits = [...history].reduce((sum, on, list) => (on === '1' ? sum | (1 << list) : sum), 0);
    return [bits, Number(count)] as const;
  });
  return captureTable(lists.split(' '), cells);
}

/** Killings in Kosovo, 1999: Ball, Betts, Scheuren, Dudukovich & Asher 2002; counts as in CRAN LCMCR. */
export const kosovo: CaptureTable = published(
  'EXH ABA OSCE HRW',
  '1000:1131 0100:845 1100:177 0010:936 1010:228 0110:217 1110:181 0001:306 1001:106 0101:31 1101:18 0011:123 1011:42 0111:32 1111:27',
);

/** Victims of trafficking, United Kingdom 2013, five lists: Silverman 2014; counts as in CRAN SparseMSE. */
export const ukFive: CaptureTable = published(
  'LA NG PFNCA GO GP',
  '10000:54 01000:463 00100:995 00010:695 00001:316 11000:15 10100:19 10010:3 01100:62 01010:19 01001:1 00110:76 00101:11 00011:8 11100:1 11010:1 01110:4 11110:1',
);

/** The same in six lists. */
export const ukSix: CaptureTable = published(
  'LA NG PF GO GP NCA',
  '100000:54 010000:463 001000:907 000100:695 000010:316 000001:57 110000:15 101000:19 100100:3 011000:56 010100:19 010010:1 010001:3 001100:69 001010:10 001001:31 000110:8 000101:6 000011:1 111000:1 110100:1 011100:4 011001:3 001101:1 111100:1',
);

/** Victims of trafficking, Netherlands 2010–2015, five lists: van Dijk, Cruyff, van der Heijden & Kragten-Heerdink 2017; CRAN SparseMSE. */
export const netherlands: CaptureTable = published(
  'IO K P R Z',
  '10000:756 01000:1299 00100:4466 00010:650 00001:632 11000:1 10100:81 10010:5 10001:73 01100:44 01001:4 00110:82 00101:125 00011:2 10110:2 10101:11 00111:1',
);

/** Victims of trafficking, New Orleans, five lists: Bales, Murphy & Silverman 2020; CRAN SparseMSE. */
export const newOrleans: CaptureTable = published(
  'A BEFG C D H',
  '10000:25 01000:24 00100:70 00010:33 00001:21 11000:1 10100:1 10010:2 01100:2 01010:2 01001:1 00110:1 11100:1 11010:1',
);

/** Spina bifida, upstate New York 1969–1974: Regal & Hook 1991; Madigan & York 1997. */
export const spinaBifida: CaptureTable = published(
  'L1 L2 L3',
  '100:60 010:49 110:4 001:247 101:112 011:142 111:12',
);

/** Congenital anomaly, Massachusetts 1955–1959: Wittes, Colton & Sidel 1974; Madigan & York 1997. */
export const anomaly: CaptureTable = published(
  'L1 L2 L3 L4 L5',
  '10000:27 01000:37 11000:19 00100:4 10100:4 01100:1 11100:1 00010:97 10010:22 01010:37 11010:25 00110:2 10110:1 01110:3 11110:5 00001:83 10001:36 01001:34 11001:18 00101:3 10101:5 11101:2 00011:30 10011:5 01011:23 11011:8 10111:3 11111:2',
);

/** HIV, Lazio 1990: Abeni, Brancato & Perucci 1994; counts as in CRAN Rcapture. */
export const hiv: CaptureTable = published(
  'c1 c2 c3 c4',
  '1110:3 1101:1 1100:33 1010:20 1001:6 1000:403 0111:3 0110:35 0101:10 0100:545 0011:11 0010:621 0001:205',
);

/** Snowshoe hares on six days: Cormack 1989; Agresti 1994; CRAN Rcapture. */
export const hare: CaptureTable = published(
  'c1 c2 c3 c4 c5 c6',
  '100000:3 010000:6 001000:5 101000:1 000100:3 100100:2 010100:3 101100:1 000010:4 100010:2 010010:3 110010:1 101010:1 000110:1 000001:4 100001:1 010001:1 110001:1 001001:2 011001:2 000101:4 010101:3 001101:1 011101:2 000011:2 010011:1 001011:1 011011:1 000111:1 100111:1 010111:1 011111:1 111111:2',
);

/** No people: the table with which the manual of CRAN SparseMSE shows a likelihood without a maximum. */
export const artificial3: CaptureTable = published('A B C', '100:40 010:30 001:20 110:6');
