import { useEffect } from 'react';
import { useApi } from '../../shared/session/api.js';
import { usePlace } from '../../shared/session/place.js';
import { useText } from '../../shared/texts/use-text.js';

/** Who is not signed in goes to the provider and comes back to this page. */
export function Leaving({ secondFactor = false }: { secondFactor?: boolean }) {
  const text = useText();
  const { auth } = useApi();
  const { lang } = usePlace();
  useEffect(() => void auth?.signIn({ lang, secondFactor }), [auth, lang, secondFactor]);
  return (
    <main className="hold">
      <p role="status">{text('account.entering')}</p>
    </main>
  );
}
