import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Output } from '../../../shared/api/call.js';
import { useApi } from '../../../shared/session/api.js';

export type Found = Output<'gateway.search-box.find'>;
export type Group = Found['groups'][number];
export type Hit = Group['items'][number];

export const fewest = 2;
/** Milliseconds without a key before somebody counts as having said something. */
const pause = 150;

/** What somebody types, once they pause. */
export function usePaused(value: string): string {
  const [paused, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}

/** What is found, the last answer while the next one is on its way. */
export function useFound(words: string, limit: number) {
  const { call, scope } = useApi();
  const q = words.trim().slice(0, 100);
  return useQuery({
    queryKey: [...scope, 'gateway.search-box.find', q, limit],
    queryFn: ({ signal }) => call('gateway.search-box.find', { q, limit }, { signal }),
    enabled: q.length >= fewest,
    placeholderData: (before) => before,
    retry: false,
  });
}
