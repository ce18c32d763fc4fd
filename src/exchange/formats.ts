/** The formats that a record can be written in, by name. */
import { DATASETTE } from './datasette/datasette-format.ts';
import type { ExchangeFormat } from './format.ts';
import { SPREADSHEET } from './spreadsheet/spreadsheet-format.ts';

export const EXCHANGE_FORMATS: readonly ExchangeFormat[] = [SPREADSHEET, DATASETTE];
