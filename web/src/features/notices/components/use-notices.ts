import type { Notice } from '@alianza/contracts/notifications/notices';
import { useAddress, usePlace } from '../../../shared/session/place.js';
import { useRead, useWrite } from '../../../shared/session/queries.js';

/** The latest notices, asked again every minute while somebody looks. */
export const useLatestNotices = (limit: number) => useRead('notifications.notices.list', { limit }, { every: 60_000 });

/** Where a notice leads: its path stands within the network's pages. */
export function useNoticeAddress() {
  const { network } = usePlace();
  const address = useAddress();
  return ({ path }: Notice) => {
    if (path === null) return null;
    return path.startsWith(`/${network}/`) ? path : address(path.replace(/^\//, ''));
  };
}

export function useMarkRead() {
  const read = useWrite('notifications.notices.read');
  return { busy: read.isPending, markRead: (id: string) => read.mutate({ input: { id } }), failed: read.error };
}
