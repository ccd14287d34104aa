export type Stop = () => unknown;

/** What has been started, ended in reverse order. One that fails or takes its time does not keep the rest from ending. */
export class Stops {
  private readonly stops: Stop[] = [];

  constructor(
    /** Milliseconds for one part; its own children are killed when the process ends. */
    private readonly patience: number,
    private readonly note: (error: unknown) => void,
  ) {}

  push(stop: Stop): void {
    this.stops.push(stop);
  }

  /** Waits for what is starting and remembers how it stops. */
  async keep<T extends { stop(): unknown }>(starting: Promise<T>): Promise<T> {
    const started = await starting;
    this.push(() => started.stop());
    return started;
  }

  async all(): Promise<void> {
    for (let stop = this.stops.pop(); stop; stop = this.stops.pop()) await this.one(stop);
  }

  private async one(stop: Stop) {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('a part did not stop in time')), this.patience);
    });
    try {
      await Promise.race([stop(), late]);
    } catch (error) {
      this.note(error);
    } finally {
      clearTimeout(timer);
    }
  }
}
