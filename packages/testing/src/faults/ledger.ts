/** A write that was answered: what it made or changed, and when the answer came (`performance.now()`). */
export interface Acknowledged {
  readonly operation: string;
  /** Of the record that has this version; null where the answer names none. */
  readonly id: string | null;
  readonly version: number | null;
  readonly at: number;
  readonly tries: number;
}

/** What a load was told, to be held against what the databases say in the end. */
export class Ledger {
  readonly acknowledged: Acknowledged[] = [];
  /** Titles of practices and names of applicants, each of its own: whatever is there twice was done twice. */
  readonly titles = new Map<string, string | null>();
  readonly applicants = new Map<string, boolean>();
  /** Of the bytes, by what arrived: SHA-256 of uploads, its beginning of files that a practice took over. */
  readonly uploads = new Map<string, string>();
  readonly files = new Map<string, string>();
  /** Answers that no write of the load should ever get, with the operation they were given to. */
  readonly refused: string[] = [];
  /** Writes never answered: they may have happened or not. */
  readonly givenUp: string[] = [];
  /** Tries that ended without an answer to the question, by what came instead. */
  readonly failures = new Map<string, number>();
  retries = 0;
  reads = 0;
  longestAnswer = 0;
  private readonly began = performance.now();
  private ended: number | null = null;

  failed(instead: string): void {
    this.failures.set(instead, (this.failures.get(instead) ?? 0) + 1);
  }

  end(): void {
    this.ended = performance.now();
  }

  /** Milliseconds. */
  get duration(): number {
    return (this.ended ?? performance.now()) - this.began;
  }

  /** Milliseconds of the longest time in which no write was acknowledged. */
  get longestGap(): number {
    const times = [this.began, ...this.acknowledged.map(({ at }) => at).sort((a, b) => a - b), this.ended ?? performance.now()];
    return Math.max(...times.slice(1).map((at, index) => at - (times[index] ?? at)));
  }
}
