// Imported before a command whose memory is measured: at its end the peak resident memory, in MB, goes to pipe 3.
import { writeSync } from 'node:fs';

process.on('exit', () => {
  writeSync(3, String((process.resourceUsage().maxRSS * 1024) / 1e6));
});
