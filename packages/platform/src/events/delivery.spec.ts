import { expect, it } from '@jest/globals';
import type { Event } from '@alianza/contracts/event';
import { becauseOf } from './delivery.js';

it('names the event as the cause of what a service does', () => {
  const [id, networkId] = ['018f0000-0000-7000-8000-000000000001', '018f0000-0000-7000-8000-000000000002'];
  expect(becauseOf({ id, networkId } as Event, 'notifications')).toEqual({
    networkId,
    cause: id,
    actor: { personId: null, organizationId: null, service: 'notifications' },
  });
});
