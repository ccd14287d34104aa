/** `[2/7] Base de datos: iniciando PostgreSQL… 1.2 s`: a line when something begins that takes time, and one when it is done. */
export class Progress {
  constructor(
    private readonly total: number,
    private readonly write: (line: string) => void,
  ) {}

  /** Runs one step of the start. `tell`, given to it, adds a line on what it is doing now. */
  async step<T>(at: number, name: string, begins: string, work: (tell: (what: string) => void) => Promise<T>): Promise<T> {
    const began = performance.now();
    const tell = (what: string) => this.write(`[${at}/${this.total}] ${name}: ${what}…`);
    tell(begins);
    const made = await work(tell);
    this.write(`[${at}/${this.total}] ${name}: listo, ${((performance.now() - began) / 1000).toFixed(1)} s`);
    return made;
  }
}
