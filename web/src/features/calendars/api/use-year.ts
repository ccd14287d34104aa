import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

const parameter = 'anio';
export const [firstYear, lastYear] = [1990, 2200];

/** The year that is looked at, kept in the address; null is this one. */
export function useYear(): readonly [number | null, (year: number) => void] {
  const [search, setSearch] = useSearchParams();
  const given = Number(search.get(parameter) ?? '');
  const choose = useCallback(
    (year: number) =>
      setSearch((before) => {
        before.set(parameter, String(year));
        return before;
      }),
    [setSearch],
  );
  return [Number.isInteger(given) && given >= firstYear && given <= lastYear ? given : null, choose];
}
