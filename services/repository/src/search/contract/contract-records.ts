import { emptyContent, type PracticeContent } from '@alianza/contracts/repository/practices';
import type { Localized } from '@alianza/contracts/shapes';

/** What is published before the cases are tried: by address, in the order in which it is published. */
export interface ContractRecord {
  readonly slug: string;
  readonly content: PracticeContent;
}

const both = (es: string, en: string): Localized => ({ original: 'es', es, en });
const es = (text: string): Localized => ({ original: 'es', es: text });

const record = (slug: string, title: Localized, summary: Localized, over: Partial<PracticeContent>): ContractRecord => ({
  slug,
  content: { ...(emptyContent as unknown as PracticeContent), type: 'good-practice', sourceLanguages: ['es'], title, summary, ...over },
});

export const records: readonly ContractRecord[] = [
  record(
    'mercado',
    both('Guardería en el mercado central', 'Nursery in the central market'),
    es('Las vendedoras dejan ahí a sus criaturas.'),
    {
      ...{ countries: ['MX'], level: 'community', sector: 'civil-society', startYear: 2019, sdgTargets: ['4.2', '5.4'] },
      ...{ fiveRs: ['reduce'], populations: ['children', 'informal-workers'] },
    },
  ),
  record('obras', es('Estancias infantiles en obras de construcción'), es('Las familias jornaleras trabajan tranquilas.'), {
    ...{ countries: ['IN'], level: 'workplace', sector: 'civil-society', startYear: 1969, sdgTargets: ['4.2'], sourceLanguages: ['en'] },
    ...{ fiveRs: ['reduce', 'redistribute'], populations: ['children'] },
  }),
  record(
    'seguro',
    es('Reforma del seguro social de las trabajadoras del hogar'),
    es('La parte empleadora da de alta a quien trabaja en su casa.'),
    {
      ...{ type: 'law-policy', countries: ['MX'], level: 'national', sector: 'national-government', startYear: 2023, sdgTargets: ['8.8'] },
      ...{ fiveRs: ['recognize', 'reward'], populations: ['domestic-workers', 'women'] },
    },
  ),
  record(
    'permiso',
    both('Permiso parental igual para cada progenitor', 'Equal parental leave'),
    es('Seis meses por persona que no se ceden.'),
    {
      ...{
        type: 'law-policy',
        countries: ['IS'],
        level: 'national',
        sector: 'national-government',
        startYear: 2000,
        sourceLanguages: ['en'],
      },
      ...{ fiveRs: ['redistribute'], populations: ['parents'] },
    },
  ),
  record('banco', es('Banco de tiempo'), es('Quien ayuda a una persona mayor gana horas para su vejez.'), {
    ...{ countries: ['JP'], level: 'community', startYear: 1973, fiveRs: ['redistribute'], populations: ['older-persons'] },
    lessons: es(
      'Lo cuenta [un reportaje](https://diario.example/xilofono), lo mide https://example.org/trombon y lo explica inmujeres.gob.mx.',
    ),
  }),
  record('convenio', es('Convenio 189 sobre el trabajo doméstico'), es('Tratado con derechos laborales básicos.'), {
    ...{
      type: 'law-policy',
      level: 'international',
      sector: 'international-organization',
      startYear: 2011,
      sourceLanguages: ['es', 'en', 'fr'],
    },
    ...{ fiveRs: ['recognize', 'reward', 'represent'], populations: ['domestic-workers'] },
  }),
  record('curso', es('Curso de autocuidado para cuidadoras'), es('Diez sesiones en línea.'), {
    priorityAreas: ['training'],
    ...{ type: 'toolkit', countries: ['MX'], startYear: 2020, organizations: ['Instituto Zurbarán (ficticio)'] },
    actions: es('Las participantes usan además una lavandería del barrio mientras dura la sesión.'),
  }),
  record('mapa', es('Mapa de servicios de apoyo'), es('Ubica espacios para primera infancia.'), {
    priorityAreas: ['training', 'evidence'],
    ...{ type: 'dataset', countries: ['AR'], startYear: 2021, populations: ['children'] },
  }),
  record('encuesta', both('Encuesta nacional de uso del tiempo', 'National time-use survey'), es('Mide las horas de trabajo sin pago.'), {
    priorityAreas: ['evidence'],
    ...{ type: 'dataset', countries: ['MX', 'CO'], level: 'national', sector: 'national-government', startYear: 2022 },
  }),
  record('manzanas', es('Manzanas que cuidan'), es('Servicios caminables para quienes cuidan.'), {
    ...{ countries: ['CO'], place: 'Bogotá', level: 'municipal', sector: 'subnational-government', startYear: 2020, fiveRs: ['reduce'] },
  }),
  record(
    'cooperativa',
    { original: 'en', en: 'Home care cooperative' },
    { original: 'en', en: 'A company owned by its workers.' },
    {
      ...{ countries: ['US'], place: 'Bronx, Nueva York', level: 'community', sector: 'private', startYear: 1985, sourceLanguages: ['en'] },
    },
  ),
  record(
    'estatuto',
    { original: 'pt', pt: 'Estatuto do acompanhante' },
    { original: 'pt', pt: 'Lei que dá descanso e subsídio.' },
    {
      ...{ type: 'law-policy', countries: ['PT'], level: 'national', sourceLanguages: ['pt'] },
    },
  ),
];

/** In another network: nothing of it is ever found in the first. */
export const elsewhere: readonly ContractRecord[] = [
  record('faro', es('Faro de las tejedoras'), es('Una casa junto al mar.'), {
    ...{ countries: ['UY'], startYear: 2018, type: 'evaluation', populations: ['children'] },
  }),
  record('red', es('Red del litoral'), es('Barcas que se turnan.'), { type: 'evaluation', populations: ['parents'] }),
  record('creches', { original: 'en', en: 'Mobile Creches' }, { original: 'en', en: 'Near the building sites.' }, { countries: ['IN'] }),
  record('moviles', es('Guarderías móviles en el mercado'), es('Un camión que llega con sus educadoras.'), {}),
];

/** A word by which that network calls two concepts. */
export const twofold = { word: 'chalupas', scheme: 'population', concepts: ['children', 'parents'] } as const;

/** Published, then withdrawn. */
export const withdrawn: ContractRecord = record('retirada', es('Ludoteca itinerante'), es('Un camión con juegos visita las rancherías.'), {
  ...{ countries: ['BO'], startYear: 2017, type: 'publication' },
});
