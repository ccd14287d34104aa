import { describe, expect, it } from '@jest/globals';
import { kindOf, refusalIn } from './delivery-status.js';
import { NoReport, readReport } from './report.js';
import { newToken, returnAddress, tokenIn } from './return-path.entity.js';

const bytes = (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'));
/** As servers write them (RFC 3464). */
const report = (fields: string, words = 'Your message could not be delivered.') =>
  bytes(`From: Mail Delivery System <MAILER-DAEMON@mx.example.net>
To: bounce+x@example.org
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary="b1"
MIME-Version: 1.0

--b1
Content-Type: text/plain; charset=utf-8

${words}
--b1
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.net
Arrival-Date: Thu, 15 Jan 2026 09:00:00 +0000

${fields}

--b1
Content-Type: message/rfc822

Subject: Aviso
To: titular@example.org

Hola
--b1--
`);
const plain = (text: string, headers = '') => bytes(`From: MAILER-DAEMON\nSubject: failure notice\n${headers}\n${text}\n`);

describe('a report', () => {
  it.each([
    [
      '5.1.1',
      'Final-Recipient: rfc822; a@example.org\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 <a@example.org> unknown',
      'hard',
    ],
    ['5.1.10', 'Action: Failed\nStatus: 5.1.10 (null MX)', 'hard'],
    ['5.2.1', 'Action: failed\nStatus: 5.2.1', 'hard'],
    ['5.2.2', 'Action: failed\nStatus: 5.2.2 (mailbox full)', 'soft'],
    ['5.7.1', 'Action: failed\nStatus: 5.7.1', 'soft'],
    ['4.4.7', 'Action: failed\nStatus:\n 4.4.7', 'soft'],
  ])('of a failure says which: %s', async (status, fields, kind) => {
    expect(await readReport(report(fields), true)).toEqual({ kind, status });
  });

  it('of a failure counts whoever sent it, without a status as passing', async () => {
    expect(await readReport(report('Action: failed\nStatus: 9.9.9'), false)).toEqual({ kind: 'soft', status: null });
  });

  it.each(['delayed', 'delivered', 'relayed', 'expanded'])('of a mail that is %s is none of a failure', async (action) => {
    expect(await readReport(report(`Action: ${action}\nStatus: 4.4.1`), true)).toBeNull();
  });

  it('without a recipient is none', async () => {
    await expect(readReport(report('X-Other: y'), true)).rejects.toThrow(NoReport);
  });

  it('in plain words counts from nobody alone', async () => {
    const words = 'Sorry, no mailbox here by that name. (#5.1.1)';
    expect(await readReport(plain(words), true)).toEqual({ kind: 'hard', status: '5.1.1' });
    expect(await readReport(plain('It did not work.'), true)).toEqual({ kind: 'soft', status: null });
    await expect(readReport(plain(words), false)).rejects.toThrow(NoReport);
  });

  it.each(['Auto-Submitted: auto-replied\n', 'X-Autoreply: yes\n', 'Precedence: auto_reply\n'])(
    'is no answer of somebody absent: %j',
    async (header) => {
      await expect(readReport(plain('I am away until 5.1.1', header), true)).rejects.toThrow(NoReport);
    },
  );

  it('that is nested beyond reason, or all head, is refused at once', async () => {
    const deep = Array.from(
      { length: 40 },
      (_, level) => `Content-Type: multipart/mixed; boundary="n${String(level)}"\n\n--n${String(level)}\n`,
    ).join('');
    await expect(readReport(bytes(`Subject: x\n${deep}`), true)).rejects.toThrow(NoReport);
    await expect(readReport(bytes(`X: ${'y'.repeat(100_000)}\n\nx`), true)).rejects.toThrow(NoReport);
  });

  it('of more lines than a returned mail has is refused, of as many it is read', async () => {
    const lines = (count: number) => plain('\n'.repeat(count - 4));
    expect(await readReport(lines(20_000), true)).toEqual({ kind: 'soft', status: null });
    await expect(readReport(lines(20_001), true)).rejects.toThrow(NoReport);
  });
});

describe('an answer of a mail server', () => {
  const answered = (response: string, command = 'RCPT TO') => refusalIn({ command, response, responseCode: Number(response.slice(0, 3)) });
  it.each([
    ['550 5.1.1 No such user', { forGood: true, status: '5.1.1' }],
    ['550-5.1.1 No such user\n550 5.1.1 x', { forGood: true, status: '5.1.1' }],
    ['550 No such user here', { forGood: true, status: '5.1.1' }],
    ['554 5.7.1 Relay access denied', { forGood: false, status: '5.7.1' }],
    ['550 5.7.1 Blocked', { forGood: false, status: '5.7.1' }],
    ['553 5.1.8 Sender refused', { forGood: false, status: '5.1.8' }],
    ['451 4.7.1 Try again later', { forGood: false, status: '4.7.1' }],
  ])('to a recipient is for good or not: %s', (response, refusal) => {
    expect(answered(response)).toEqual(refusal);
  });

  it('to anything else never is', () => {
    expect(answered('550 5.1.1 No', 'DATA')).toEqual({ forGood: false, status: '5.1.1' });
    expect(refusalIn(new Error('connection refused'))).toBeNull();
  });

  it('is lasting where it speaks of the address', () => {
    expect(['5.1.0', '5.1.1', '5.1.6', '5.1.10', '5.2.1', '5.4.4', '5.0.0'].map(kindOf)).toEqual(Array(7).fill('hard'));
    expect(['5.1.7', '5.1.8', '5.2.2', '5.3.4', '5.7.1', '4.1.1', null].map(kindOf)).toEqual(Array(7).fill('soft'));
  });
});

describe('an address for reports', () => {
  it('holds a token and nothing else', () => {
    const token = newToken();
    const address = returnAddress(token, 'rebotes.example.org');
    expect(address).toMatch(/^bounce\+[0-9a-f]{32}@rebotes\.example\.org$/);
    expect(tokenIn(address.toUpperCase(), 'rebotes.example.org')).toBe(token);
    expect(address.split('@')[0]?.length).toBeLessThanOrEqual(64);
  });

  it.each([
    'bounce+@example.org',
    'bounce+abc@example.org',
    `bounce+${'a'.repeat(33)}@example.org`,
    `bounce+${'g'.repeat(32)}@example.org`,
    `bounce+${'a'.repeat(32)}@other.example.org`,
    `bounce+${'a'.repeat(32)}@example.org.evil.org`,
    `x+bounce+${'a'.repeat(32)}@example.org`,
    'postmaster@example.org',
    '',
  ])('is no other: %s', (address) => {
    expect(tokenIn(address, 'example.org')).toBeNull();
  });
});
