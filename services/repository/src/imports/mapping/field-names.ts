import type { ImportField, ImportLanguage, TranslatedField } from '@alianza/contracts/imports/import-columns';

/** What columns of a text are headed, by the language of the heading: parted by `|`, without accents. */
export const textNames: Readonly<Record<TranslatedField, Partial<Record<ImportLanguage, string>>>> = {
  title: {
    es: 'titulo|nombre|nombre de la practica|titulo de la practica|practica|buena practica|denominacion',
    en: 'title|name|practice|practice name|name of the practice|good practice',
  },
  summary: {
    es: 'resumen|descripcion|sintesis|descripcion breve|resumen de la practica|que es|en que consiste',
    en: 'summary|abstract|description|short description|what it is',
  },
  context: {
    es: 'por que se hizo|contexto|problema|antecedentes|justificacion|problema que atiende',
    en: 'why it was done|why|context|problem|background|rationale',
  },
  actions: {
    es: 'como se hizo|que se hizo|acciones|actividades|implementacion|desarrollo|metodologia',
    en: 'how it was done|what was done|actions|activities|implementation|methodology',
  },
  results: {
    es: 'que logro|resultados|resultado|logros|impacto|impactos|resultados obtenidos',
    en: 'what it achieved|results|outcomes|impact|achievements',
  },
  weaknesses: {
    es: 'que no funciono y como se resolvio|que no funciono|debilidades|dificultades|obstaculos|retos|desafios',
    en: 'what did not work and how that was solved|what did not work|weaknesses|challenges|difficulties|obstacles',
  },
  lessons: {
    es: 'que se aprendio|lecciones|aprendizajes|lecciones aprendidas',
    en: 'what was learned|lessons|lessons learned|lessons learnt',
  },
  replicability: {
    es: 'que se necesita para repetirla|replicabilidad|condiciones para repetirla|condiciones|como repetirla',
    en: 'what it takes to repeat it|replicability|conditions to repeat it|conditions|how to repeat it',
  },
};

/** The same of what is in no language. */
export const plainNames: Readonly<Partial<Record<ImportField, string>>> = {
  id: 'id|identificador|identificador persistente|identifier',
  reference: 'clave|codigo|folio|numero|no|num|referencia interna|clave interna|code|key|number|reference number|ref',
  slug: 'slug|nombre en la direccion',
  url: 'direccion de la pagina|address of the page',
  type: 'tipo|tipo de registro|tipo de practica|type|type of record|record type',
  original_language: 'idioma original|lengua original|original language',
  countries: 'pais|paises|pais o paises|country|countries',
  place: 'lugar|localidad|ciudad|municipio|ubicacion|region|place|location|city|where',
  level: 'nivel|alcance|ambito|nivel o alcance|level|scope|level or scope',
  sector: 'sector',
  organizations:
    'organizacion|organizaciones|institucion|instituciones|quien la hizo|organizaciones que la hicieron|organizacion responsable|organization|organizations|organisation|organisations|institution|institutions|who did it|implementer|implementers',
  five_rs: 'cinco r|las cinco r|5 r|5r|5rs|5 rs|cinco erres|erres|five rs|five r|the five rs',
  populations:
    'poblacion|poblaciones|poblacion objetivo|a quien beneficia|beneficiarias|beneficiarios|personas beneficiarias|population|populations|target population|beneficiaries|whom it benefits',
  priority_areas: 'area prioritaria|areas prioritarias|ejes prioritarios|priority area|priority areas',
  sdg_targets: 'ods|meta ods|metas ods|metas de los ods|metas de los objetivos de desarrollo sostenible|sdg|sdgs|sdg target|sdg targets',
  start_year: 'ano|ano de inicio|inicio|desde|ano en que empezo|year|start year|start|since|year it began',
  end_year: 'ano de termino|ano de fin|ano final|termino|fin|hasta|ano en que termino|end year|end|until|year it ended',
  source_languages: 'idioma|idiomas|idioma de las fuentes|idiomas de las fuentes|language|languages|source language|source languages',
  licence: 'licencia|licence|license',
  evidence: 'evidencia|nivel de evidencia|evidence|evidence level|level of evidence',
  sources: 'fuente|fuentes|referencia|referencias|bibliografia|source|sources|reference|references',
  source_publishers: 'quien publica|publica|editorial|quien publica la fuente|publisher|publishers|source publisher',
  source_urls:
    'url|urls|enlace|enlaces|liga|ligas|vinculo|sitio web|pagina web|web|direccion de la fuente|enlace a la fuente|link|links|website|web site|source url|source link',
};
