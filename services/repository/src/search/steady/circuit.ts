/** Nobody asks at present: who was asked failed too often. */
export class CircuitOpenError extends Error {
  constructor() {
    super('not asked: it failed a moment ago');
  }
}

/** Milliseconds; doubled with every try that fails. */
const pauses = { first: 1000, longest: 30_000 };
const mostFailures = 3;

/** After a few failures in a row nobody waits any more: one tries again after a pause, and its success lets everybody ask. */
export class Circuit {
  private failures = 0;
  private until = 0;
  private pause = pauses.first;
  private trying = false;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** An error that is no failure of who is asked tells nothing either way. */
  async run<T>(work: () => Promise<T>, isFailure: (error: unknown) => boolean = () => true): Promise<T> {
    const isTry = this.failures >= mostFailures;
    if (isTry && (this.trying || this.now() < this.until)) throw new CircuitOpenError();
    this.trying = isTry;
    try {
      const result = await work();
      this.failures = 0;
      this.pause = pauses.first;
      return result;
    } catch (error) {
      if (isFailure(error)) this.failed(isTry);
      throw error;
    } finally {
      if (isTry) this.trying = false;
    }
  }

  private failed(wasTry: boolean): void {
    this.failures++;
    if (this.failures < mostFailures) return;
    if (wasTry) this.pause = Math.min(pauses.longest, this.pause * 2);
    this.until = this.now() + this.pause;
  }
}
