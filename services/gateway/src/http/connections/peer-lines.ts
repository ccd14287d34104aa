import type { Server } from 'node:http';
import { isIP, type Socket } from 'node:net';

/** Bytes, the two that end it included: the longest that the protocol knows. */
const longest = 107;
/** Milliseconds: whoever hands out connections says it at once. */
const usual = 5000;

const isPort = (text: string) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535;

/** Whose connection it is, by a line of the PROXY protocol, version 1 (haproxy.org: proxy-protocol.txt, 2.1): '' if that is not known, null if it is no such line. */
export function peerIn(line: string): string | null {
  const [word, family = '', from = '', to = '', ...ports] = line.split(' ');
  if (word !== 'PROXY') return null;
  if (family === 'UNKNOWN') return '';
  const version = { TCP4: 4, TCP6: 6 }[family];
  return isIP(from) === version && isIP(to) === version && ports.length === 2 && ports.every(isPort) ? from : null;
}

/** Each connection begins with such a line, and is then its peer's; one that does not is closed without a word. */
export function readPeerLines(server: Server, patience = usual): void {
  const takers = server.listeners('connection') as ((socket: Socket) => void)[];
  server.removeAllListeners('connection').on('connection', (socket: Socket) => {
    takeLine(socket, patience, () => {
      for (const taker of takers) taker.call(server, socket);
    });
  });
}

function takeLine(socket: Socket, patience: number, then: () => void): void {
  let head = Buffer.alloc(0);
  const late = setTimeout(() => socket.destroy(), patience);
  const broken = () => socket.destroy();
  const read = () => {
    const more = socket.read() as Buffer | null;
    if (more === null) return;
    head = Buffer.concat([head, more]);
    const end = head.subarray(0, longest).indexOf('\r\n');
    if (end === -1 && head.length < longest) return;
    const peer = end === -1 ? null : peerIn(head.toString('latin1', 0, end));
    if (peer === null) {
      socket.destroy();
      return;
    }
    clearTimeout(late);
    socket.off('readable', read).off('error', broken).off('end', broken);
    if (peer !== '') Object.defineProperty(socket, 'remoteAddress', { value: peer });
    if (head.length > end + 2) socket.unshift(head.subarray(end + 2));
    then();
  };
  socket.on('readable', read).on('error', broken).on('end', broken);
  socket.once('close', () => clearTimeout(late));
}
