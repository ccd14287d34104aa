import { sign, verify, type KeyObject } from 'node:crypto';
import type { Principal } from '@alianza/contracts/membership/principals';
import { newId } from '../ids.js';

/** Whom a ticket was given, and as what: the edge asks whether they still are before it serves the file. */
export interface TicketHolder extends Pick<Principal, 'networkId' | 'actingFor' | 'roles'> {
  issuer: string;
  subject: string;
}

/** One download of one file by one account. */
export interface FileTicket {
  id: string;
  holder: TicketHolder;
  service: string;
  key: string;
  name: string;
  type: string;
  /** Epoch milliseconds. */
  until: number;
}

export const ticketValidity = 60_000;

/** Signed with the service's key: `payload.signature`, each in base64url. */
export function signTicket(ticket: Omit<FileTicket, 'id'>, key: KeyObject): string {
  const payload = Buffer.from(JSON.stringify({ id: newId(), ...ticket } satisfies FileTicket));
  return `${payload.toString('base64url')}.${sign(null, payload, key).toString('base64url')}`;
}

/** The ticket, or null when it is forged, malformed, late or of nobody. That it is spent once is the edge's care. */
export function openTicket(token: string, keys: ReadonlyMap<string, KeyObject>, now: Date): FileTicket | null {
  const [payload = '', signature = ''] = token.split('.');
  const bytes = Buffer.from(payload, 'base64url');
  try {
    const ticket = JSON.parse(bytes.toString()) as FileTicket;
    const key = keys.get(ticket.service);
    const holds = key !== undefined && verify(null, bytes, key, Buffer.from(signature, 'base64url')) && ticket.until > now.getTime();
    return holds && (ticket.holder as TicketHolder | undefined) ? ticket : null;
  } catch {
    return null;
  }
}
