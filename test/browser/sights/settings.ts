import { asking, below, press, type Sight } from './sight.js';

const lead = { who: 'lead' } as const;

/** What a secretariat says of its network: settings, pages of law, calendar. */
export const settingSights: readonly Sight[] = [
  { ...lead, name: 'settings of the network', of: '../features/networks/routes/settings', address: below('secretaria/ajustes') },
  {
    ...lead,
    name: 'settings of the network, something missing',
    of: '../features/networks/routes/settings',
    address: below('secretaria/ajustes'),
    act: async (page, text) => {
      await page.getByLabel(text('settings.field.acronym')).fill('');
      await press(page, text('settings.save'));
      await page.getByRole('alert').waitFor();
    },
  },
  {
    ...lead,
    name: 'a page of law',
    of: '../features/networks/routes/statements',
    address: below('secretaria/textos-legales?pagina=legal'),
    act: (page, text) => page.getByLabel(text('settings.statements.own')).check(),
  },
  { ...lead, name: 'calendar', of: '../features/calendars/routes/calendar', address: below('secretaria/calendario?anio=2026') },
  {
    ...lead,
    name: 'calendar, a day to add, something missing',
    of: '../features/calendars/routes/calendar',
    address: below('secretaria/calendario?anio=2026'),
    act: async (page, text, stage) => {
      await asking('calendars.add.press')(page, text, stage);
      await press(page, text('calendars.add.send'), '[role=dialog]');
      await page.getByText(text('calendars.reasonMissing')).waitFor();
    },
  },
];

const operator = { who: 'operator' } as const;
/** An address outside networks. */
const outside =
  (rest: string): Sight['address'] =>
  (_stage, lang) =>
    `${lang === 'es' ? '' : `/${lang}`}/operacion${rest}`;
const opened: Sight['address'] = (stage, lang) => outside(`/redes/${stage.network}`)(stage, lang);

export const operatorSights: readonly Sight[] = [
  { ...operator, name: 'networks of the installation', of: '../features/networks/routes/list', address: outside('') },
  { ...operator, name: 'opening a network', of: '../features/networks/routes/open', address: outside('/redes/nueva') },
  {
    ...operator,
    name: 'opening a network, something missing',
    of: '../features/networks/routes/open',
    address: outside('/redes/nueva'),
    act: async (page, text) => {
      await press(page, text('operation.open.send'));
      await page.getByRole('alert').waitFor();
    },
  },
  { ...operator, name: 'a network, for its operator', of: '../features/networks/routes/network', address: opened },
  {
    ...operator,
    name: 'inviting a secretariat',
    of: '../features/networks/routes/network',
    address: opened,
    act: asking('operation.people.invite'),
  },
  { ...operator, name: 'what was not delivered', of: '../features/dead-letters/routes/dead-letters', address: outside('/entregas') },
  { ...operator, name: 'audit log of the installation', of: '../features/audit/routes/platform', address: outside('/bitacora') },
];
