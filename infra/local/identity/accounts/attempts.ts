const window = 15 * 60_000;

/** Counts per key within the last fifteen minutes, and says when it is enough. Forgets the oldest keys beyond ten thousand. */
export class Attempts {
  private readonly moments = new Map<string, number[]>();

  constructor(private readonly most: number) {}

  isExhausted(key: string, now: number): boolean {
    return this.recent(key, now).length >= this.most;
  }

  note(key: string, now: number): void {
    const moments = [...this.recent(key, now), now];
    this.moments.delete(key);
    this.moments.set(key, moments);
    if (this.moments.size <= 10_000) return;
    for (const oldest of this.moments.keys()) {
      this.moments.delete(oldest);
      break;
    }
  }

  forget(key: string): void {
    this.moments.delete(key);
  }

  private recent(key: string, now: number): number[] {
    return (this.moments.get(key) ?? []).filter((moment) => moment > now - window);
  }
}
