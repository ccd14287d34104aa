import type { BounceKind } from '@alianza/contracts/notifications/mails';

/** No such address, one that is closed, or a domain that takes no mail (RFC 3463 §3.2–3.5, RFC 7505); of 5.1 all but what speaks of the sender. */
const hard = /^5\.(?:1\.(?:[0-69]|10)|2\.1|4\.4|0\.0)$/;

export const kindOf = (status: string | null): BounceKind => (status !== null && hard.test(status) ? 'hard' : 'soft');

const enhanced = /^[45]\d\d[ -]([45]\.\d{1,3}\.\d{1,3})\b/;
/** What servers that give no status say of an address (RFC 5321 §4.2.3). */
const noMailbox: readonly (number | undefined)[] = [550, 551, 553];

export interface Refusal {
  /** Another try would be refused as well. */
  readonly forGood: boolean;
  readonly status: string | null;
}

/** What a mail server answered; null where none did. Other permanent answers speak of our own setting up, which can be mended within the day. */
export function refusalIn(error: unknown): Refusal | null {
  const { command, response = '', responseCode } = error as { command?: string; response?: string; responseCode?: number };
  if (responseCode === undefined && !/^[45]\d\d/.test(response)) return null;
  const status = enhanced.exec(response)?.[1] ?? null;
  if (command !== 'RCPT TO') return { forGood: false, status };
  if (status === null) return noMailbox.includes(responseCode) ? { forGood: true, status: '5.1.1' } : { forGood: false, status };
  return { forGood: kindOf(status) === 'hard', status };
}
