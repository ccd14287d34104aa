import { describe, expect, it } from '@jest/globals';
import type { InquiryStatus } from '@alianza/contracts/repository/inquiries';
import { InquiryNotOpenError } from './inquiries.errors.js';
import { Inquiry } from './inquiry.entity.js';

const at = new Date('2026-03-01T12:00:00Z');
const settlement = { outcome: 'Sí.', by: 'somebody', at, stoodIn: false };
const inquiry = (status: InquiryStatus) => Object.assign(new Inquiry(), { status });

describe('an inquiry', () => {
  it('opens once its address is confirmed, and only once', () => {
    const fresh = inquiry('unconfirmed');
    expect([fresh.open(at), fresh.open(at), fresh.status, fresh.openedAt]).toEqual([true, false, 'open', at]);
    expect(inquiry('answered').open(at)).toBe(false);
  });

  it.each(['answer', 'close'] as const)('is settled by %s while it is open only', (act) => {
    const open = inquiry('open');
    open[act](settlement);
    expect(open).toMatchObject({ status: act === 'answer' ? 'answered' : 'closed', outcome: 'Sí.', settledAt: at, settledBy: 'somebody' });
    for (const status of ['unconfirmed', 'answered', 'closed'] as const)
      expect(() => inquiry(status)[act](settlement)).toThrow(InquiryNotOpenError);
  });
});
