/** The process that links people beside the desk; started by `link-beside.ts`. It does one order and ends. */
import type { LinkingProgress } from '../../desk/ports/pair-linking.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { linkAndDraw } from './link-and-draw.ts';
import type { LinkingMessage, LinkingOrder } from './linking-messages.ts';

/** Milliseconds between two words on how far it is. */
const EVERY = 100;

function say(message: LinkingMessage): Promise<void> {
  return new Promise((resolve) => {
    if (process.send === undefined) resolve();
    else process.send(message, () => resolve());
  });
}

/** Every first word of a stage and every last; between them as many as a person can read. */
function teller(): (progress: LinkingProgress) => void {
  let told: { readonly stage: string; readonly at: number } | null = null;
  return (progress) => {
    const at = performance.now();
    const last = progress.stage === 'drawing' && progress.done === progress.of;
    if (told?.stage === progress.stage && at - told.at < EVERY && !last) return;
    told = { stage: progress.stage, at };
    void say({ type: 'progress', progress });
  };
}

async function answer({ task, means }: LinkingOrder): Promise<LinkingMessage> {
  try {
    const { linked, outcome } = await linkAndDraw(task, means, teller());
    if (outcome.status === 'contradicted') return { type: 'done', told: { linked, outcome } };
    const { linkage: _, ...reading } = outcome;
    return { type: 'done', told: { linked, outcome: reading } };
  } catch (error) {
    if (error instanceof OnRecordError) return { type: 'refused', code: error.code, message: error.message };
    return { type: 'failed', fault: error instanceof Error ? error.name : 'a fault' };
  }
}

process.once('message', (order) => {
  void answer(order as LinkingOrder)
    .then(say)
    .then(() => process.disconnect());
});
process.on('disconnect', () => process.exit());
