/** How often each value is claimed, with the lowest, the highest and the most frequent kept at hand as claims come and go. */
export class ValueVotes {
  private readonly votes = new Map<number, number>();
  private least: number | null = null;
  private most: number | null = null;
  private mode: number | null = null;
  /** Whether a value went away, so that the three above must be looked for again. */
  private stale = false;

  /** Takes one vote in (+1) or back (-1); null is no value and no vote. */
  count(value: number | null, by: 1 | -1): void {
    if (value === null) return;
    const after = (this.votes.get(value) ?? 0) + by;
    if (by === -1) {
      if (after === 0) this.votes.delete(value);
      else this.votes.set(value, after);
      if (value === this.mode || (after === 0 && (value === this.least || value === this.most)))
        this.stale = true;
      return;
    }
    this.votes.set(value, after);
    if (!this.stale) this.take(value, after);
  }

  /** Null: no value is claimed. */
  lowest(): number | null {
    this.refresh();
    return this.least;
  }

  highest(): number | null {
    this.refresh();
    return this.most;
  }

  /** Of equally frequent values the lowest. */
  mostFrequent(): number | null {
    this.refresh();
    return this.mode;
  }

  /** The same three over the values between two bounds, inclusive; a null bound is open. */
  within(floor: number | null, ceiling: number | null): ValueVotes {
    const part = new ValueVotes();
    for (const [value, votes] of this.votes) {
      if ((floor !== null && value < floor) || (ceiling !== null && value > ceiling)) continue;
      part.votes.set(value, votes);
      part.take(value, votes);
    }
    return part;
  }

  private refresh(): void {
    if (!this.stale) return;
    this.stale = false;
    this.least = null;
    this.most = null;
    this.mode = null;
    for (const [value, votes] of this.votes) this.take(value, votes);
  }

  private take(value: number, votes: number): void {
    if (this.least === null || value < this.least) this.least = value;
    if (this.most === null || value > this.most) this.most = value;
    const best = this.mode === null ? 0 : (this.votes.get(this.mode) ?? 0);
    if (this.mode === null || votes > best || (votes === best && value < this.mode)) this.mode = value;
  }
}
