import { expect, it } from '@jest/globals';
import type { OrganizationFact } from '@alianza/contracts/membership/directory/members';
import type { Network } from '@alianza/contracts/membership/networks';
import { textIn } from '@alianza/texts/server';
import { renderToStaticMarkup } from 'react-dom/server';
import { NetworkProvider } from '../../../shared/session/network.js';
import { TextProvider } from '../../../shared/texts/use-text.js';
import { MemberHistory } from './member-history.js';

const fact: Omit<OrganizationFact, 'id'> = {
  at: '2026-11-01T12:00:00.000Z',
  what: 'suspended',
  by: null,
  own: false,
  reason: null,
  reference: null,
  changes: [],
};
const shown = (count: number) =>
  renderToStaticMarkup(
    <TextProvider value={textIn('es')}>
      <NetworkProvider value={{ zone: 'UTC', categories: [] } as unknown as Network}>
        <MemberHistory history={Array.from({ length: count }, (_, n) => ({ ...fact, id: String(n) }))} />
      </NetworkProvider>
    </TextProvider>,
  );

it('a history says that only the newest of it is read where there may be more', () => {
  expect(shown(99)).not.toContain('más recientes');
  for (const count of [100, 103]) expect(shown(count)).toContain('los 100 hechos más recientes');
});
