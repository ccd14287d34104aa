import { useCallback, useEffect } from 'react';
import { useNavigate, useSearchParams } from 'react-router';

const parameter = 'abierta';
const linkOf = (id: string) => document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);

/** Which row of a queue is open beside it: the address says, so that it can be sent and come back to. */
export function useOpenRow() {
  const [search, setSearch] = useSearchParams();
  const openId = search.get(parameter);
  const hrefOf = (id: string) => {
    const next = new URLSearchParams(search);
    next.set(parameter, id);
    return `?${next.toString()}`;
  };
  const close = useCallback(
    () =>
      setSearch((before) => {
        before.delete(parameter);
        return before;
      }),
    [setSearch],
  );
  return { openId, hrefOf, close };
}

/** Gives the focus that went down with what was open to its row, or to the title where the row has left the list. */
export function focusRow(id: string): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  (linkOf(id) ?? document.querySelector('h1'))?.focus();
}

/** Esc closes what is open, unless a dialog over it wants the key. */
export function useEscape(close: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && document.querySelector('[role="dialog"], [role="menu"]') === null) close();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, [close]);
}

/** A filter of a list, beside others, kept in the address; the value that means "not filtered" is left out. Filtering closes the open row. */
export function useFilter(name: string, usual: string): readonly [string, (value: string) => void] {
  const [search] = useSearchParams();
  const go = useNavigate();
  const choose = (value: string) => {
    const next = new URLSearchParams(search);
    next.delete(parameter);
    if (value === usual) next.delete(name);
    else next.set(name, value);
    void go(`?${next.toString()}`);
  };
  return [search.get(name) ?? usual, choose];
}
