/** The public door: what is not exported here may change any day. */
export { makeVault, loadExtractor, openDesk, openFiles, openOutput, openReader, type OpenDesk } from './compose.ts';
export { buildDossier } from './desk/build-dossier.ts';
export { captureSources, type CaptureEvent } from './desk/capture-sources.ts';
export { type Desk, OnRecordError, type ErrorCode, type Fault } from './desk/desk.ts';
export { listClaims, type ClaimList } from './desk/list-claims.ts';
export { listResponses } from './desk/list-responses.ts';
export { listPositions } from './desk/list-positions.ts';
export { originsOf } from './desk/origins-of.ts';
export { proposeClaims, type ProposeEvent } from './desk/propose-claims.ts';
export { reckonTolls } from './desk/reckon-tolls.ts';
export { reviewClaims } from './desk/review-claim.ts';
export { searchRecord } from './desk/search-record.ts';
export { showRecord } from './desk/show-record.ts';
export { verifyVault } from './desk/verify-vault.ts';
