import { useState, type KeyboardEvent } from 'react';
import { fewest, useFound, usePaused, type Group } from '../api/use-found.js';

const ofEach = 4;
/** No option: what is written is what is meant. */
const none = -1;

/** Where the keys ↑ and ↓ lead, round and round through the field itself. */
function moved(active: number, key: string, count: number): number {
  if (key === 'ArrowDown') return active + 1 >= count ? none : active + 1;
  return active === none ? count - 1 : active - 1;
}

/** What is written, what is shown below it and which of that the keys are at. */
export function useCombobox() {
  const [words, say] = useState('');
  const [open, setOpen] = useState(false);
  const [active, activate] = useState(none);
  const asked = usePaused(words.trim());
  const found = useFound(open ? asked : '', ofEach);
  const groups: readonly Group[] = found.data?.groups ?? [];
  const hits = groups.flatMap(({ items }) => items);
  const shown = open && words.trim().length >= fewest && (found.data !== undefined || found.isError);
  const at = shown && active < hits.length ? active : none;
  const write = (value: string) => {
    say(value);
    activate(none);
    setOpen(true);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      activate(moved(at, event.key, hits.length));
    } else if (event.key === 'Escape' && (shown || words !== '')) {
      event.preventDefault(); // one key closes one thing
      if (shown) setOpen(false);
      else say('');
      activate(none);
    }
  };
  const empty = () => {
    setOpen(false);
    say('');
  };
  const meant = words.trim().length >= fewest ? words.trim() : null;
  return {
    words,
    meant,
    shown,
    groups,
    hits,
    chosen: hits[at],
    at,
    missing: found.data?.missing.length ?? 0,
    failed: found.isError,
    write,
    press,
    empty,
    setOpen,
  };
}
