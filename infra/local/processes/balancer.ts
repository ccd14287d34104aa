import { createServer, connect, isIPv6, type AddressInfo, type Server, type Socket } from 'node:net';

export interface Target {
  readonly host: string;
  readonly port: number;
}

/** Who takes connections, and where it says whether it is ready. */
export interface Taker extends Target {
  readonly readyUrl: string;
}

/** How often targets are asked whether they are ready, and how long one has to answer, in milliseconds. */
const [interval, patience] = [250, 1000];

interface Watched extends Taker {
  ready: boolean;
}

/**
 * Hands each connection to the next target that says it is ready, says whose it is (PROXY protocol, version 1), and passes bytes. What has begun on a target stays there: whoever leaves
 * closes its own connections once it has answered.
 */
export class Balancer {
  private targets: Watched[] = [];
  private turn = 0;
  private timer: NodeJS.Timeout | undefined;
  private readonly open = new Set<Socket>();
  private readonly server: Server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => this.accept(client));

  /** Listens; port 0 for a free one. */
  async start({ host, port }: Target): Promise<Target> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject).listen({ host, port, exclusive: true }, resolve);
    });
    this.look();
    return { host, port: (this.server.address() as AddressInfo).port };
  }

  /** Takes connections from now on, for it has just said that it is ready. */
  add(target: Taker): void {
    this.targets.push({ ...target, ready: true });
  }

  /** Gets nothing new; what it has, it keeps. */
  takeOut({ port }: Target): void {
    this.targets = this.targets.filter((target) => target.port !== port);
  }

  async stop(): Promise<void> {
    clearTimeout(this.timer);
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    for (const socket of this.open) socket.destroy();
    await closed;
  }

  /** One after the other, for as long as it listens. */
  private look(): void {
    this.timer = setTimeout(() => {
      void Promise.all(this.targets.map(watch)).then(() => {
        if (this.server.listening) this.look();
      });
    }, interval);
  }

  private accept(client: Socket): void {
    this.keep(client);
    const ready = this.targets.filter((target) => target.ready);
    const from = this.turn++;
    this.hand(client, ready.length > 0 ? ready : this.targets, from);
  }

  /** To the first that takes it: one that has just died refuses, and the next gets its turn. */
  private hand(client: Socket, [...candidates]: Watched[], turn: number): void {
    const [target] = candidates.splice(turn % Math.max(1, candidates.length), 1);
    if (!target) {
      client.destroy();
      return;
    }
    const upstream = connect({ host: target.host, port: target.port, allowHalfOpen: true, noDelay: true });
    this.keep(upstream);
    const refused = () => {
      target.ready = false;
      this.hand(client, candidates, turn);
    };
    upstream.once('error', refused);
    upstream.once('connect', () => {
      upstream.off('error', refused);
      upstream.write(lineOf(client));
      join(client, upstream);
    });
  }

  private keep(socket: Socket): void {
    this.open.add(socket);
    socket.once('close', () => this.open.delete(socket));
    socket.on('error', () => undefined); // told by `close`
  }
}

function lineOf({ remoteAddress, localAddress, remotePort, localPort }: Socket): string {
  if (remoteAddress === undefined || localAddress === undefined) return 'PROXY UNKNOWN\r\n'; // it has gone
  const family = isIPv6(remoteAddress) ? 'TCP6' : 'TCP4';
  return `PROXY ${family} ${remoteAddress} ${localAddress} ${String(remotePort)} ${String(localPort)}\r\n`;
}

function join(client: Socket, upstream: Socket): void {
  client.pipe(upstream).pipe(client);
  // A side that is gone for good takes the other along; one that has only finished speaking still listens.
  for (const [one, other] of [
    [client, upstream],
    [upstream, client],
  ] as const)
    one.once('close', () => other.destroy());
}

async function watch(target: Watched): Promise<void> {
  target.ready = await fetch(target.readyUrl, { signal: AbortSignal.timeout(patience) }).then(
    ({ ok }) => ok,
    () => false,
  );
}
