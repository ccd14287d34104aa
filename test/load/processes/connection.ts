import { connect, type Socket } from 'node:net';

/** What came of one request: its status, or why there is none. */
export type Finished = (status: number, failure: string | null) => void;

const headEnd = '\r\n\r\n';
const lengthIn = /\ncontent-length: (\d+)/i;

/**
 * One HTTP/1.1 connection that asks one thing at a time. It reads of an answer only what it must, so that the load costs less than the server
 * that it measures. Opened again where the server closed it.
 */
export class Connection {
  private socket: Socket | null = null;
  private finished: Finished | null = null;
  private kept: Buffer | null = null;
  /** Bytes of the body still to come. */
  private missing = 0;
  private status = 0;

  constructor(private readonly port: number) {}

  /** `request` is the whole text that goes over the wire. */
  ask(request: string, finished: Finished): void {
    this.finished = finished;
    this.socket ??= this.open();
    this.socket.write(request);
  }

  close(): void {
    this.finished = null;
    this.socket?.destroy();
  }

  private open(): Socket {
    const socket = connect({ port: this.port, host: '127.0.0.1', noDelay: true });
    const gone = (why: string) => {
      if (this.socket !== socket) return;
      [this.socket, this.kept, this.missing] = [null, null, 0];
      this.finish(0, why);
    };
    socket.on('data', (chunk) => this.take(chunk));
    socket.on('error', (error) => gone(error.message)).on('close', () => gone('closed before it answered'));
    return socket;
  }

  private take(chunk: Buffer): void {
    if (this.missing > 0) {
      this.missing -= chunk.length;
      if (this.missing === 0) this.finish(this.status, null);
      return;
    }
    const bytes = this.kept === null ? chunk : Buffer.concat([this.kept, chunk]);
    const end = bytes.indexOf(headEnd);
    this.kept = end === -1 ? bytes : null;
    if (end === -1) return;
    const head = bytes.toString('latin1', 0, end);
    this.status = Number(head.slice(9, 12));
    const length = lengthIn.exec(head);
    this.missing = Number(length?.[1] ?? NaN) + end + headEnd.length - bytes.length;
    if (length === null) this.finish(0, 'an answer without a length');
    else if (this.missing === 0) this.finish(this.status, null);
  }

  private finish(status: number, failure: string | null): void {
    const { finished } = this;
    this.finished = null;
    finished?.(status, failure);
  }
}
