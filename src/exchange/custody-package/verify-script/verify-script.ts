/**
 * verify.sh as it lies in every exported package: the whole check for a reader without onrecord. POSIX shell with
 * sha256sum, openssl, awk, mkdir and rm; the same text in every package, so that one trusted copy checks all of them.
 */
import { SCRIPT_ENTRIES } from './entries.ts';
import { SCRIPT_NOTES } from './notes.ts';
import { SCRIPT_START } from './start.ts';
import { SCRIPT_SUMS } from './sums.ts';

/** The script. */
export const VERIFY_SCRIPT: string = [SCRIPT_START, SCRIPT_SUMS, SCRIPT_NOTES, SCRIPT_ENTRIES].join('');
