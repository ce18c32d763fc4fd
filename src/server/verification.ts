/** The check of the whole vault as a job of the desk: one at a time, started and asked about; it lets other requests through. */
import type { Desk } from '../desk/desk.ts';
import type { DocumentReader } from '../desk/ports/document-reader.ts';
import { logFixity } from '../desk/verify/log-fixity.ts';
import { type VerifyReport, type VerifyStage, verifyVault } from '../desk/verify-vault.ts';

/** What a check reaches for outside the vault; loaded when it is started. */
export interface VerifyingTools {
  reader(): Promise<DocumentReader>;
  publicRoots(): Promise<readonly string[]>;
}

/** How a check stands. */
export interface VerificationState {
  /** `failed`: it could not be carried through; that says nothing of the vault. */
  readonly state: 'none' | 'running' | 'done' | 'failed';
  /** ISO 8601, UTC; null: none was started. */
  readonly startedAt: string | null;
  readonly endedAt: string | null;
  readonly stage: VerifyStage | null;
  readonly report: VerifyReport | null;
  /** Number of the entry that tells its result; null: it is not logged. */
  readonly logged: number | null;
}

export interface Verification {
  /** Starts one unless one runs. @param logAs who has it done; null: the result is not logged */
  start(logAs: string | null): void;
  /** Stops after the current item. */
  stop(): void;
  now(): VerificationState;
}

/** Milliseconds after which it lets other requests through. */
const TURN = 20;

/**
 * A job over a desk; nothing runs yet.
 *
 * @param onUnexpected told the kind of what stopped it
 * @example
 * const job = verification(desk, tools, onUnexpected);
 * job.start(null);
 */
export function verification(
  desk: Desk,
  tools: VerifyingTools,
  onUnexpected: (kind: string) => void,
): Verification {
  let state: VerificationState = {
    state: 'none',
    startedAt: null,
    endedAt: null,
    stage: null,
    report: null,
    logged: null,
  };
  let stopping = new AbortController();
  const now = (): string => desk.clock().toISOString();
  const run = async (logAs: string | null, signal: AbortSignal): Promise<void> => {
    const reader = await tools.reader();
    try {
      const report = await verifyVault(givingWay(desk), {
        reader,
        publicRoots: await tools.publicRoots(),
        signal,
        onProgress: (stage) => {
          state = { ...state, stage };
        },
      });
      const logs = logAs !== null && !report.stopped;
      const logged = logs ? (await logFixity(desk, report, logAs)).seq : null;
      state = { ...state, state: 'done', endedAt: now(), report, logged };
    } finally {
      await reader.close();
    }
  };
  return {
    start(logAs) {
      if (state.state === 'running') return;
      stopping = new AbortController();
      state = { state: 'running', startedAt: now(), endedAt: null, stage: null, report: null, logged: null };
      run(logAs, stopping.signal).catch((error: unknown) => {
        state = { ...state, state: 'failed', endedAt: now() };
        onUnexpected(error instanceof Error ? error.name : 'unknown');
      });
    },
    stop: () => stopping.abort(),
    now: () => state,
  };
}

/** The same desk, whose store lets other requests through while much is read from it. */
function givingWay(desk: Desk): Desk {
  const { store } = desk;
  let since = performance.now();
  const turn = async (): Promise<void> => {
    if (performance.now() - since < TURN) return;
    await new Promise((go) => setImmediate(go));
    since = performance.now();
  };
  return {
    ...desk,
    store: {
      ...store,
      async *log(from, limit) {
        for await (const entry of store.log(from, limit)) {
          await turn();
          yield entry;
        }
      },
      text: async (sha256) => {
        await turn();
        return store.text(sha256);
      },
    },
  };
}
