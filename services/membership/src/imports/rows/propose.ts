import { memberImportFields, type MemberImportField } from '@alianza/contracts/imports/member-import-columns';
import { proposer } from '@alianza/platform/sheets/propose';

/** What columns are headed in Spanish or English, parted by `|`, without accents. */
const called: Readonly<Record<MemberImportField, string>> = {
  reference: 'clave|codigo|folio|numero|no|num|id|referencia|clave interna|code|key|number|reference number|ref',
  slug: 'nombre en la direccion|direccion de la pagina|address of the page',
  name_es: 'nombre|nombre de la organizacion|organizacion|institucion|razon social|denominacion|nombre en espanol|integrante|nombre es',
  name_en:
    'name|name of the organisation|name of the organization|organisation|organization|institution|name in english|nombre en ingles|member|name en',
  acronym: 'siglas|acronimo|sigla|acronym|abbreviation|initials',
  sector: 'sector|sector al que pertenece|tipo de organizacion|type of organisation|type of organization',
  country: 'pais|pais sede|pais donde tiene su sede|sede|country|country of its seat|seat',
  region: 'region|region del mundo|world region',
  languages: 'idioma|idiomas|lenguas|idiomas de trabajo|language|languages|working languages',
  website: 'sitio web|sitio|pagina web|web|url|liga|enlace|website|web site|site|link',
  work_es: 'trabajo en cuidados|que hace|descripcion|trabajo de cuidados|trabajo en cuidados en espanol|work es',
  work_en: 'care work|work in care|what it does|description|work en|trabajo en cuidados en ingles',
  category: 'categoria|categoria de participacion|tipo de participacion|category|category of participation',
  category_since:
    'desde|integrante desde|fecha de ingreso|ingreso|categoria desde|since|member since|date of admission|in its category since',
  granting_reference: 'acuerdo|acuerdo o documento|acuerdo que la otorga|oficio|documento|agreement|granting agreement|document',
  granting_date: 'fecha del acuerdo|fecha de acuerdo|fecha del documento|date of the agreement|agreement date',
  titular_email:
    'correo de quien sera titular|correo de la titular|correo del titular|correo de la persona titular|correo titular|correo de quien representa|email of the titular|titular email|email of the titular representative|address of the titular|email of the future titular',
  listed:
    'en el directorio|en el directorio publico|in the public directory|directorio|directorio publico|aparece en el directorio|in the directory|listed|public directory',
};

/** What each column seems to be by its heading. */
export const proposeFields = proposer(memberImportFields, called);
