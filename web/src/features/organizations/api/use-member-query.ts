import { useNavigate, useSearchParams } from 'react-router';
import { readQuery, writeQuery, type MemberQuery } from './member-query.js';

/** Filters, order and columns of the table, kept in the address. A change closes the open row. */
export function useMemberQuery(): readonly [MemberQuery, (change: Partial<MemberQuery>) => void] {
  const [search] = useSearchParams();
  const go = useNavigate();
  const query = readQuery(search);
  return [query, (change) => void go(writeQuery({ ...query, ...change }), { preventScrollReset: true })];
}
