import { emptyContent, type PracticeContent } from '@alianza/contracts/repository/practices';
import { evidenceLevels, fiveRs, levels, populations, practiceTypes, sectors } from '@alianza/contracts/taxonomy';

/** The same numbers at every run, so that figures of two runs are of the same data. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const things = `guarderías comunitarias|centros de día|relevos entre vecinas|licencias de paternidad|bancos de tiempo|escuelas de tiempo completo|
  cooperativas de cuidadoras|comedores escolares|rutas de transporte accesible|registros de personas cuidadoras|talleres de corresponsabilidad|
  círculos de hombres que cuidan|certificaciones de competencias|seguros para trabajadoras del hogar|lavanderías públicas|casas de respiro|
  asistencia personal a domicilio|presupuestos con perspectiva de cuidados|encuestas de uso del tiempo|manzanas del cuidado`;
const ways = `móviles|con enfoque intercultural|en zonas rurales|para jornaleras agrícolas|en el lugar de trabajo|de barrio|con horario nocturno|
  en lengua indígena|de gestión compartida|para personas mayores|para personas con discapacidad|tras la pandemia|en parques industriales|con formación remunerada`;
const places = `Valle Sereno|Puerto Claro|San Telmo del Monte|Llano Alto|Bahía Mansa|Cerro Verde|Río Hondo|Los Encinos|Villa Esperanza|La Cañada|
  Punta Arena Chica|Santa Rosa del Sur|Altos del Norte|Nueva Aurora|El Mirador|Las Palmas`;
const actors = `el municipio|una cooperativa de cuidadoras|la secretaría de bienestar|una red de vecinas|el sindicato de trabajadoras del hogar|
  una universidad pública|la cámara de comercio local|una asociación de familias|el sistema nacional de salud|una organización de personas con discapacidad`;
const deeds = `abrió|amplió|rediseñó|financió|evaluó|formalizó|articuló|puso en marcha|documentó|extendió a otros barrios`;
const reaches = `para que las familias recuperen horas de descanso|y redujo el tiempo de espera a la mitad|con reglas acordadas en asamblea|
  y llevó un registro mensual de horas cuidadas|sin aumentar el gasto de los hogares|con contratos y seguridad social para quienes cuidan|
  mientras se capacitaba a nuevas trabajadoras|en coordinación con escuelas y clínicas|y repartió los turnos entre mujeres y hombres|
  con una mesa de seguimiento cada trimestre|aunque faltaron relevos de noche durante el primer año|y publicó sus cuentas en un tablero abierto`;
const list = (text: string) => text.split('|').map((word) => word.trim());
const lists = {
  things: list(things),
  ways: list(ways),
  places: list(places),
  actors: list(actors),
  deeds: list(deeds),
  reaches: list(reaches),
};

/** Countries as unevenly as such collections have them: half of all in the first few. */
export const countries = [
  'MX',
  'CO',
  'AR',
  'CL',
  'UY',
  'ES',
  'BR',
  'CR',
  'PE',
  'EC',
  'DO',
  'GT',
  'PA',
  'KE',
  'CA',
  'KR',
  'ID',
  'PH',
  'SN',
  'DE',
];

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What a practice might say, in Spanish and for one in three in English too; as long as the demo's records are. */
export function inventContent(random: () => number): PracticeContent {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const often = <T>(from: readonly T[]): T => from[Math.floor(from.length ** random()) - 1] as T;
  const sentence = () =>
    `${capital(pick(lists.actors))} ${pick(lists.deeds)} ${pick(lists.things)} ${pick(lists.ways)} ${pick(lists.reaches)}.`;
  const prose = (length: number) => Array.from({ length }, sentence).join(' ');
  const both = random() < 1 / 3;
  const said = (text: string) => ({ original: 'es' as const, es: text, ...(both ? { en: `(English) ${text}` } : {}) });
  const place = pick(lists.places);
  const startYear = 2005 + Math.floor(random() * 20);
  return {
    ...(emptyContent as unknown as PracticeContent),
    type: often(practiceTypes),
    title: said(`${capital(pick(lists.things))} ${pick(lists.ways)} en ${place}`),
    summary: said(prose(2)),
    context: said(prose(1)),
    actions: said(prose(2)),
    results: said(prose(2)),
    weaknesses: random() < 0.5 ? null : said(prose(1)),
    lessons: said(prose(1)),
    replicability: said(prose(1)),
    countries: [...new Set([often(countries), ...(random() < 0.2 ? [often(countries)] : [])])],
    place,
    level: pick(levels),
    sector: pick(sectors),
    organizations: [`Organización de ${place} (ficticia)`],
    fiveRs: [...new Set([pick(fiveRs), pick(fiveRs)])],
    populations: [...new Set([pick(populations), pick(populations)])],
    sdgTargets: ['5.4'],
    startYear,
    sourceLanguages: ['es'],
    evidence: pick(evidenceLevels),
    sources: [{ title: `Informe de ${place} (${startYear})`, url: 'https://example.org/informe', publisher: 'Alianza de prueba' }],
  };
}
