import { actorImportFields, type ActorImportField } from '@alianza/contracts/imports/actor-import-columns';
import { proposer } from '@alianza/platform/sheets/propose';

/** What columns are headed in Spanish or English, those of the map's own export among them. */
const called: Readonly<Record<ActorImportField, string>> = {
  reference:
    'clave|codigo|folio|numero|no|num|id|referencia|clave interna|clave propia de la hoja|the sheet s own key|code|key|number|reference number|ref',
  slug: 'nombre en la direccion|nombre en la direccion web|direccion de la pagina|address of the page|name in the web address',
  name_es:
    'nombre|nombre de la organizacion|organizacion|institucion|razon social|denominacion|nombre en espanol|actora|actor|name in spanish|nombre de la actora|nombre es',
  name_en:
    'name|name of the organisation|name of the organization|organisation|organization|institution|name in english|nombre en ingles|name en',
  acronym: 'siglas|acronimo|sigla|acronym|abbreviation|initials',
  sector: 'sector|sector al que pertenece|tipo de organizacion|type of organisation|type of organization',
  country: 'pais|pais sede|pais de su sede|pais donde tiene su sede|sede|country|country of its seat|seat',
  region: 'region|region del mundo|world region',
  website: 'sitio web|sitio|pagina web|web|url|liga|enlace|website|web site|site|link',
  role_es:
    'role in care in spanish|papel en los cuidados|papel|papel en cuidados|papel en los cuidados en espanol|que hace|descripcion|rol|role es',
  role_en: 'role in care|role|what it does|description|role in care in english|papel en los cuidados en ingles|role en',
  initiatives: 'iniciativas|iniciativa|programas|proyectos|initiatives|initiative|programmes|programs|projects',
  sources: 'fuentes|fuente|de donde sale|bibliografia|sources|source|references',
  contact_email: 'correo|correo electronico|correo del contacto|correo de contacto|email|e mail|mail|contact email|email of the contact',
  contact_name: 'contacto|nombre del contacto|persona de contacto|contact|contact name|name of the contact|contact person',
  contact_office: 'cargo|cargo o area|area|cargo o area del contacto|office|position|office of the contact',
  contact_language:
    'idioma del contacto|idioma en que se le escribe|idioma de contacto|language of the contact|language it is written to in',
  shown:
    'mostrar en el directorio publico|show in the public directory|en el directorio publico|en el directorio|directorio|directorio publico|in the public directory|in the directory|public directory',
};

/** What each column seems to be by its heading. */
export const proposeActorFields = proposer(actorImportFields, called);
