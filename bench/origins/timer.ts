/** Wall and processor time of the stretches that count, without what lies between them. */

export interface Timer {
  start(): void;
  stop(): void;
  wallSeconds(): number;
  /** Of the whole process, all threads. */
  cpuSeconds(): number;
}

export function openTimer(): Timer {
  let wall = 0;
  let cpu = 0;
  let began = 0;
  let before = process.cpuUsage();
  return {
    start() {
      began = performance.now();
      before = process.cpuUsage();
    },
    stop() {
      const { user, system } = process.cpuUsage(before);
      wall += (performance.now() - began) / 1000;
      cpu += (user + system) / 1e6;
    },
    wallSeconds: () => wall,
    cpuSeconds: () => cpu,
  };
}
