/** The formats that a record can be written in, by name. */
import { DATASETTE } from './datasette/datasette-format.ts';
import type { ExchangeFormat } from './format.ts';
import { PROV } from './prov/prov-format.ts';
import { SCHEMA_ORG } from './schema-org/schema-org-format.ts';
import { SPREADSHEET } from './spreadsheet/spreadsheet-format.ts';

export const EXCHANGE_FORMATS: readonly ExchangeFormat[] = [SPREADSHEET, DATASETTE, PROV, SCHEMA_ORG];
