/** The files of others that are taken in, by name. */
import { FTM_IMPORT } from './ftm-import.ts';
import type { ImportFormat } from './import-item.ts';
import { AUTO_ARCHIVER, BAYANAT, UWAZI } from './table-import.ts';

export const IMPORT_FORMATS: readonly ImportFormat[] = [AUTO_ARCHIVER, UWAZI, BAYANAT, FTM_IMPORT];
