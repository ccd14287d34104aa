// Plain data, without schemas.

/** Years in which a rule gives a day: from and to with these, of every so many counted from the first. */
interface Years {
  readonly fromYear?: number;
  readonly toYear?: number;
  readonly everyYears?: number;
}

/** What a rest day is called: its key among the texts (`calendars.day`). */
export const restDayNames = [
  'new-year',
  'constitution',
  'march-21',
  'labour',
  'may-5',
  'september-1',
  'independence',
  'executive',
  'revolution',
  'christmas',
  'declared',
] as const;
export type RestDayName = (typeof restDayNames)[number];

/** A date of every year, or the nth such weekday of a month; weekdays as ISO 8601 counts them, Monday is 1. */
export type CalendarRule = Years & { readonly name: RestDayName; readonly month: number } & (
    | { readonly kind: 'fixed'; readonly day: number }
    | { readonly kind: 'nth-weekday'; readonly weekday: number; readonly nth: number }
  );

/** First and last of the days that an authority declared to be none for business. */
export interface DeclaredDays {
  readonly from: string;
  readonly to: string;
  readonly authority: string;
  readonly url: string;
}

/** A published list of rest days. */
export interface BaseCalendar {
  readonly id: string;
  /** ISO weekdays on which nobody works. */
  readonly weekend: readonly number[];
  readonly rules: readonly CalendarRule[];
  readonly declared: readonly DeclaredDays[];
  /** Seen in the official text, in a copy of it, or nowhere. */
  readonly confirmation: 'confirmed' | 'secondary' | 'assumption';
  readonly sources: readonly { readonly title: string; readonly url: string }[];
}

const saturdayAndSunday = [6, 7];
const inmujeres = { authority: 'INMUJERES', url: 'https://sidof.segob.gob.mx/notas/docFuente/5581994' };

const labourAct: BaseCalendar = {
  id: 'mx-lft-74',
  weekend: saturdayAndSunday,
  rules: [
    { kind: 'fixed', name: 'new-year', month: 1, day: 1 },
    { kind: 'nth-weekday', name: 'constitution', month: 2, weekday: 1, nth: 1, fromYear: 2006 },
    { kind: 'nth-weekday', name: 'march-21', month: 3, weekday: 1, nth: 3, fromYear: 2006 },
    { kind: 'fixed', name: 'labour', month: 5, day: 1 },
    { kind: 'fixed', name: 'independence', month: 9, day: 16 },
    { kind: 'fixed', name: 'executive', month: 10, day: 1, everyYears: 6, fromYear: 2024 },
    { kind: 'nth-weekday', name: 'revolution', month: 11, weekday: 1, nth: 3, fromYear: 2006 },
    { kind: 'fixed', name: 'executive', month: 12, day: 1, everyYears: 6, fromYear: 1970, toYear: 2018 },
    { kind: 'fixed', name: 'christmas', month: 12, day: 25 },
  ],
  declared: [],
  confirmation: 'secondary',
  sources: [
    {
      title: 'Reforma al artículo 74, fracción VII, de la Ley Federal del Trabajo (DOF 30-09-2024)',
      url: 'https://dgyh.mx/boletin-fiscal/publica-dof-decreto-por-el-que-se-declara-el-1-de-octubre-de-cada-seis-anos-como-dia-de-descanso-obligatorio',
    },
    {
      title: 'Artículo 74 y la iniciativa de 2024',
      url: 'https://hojapolitica.com/2024/06/proponen-fijar-el-1-de-octubre-como-dia-de-descanso-obligatorio-cada-seis-anos',
    },
    {
      title: 'Días inhábiles de 2018 (Infonavit)',
      url: 'https://diarionoticiasweb.net/infonavit-publica-en-el-dof-los-dias-inhabiles-para-2018',
    },
  ],
};

/** From 2024 the executive changes on 1 October, which this article does not name: its rule gives no date after 2018. */
const procedureAct: BaseCalendar = {
  id: 'mx-lfpa-28',
  weekend: saturdayAndSunday,
  rules: [
    { kind: 'fixed', name: 'new-year', month: 1, day: 1 },
    { kind: 'fixed', name: 'constitution', month: 2, day: 5 },
    { kind: 'fixed', name: 'march-21', month: 3, day: 21 },
    { kind: 'fixed', name: 'labour', month: 5, day: 1 },
    { kind: 'fixed', name: 'may-5', month: 5, day: 5 },
    { kind: 'fixed', name: 'september-1', month: 9, day: 1 },
    { kind: 'fixed', name: 'independence', month: 9, day: 16 },
    { kind: 'fixed', name: 'revolution', month: 11, day: 20 },
    { kind: 'fixed', name: 'executive', month: 12, day: 1, everyYears: 6, fromYear: 2000, toYear: 2018 },
    { kind: 'fixed', name: 'christmas', month: 12, day: 25 },
  ],
  declared: [
    { from: '2019-12-16', to: '2019-12-24', ...inmujeres },
    { from: '2019-12-26', to: '2019-12-31', ...inmujeres },
    { from: '2020-01-02', to: '2020-01-03', ...inmujeres },
  ],
  confirmation: 'secondary',
  sources: [
    { title: 'Artículo 28, transcrito (calculadora de plazos, 2026)', url: 'https://calculadora-plazos.netlify.app' },
    { title: 'Artículo 28, citado por la autoridad (COFEMER)', url: 'https://www.cofemersimir.gob.mx/portales/resumen/60720' },
    { title: 'Acuerdo de INMUJERES sobre días inhábiles (2019)', url: inmujeres.url },
  ],
};

const mondayToFriday: BaseCalendar = {
  id: 'mon-fri',
  weekend: saturdayAndSunday,
  rules: [],
  declared: [],
  confirmation: 'assumption',
  sources: [],
};

export const baseCalendarIds = ['mon-fri', 'mx-lfpa-28', 'mx-lft-74'] as const;
export type BaseCalendarId = (typeof baseCalendarIds)[number];

/** Every list a network can begin with. */
export const baseCalendars: Readonly<Record<BaseCalendarId, BaseCalendar>> = {
  'mon-fri': mondayToFriday,
  'mx-lfpa-28': procedureAct,
  'mx-lft-74': labourAct,
};
