export type Stop = () => unknown;

/** What has been started, ended in reverse order. One that fails or takes its time does not keep the rest from ending. */
export class Stops {
  private readonly stops: { readonly stop: Stop; readonly patience: number }[] = [];

  constructor(
    /** Milliseconds for one part that asks for no more; its own children are killed when the process ends. */
    private readonly patience: number,
    private readonly note: (error: unknown) => void,
  ) {}

  push(stop: Stop, patience = this.patience): void {
    this.stops.push({ stop, patience });
  }

  /** Waits for what is starting and remembers how it stops. */
  async keep<T extends { stop(): unknown }>(starting: Promise<T>): Promise<T> {
    const started = await starting;
    this.push(() => started.stop());
    return started;
  }

  async all(): Promise<void> {
    for (let next = this.stops.pop(); next; next = this.stops.pop()) await this.one(next);
  }

  private async one({ stop, patience }: (typeof this.stops)[number]) {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('a part did not stop in time')), patience);
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
