/**
 * Makes this process one of a machine on which everything takes twenty times as long. The program then chooses the least work for
 * a passphrase that it ever chooses, and a test that unlocks fifty times does not wait a second each. Loaded before the program.
 */
const SLOWER = 20;
const measured = process.cpuUsage.bind(process);

process.cpuUsage = (since) => {
  const { user, system } = measured(since);
  return { user: user * SLOWER, system: system * SLOWER };
};
