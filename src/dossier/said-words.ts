/** The words of figures and days as phrases of a page, to be said in its language. The words themselves stand in `figure-words.ts`. */
import { edtfWords as edtf, instantWords as instant } from './edtf-words.ts';
import {
  type Bounds,
  boundsWords as bounds,
  counted as count,
  lowBestHigh as lowBestAndHigh,
  measureWords as measure,
  originsWords as origins,
  quantityWords as quantity,
} from './figure-words.ts';
import { type Html, said } from './html.ts';

/**
 * @example
 * counted(3, 'claim'); // 3 claims
 */
export const counted = (...of: Parameters<typeof count>): Html => said(count(...of));

/**
 * @example
 * originsWords(1, 2); // at least 1, at most 2 independent origins
 */
export const originsWords = (...of: Parameters<typeof origins>): Html => said(origins(...of));

/**
 * @example
 * measureWords('killed'); // people reported killed
 */
export const measureWords = (...of: Parameters<typeof measure>): Html => said(measure(...of));

/**
 * @example
 * boundsWords({ low: 2, best: 6, high: 6 }); // 2 to 6
 */
export const boundsWords = (of: Bounds): Html => said(bounds(of));

/**
 * @example
 * quantityWords(claim.quantity); // at least 101
 */
export const quantityWords = (...of: Parameters<typeof quantity>): Html => said(quantity(...of));

/**
 * @example
 * lowBestHigh({ low: 26, best: 26, high: 26 }); // Low 26, best 26, high 26.
 */
export const lowBestHigh = (of: Bounds): Html => said(lowBestAndHigh(of));

/**
 * @example
 * edtfWords('2017-05-12'); // 12 May 2017
 */
export const edtfWords = (of: string | null): Html => said(edtf(of));

/**
 * @example
 * instantWords('2017-05-18T14:05:09Z'); // 18 May 2017, 14:05 UTC
 */
export const instantWords = (of: string): Html => said(instant(of));
