/** The thread that sets one document and ends; started by `open-typesetter.ts`. */
import { parentPort } from 'node:worker_threads';
import { setWithNative } from './set-with-native.ts';
import { setWithWasm } from './set-with-wasm.ts';
import type { SettingAnswer, SettingTask } from './typesetting-messages.ts';

parentPort?.on('message', async (task: SettingTask) => {
  let answer: SettingAnswer;
  try {
    answer = setWithNative(task) ?? (await setWithWasm(task));
  } catch (error) {
    answer = { type: 'no-start', fault: error instanceof Error ? error.message : 'a fault' };
  }
  parentPort?.postMessage(answer);
});
