/**
 * The door for programs on Node: `onrecord/node`. The vault on disk, the desk's use cases over it, and the solver and reader that
 * need Node. What is not exported here or in `index.ts` may change any day.
 */
export {
  loadExtractor,
  makeVault,
  type OpenDesk,
  openDesk,
  openFiles,
  openOutput,
  openReader,
} from './compose.ts';
export { buildDossier } from './desk/build-dossier.ts';
export { type CaptureEvent, captureSources } from './desk/capture-sources.ts';
export { type Desk, type ErrorCode, type Fault, OnRecordError } from './desk/desk.ts';
export { type ClaimList, listClaims } from './desk/list-claims.ts';
export { listPositions } from './desk/list-positions.ts';
export { listResponses } from './desk/list-responses.ts';
export { originsOf } from './desk/origins-of.ts';
export { type ProposeEvent, proposeClaims } from './desk/propose-claims.ts';
export { reckonTolls } from './desk/reckon-tolls.ts';
export { reviewClaims } from './desk/review-claim.ts';
export { searchRecord } from './desk/search-record.ts';
export { showRecord } from './desk/show-record.ts';
export { verifyVault } from './desk/verify-vault.ts';
export { openLinearSolver as openSolver } from './engine/linear/open-linear-solver.ts';
