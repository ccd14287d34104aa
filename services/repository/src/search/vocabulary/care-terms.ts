/** What is said of care in Spanish and English beyond the labels of the taxonomy: names of one thing, parted by `|`. */
export const taxonomyTerms: Readonly<Record<string, string>> = {
  'population=children':
    'niñas y niños|niñez|infancia|infantes|primera infancia|niñas|niños|menores de edad|criaturas|bebés|hijas e hijos|hijos|hijas|children|kids|childhood|early childhood|infants|toddlers|babies',
  'population=older-persons':
    'personas mayores|personas adultas mayores|adultos mayores|adultas mayores|tercera edad|ancianos|ancianas|vejez|mayores|envejecimiento|older people|older adults|elderly|elders|seniors|old age|aging|ageing|elder care|eldercare',
  'population=persons-with-disabilities':
    'personas con discapacidad|discapacidad|discapacitados|diversidad funcional|people with disabilities|disabled people|disability|disabled',
  'population=paid-care-workers':
    'cuidadoras remuneradas|trabajadoras del cuidado|trabajadores del cuidado|care workers|paid carers|care workforce',
  'population=unpaid-carers':
    'personas cuidadoras|persona cuidadora|cuidadoras|cuidadores|cuidadora|cuidador|quienes cuidan|quien cuida|cuidadores informales|cuidadoras familiares|carers|caregivers|carer|caregiver|cuidadores familiares|family carers|informal carers|family caregivers|unpaid caregivers',
  'population=domestic-workers':
    'trabajadoras del hogar|trabajadores del hogar|personas trabajadoras del hogar|trabajadora remunerada del hogar|empleadas domésticas|empleadas del hogar|empleadas de casa|trabajadoras domésticas|trabajadores domésticos|servicio doméstico|trabajo doméstico remunerado|muchachas de servicio|domestic workers|household workers|domestic employees|domestic help|housekeepers|house maids|maids|cleaners',
  'population=agricultural-workers':
    'jornaleras agrícolas|jornaleros agrícolas|jornaleras|jornaleros|trabajadoras agrícolas|trabajadores agrícolas|trabajadoras del campo|peones agrícolas|farm workers|farmworkers|farm labourers|agricultural workers|agricultural labourers|day labourers|day laborers|field workers',
  'population=indigenous':
    'pueblos indígenas|indígenas|pueblos originarios|comunidades originarias|indigenous peoples|indigenous|native peoples',
  'population=migrants': 'personas migrantes|migrantes|migración|inmigrantes|migrants|migration|immigrants',
  'population=rural': 'rural|rurales|zonas rurales|medio rural|campo|campesinas|countryside|rural areas',
  'population=women': 'mujeres|mujer|women|woman',
  'population=parents':
    'madres y padres|progenitores|padres|madres|familias con hijos|parents|fathers|mothers|parenthood|parenting|crianza',
  'population=informal-workers':
    'trabajo informal|economía informal|empleo informal|trabajadoras informales|informalidad|vendedoras ambulantes|comercio ambulante|informal workers|informal economy|informal work|street vendors',
  'population=public-servants':
    'servidoras públicas|servidores públicos|funcionariado|funcionarias|funcionarios|civil servants|public servants|government employees',
  'population=low-income-households':
    'bajos ingresos|pobreza|familias pobres|hogares pobres|low income|poverty|poor families|poor households',
  'fiveR=recognize': 'reconocer|reconocimiento|recognise|recognize|recognition',
  'fiveR=reduce': 'reducir|reducción|reduce|reduction',
  'fiveR=redistribute':
    'redistribuir|redistribución|corresponsabilidad|repartir los cuidados|responsabilidad compartida|redistribute|redistribution|shared responsibility|co-responsibility|sharing care',
  'fiveR=reward': 'recompensar|remunerar|remuneración|retribuir|reward|remunerate|remuneration',
  'fiveR=represent': 'representar|representación|represent|representation',
  'type=publication': 'publicación|informe|estudio|publication|report|study',
  'type=evaluation': 'evaluación|evaluation|assessment',
  'type=toolkit': 'herramienta|guía|manual|caja de herramientas|kit|toolkit|tool|guide|handbook|guidebook|manual de uso',
  'type=dataset': 'conjunto de datos|base de datos|datos abiertos|dataset|data set|database',
  'type=law-policy': 'ley|leyes|legislación|norma|normativa|law|act|legislation|statute',
  'level=municipal': 'municipal|municipios|ayuntamiento|alcaldía|municipality|city council|local government|gobierno local',
  'level=community': 'comunitario|comunitaria|comunidad|community|community-based',
  'level=workplace': 'centro de trabajo|lugar de trabajo|lugares de trabajo|workplace|workplaces',
  'sector=private':
    'empresas|empresa|compañías|sector privado|patrones|empleadores|companies|company|businesses|business|employers|firms|enterprises|private sector',
  'sector=trade-union': 'sindicatos|sindicato|gremios|trade unions|labor unions|labour unions|unions',
  'sector=civil-society': 'sociedad civil|organizaciones no gubernamentales|ong|civil society|ngo|non-profit',
};
