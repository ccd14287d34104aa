/** Workbooks that are remembered: some megabytes each at the most. */
const most = 10;

/**
 * A workbook is made as a whole, which keeps everybody else waiting: one at a time, and once for each state of the data. Where nothing tells
 * the state (`tag` is null) it is made each time.
 */
export class Workbooks {
  private readonly kept = new Map<string, { readonly tag: string; readonly bytes: Promise<Buffer> }>();
  private last: Promise<unknown> = Promise.resolve();

  get(name: string, tag: string | null, make: () => Promise<Buffer>): Promise<Buffer> {
    const known = this.kept.get(name);
    if (known && known.tag === tag) return known.bytes;
    const bytes = this.last.then(make);
    this.last = bytes.catch(() => this.kept.delete(name));
    if (tag !== null) this.keep(name, tag, bytes);
    return bytes;
  }

  private keep(name: string, tag: string, bytes: Promise<Buffer>): void {
    this.kept.delete(name);
    for (const oldest of this.kept.keys()) if (this.kept.size >= most) this.kept.delete(oldest);
    this.kept.set(name, { tag, bytes });
  }
}
