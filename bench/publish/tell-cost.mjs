// Imported before a command that is measured: at its end its processor time and peak resident memory go to pipe 3, as JSON.
import { writeSync } from 'node:fs';

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const peakMb = (process.resourceUsage().maxRSS * 1024) / 1e6;
  writeSync(3, JSON.stringify({ cpuSeconds: (user + system) / 1e6, peakMb }));
});
