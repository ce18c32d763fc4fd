/** Preloaded into a process: its clock is ahead by as many milliseconds as CLOCK_AHEAD says. Timers run as they do. */
const ahead = Number(process.env.CLOCK_AHEAD ?? 0);
const Right = Date;

class SkewedDate extends Right {
  constructor(...given) {
    if (given.length === 0) super(Right.now() + ahead);
    else super(...given);
  }

  static now() {
    return Right.now() + ahead;
  }
}

globalThis.Date = SkewedDate;
