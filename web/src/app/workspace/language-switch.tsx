import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'react-router';
import { otherLanguage } from '../../shared/frame/language-link.js';
import { translatedAddress } from '../../shared/session/place.js';
import { useWrite } from '../../shared/session/queries.js';
import { useSession } from '../../shared/session/session.js';
import { useText } from '../../shared/texts/use-text.js';

/** To the same page in the other language, which from then on is also that of this person's mails. */
export function LanguageSwitch() {
  const text = useText();
  const { me } = useSession();
  const edit = useWrite('membership.people.edit');
  const client = useQueryClient();
  const { pathname, search } = useLocation();
  const other = otherLanguage(text.lang);
  const href = translatedAddress(pathname, other) + search;
  const leave = () => {
    client.clear();
    location.assign(href);
  };
  return (
    <a
      href={href}
      lang={other}
      hrefLang={other}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        if (me.language === other) leave();
        else edit.mutate({ input: { language: other }, version: me.version }, { onSettled: leave });
      }}
    >
      {text(`frame.language.${other}`)}
    </a>
  );
}
