import { createContext, use, useCallback, useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { State } from '../parts/state.js';
import { isOver, type Said } from './said.js';

/** `of`: the page it is said on, where that is the next one; else the one at hand. */
type Tell = (said: string, of?: string) => void;

const TellContext = createContext<Tell>(() => undefined);

/** Says at the top of the page that what was asked for is done; for acts after which nothing else on the page says so. */
export const useTell = (): Tell => use(TellContext);

/** Where pages say that something is done; a reader hears it, too. */
export function Told({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const [said, setSaid] = useState<Said | null>(null);
  const [at, setAt] = useState(pathname);
  const tell = useCallback<Tell>((words, of) => setSaid({ words, of: of ?? pathname, ahead: of !== undefined }), [pathname]);
  const moved = at !== pathname;
  if (moved) setAt(pathname);
  if (isOver(said, { at: pathname, moved })) setSaid(null);
  return (
    <TellContext value={tell}>
      <p className="just-done" role="status">
        {said?.of === pathname && <State kind="done">{said.words}</State>}
      </p>
      {children}
    </TellContext>
  );
}
