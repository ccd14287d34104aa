/** Remembers what was made in at most the last `ms` milliseconds; asked again meanwhile, gives the same. Forgets all at once, so it keeps no times. */
export class Recent<T> {
  private made = new Map<string, T>();
  private since = 0;

  constructor(
    private readonly ms: number,
    private readonly most = 10_000,
  ) {}

  /** What is remembered, if anything. */
  known(key: string): T | undefined {
    const now = performance.now();
    if (now - this.since > this.ms) this.forgetAll(now);
    return this.made.get(key);
  }

  get(key: string, make: () => T): T {
    const known = this.known(key);
    if (known !== undefined) return known;
    if (this.made.size >= this.most) this.forgetAll(performance.now());
    const made = make();
    this.made.set(key, made);
    return made;
  }

  forget(key: string): void {
    this.made.delete(key);
  }

  private forgetAll(now: number): void {
    this.made = new Map();
    this.since = now;
  }
}
