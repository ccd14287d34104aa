import { useAddress } from '../../shared/session/place.js';
import { useRead } from '../../shared/session/queries.js';
import { useMay } from '../../shared/session/session.js';
import { useText } from '../../shared/texts/use-text.js';
import type { Tab } from './tabs.js';

/** What the network is made of and what it keeps: pages where nothing waits for anybody. */
export function useAdministration(): Tab[] {
  const text = useText();
  const may = useMay();
  const address = useAddress();
  const failing = useRead('membership.recipients.failing', {}, { enabled: may('mailings:send'), every: 60_000 });
  const tabs: (Tab | false)[] = [
    may('organizations:read') && { to: address('secretaria/integrantes'), label: text('members.tab') },
    may('organizations:read') && { to: address('secretaria/actores'), label: text('actors.tab') },
    may('mailings:send') && { to: address('secretaria/mensajes'), label: text('mailings.tab'), count: failing.data?.total || undefined },
    may('organizations:import') && { to: address('secretaria/importar-integrantes'), label: text('memberImports.tab') },
    may('practices:import') && { to: address('secretaria/importaciones'), label: text('imports.tab') },
    may('taxonomy:write') && { to: address('secretaria/taxonomia'), label: text('concepts.title') },
    may('calendar:write') && { to: address('secretaria/calendario'), label: text('calendars.title') },
    may('network:configure') && { to: address('secretaria/ajustes'), label: text('settings.tab') },
    may('network:configure') && { to: address('secretaria/textos-legales'), label: text('settings.statements.tab') },
    may('organizations:read') && { to: address('secretaria/papeles'), label: text('networkRoles.title') },
    may('accounts:recover') && { to: address('secretaria/personas'), label: text('people.accounts.title') },
    may('audit:read') && { to: address('secretaria/bitacora'), label: text('secretariat.tab.audit') },
    may('network:configure') && { to: address('secretaria/entregas'), label: text('deadLetters.title') },
  ];
  return tabs.filter((tab) => tab !== false);
}
