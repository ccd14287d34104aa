import { useState } from 'react';
import { useLocation } from 'react-router';

/** The secret that a private link carries in its fragment; null where there is none. What a sign-in leaves in a fragment is no secret of ours. */
function secretOf(hash: string): string | null {
  const value = hash.startsWith('#') ? hash.slice(1) : hash;
  return /^[\w-]{43}$/.test(value) ? value : null;
}

/** The secret of the page's address, kept when the fragment later leads to a place inside the page. */
export function useSecret(): string | null {
  const found = secretOf(useLocation().hash);
  const [kept, keep] = useState(found);
  if (found !== null && found !== kept) keep(found);
  return found ?? kept;
}
