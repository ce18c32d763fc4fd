/** The formats that a record can be written in, by name. */

import { DATASETTE } from './datasette/datasette-format.ts';
import { ACLED } from './event-data/acled-format.ts';
import { UCDP } from './event-data/ucdp-format.ts';
import { FOLLOW_THE_MONEY } from './followthemoney/ftm-format.ts';
import type { ExchangeFormat } from './format.ts';
import { GEOJSON } from './geojson/geojson-format.ts';
import { HURIDOCS } from './huridocs/huridocs-format.ts';
import { PROV } from './prov/prov-format.ts';
import { SCHEMA_ORG } from './schema-org/schema-org-format.ts';
import { SPREADSHEET } from './spreadsheet/spreadsheet-format.ts';
import { WEB_ANNOTATION } from './web-annotation/web-annotation-format.ts';

export const EXCHANGE_FORMATS: readonly ExchangeFormat[] = [
  SPREADSHEET,
  DATASETTE,
  WEB_ANNOTATION,
  PROV,
  SCHEMA_ORG,
  FOLLOW_THE_MONEY,
  HURIDOCS,
  UCDP,
  ACLED,
  GEOJSON,
];
