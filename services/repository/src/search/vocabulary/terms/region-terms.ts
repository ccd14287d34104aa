/** Parts of the world by their names, with the countries of ISO 3166-1 in them (UN M49 and common speech). */
export const regionTerms: readonly (readonly [names: string, countries: string])[] = [
  [
    'áfrica|africano|africana|africanos|africanas|países africanos|continente africano|africa|african|african countries|áfrica subsahariana|subsahariana|sub-saharan africa|africa south of the sahara',
    'DZ AO BJ BW BF BI CV CM CF TD KM CG CD CI DJ EG GQ ER SZ ET GA GM GH GN GW KE LS LR LY MG MW ML MR MU MA MZ NA NE NG RW ST SN SC SL SO ZA SS SD TZ TG TN UG ZM ZW EH',
  ],
  ['norte de áfrica|áfrica del norte|magreb|north africa|northern africa|maghreb', 'DZ EG LY MA SD TN EH MR'],
  ['áfrica occidental|owest africa|western africa|sahel', 'BJ BF CV CI GM GH GN GW LR ML MR NE NG SN SL TG'],
  ['áfrica oriental|east africa|eastern africa|grandes lagos', 'BI KM DJ ER ET KE MG MW MU MZ RW SC SO SS TZ UG ZM ZW'],
  ['áfrica austral|sur de áfrica|southern africa', 'BW SZ LS NA ZA ZW ZM MZ AO'],
  [
    'asia|asiático|asiática|asiáticos|países asiáticos|asian|asian countries|asia-pacífico|asia pacific',
    'AF AM AZ BH BD BT BN KH CN CY GE HK IN ID IR IQ IL JP JO KZ KW KG LA LB MO MY MV MN MM NP KP OM PK PS PH QA SA SG KR LK SY TW TJ TH TL TR TM AE UZ VN YE',
  ],
  ['asia oriental|lejano oriente|extremo oriente|east asia|eastern asia|far east', 'CN HK JP KP KR MO MN TW'],
  ['sur de asia|asia meridional|asia del sur|subcontinente indio|south asia|southern asia', 'AF BD BT IN MV NP PK LK IR'],
  ['sudeste asiático|sureste asiático|southeast asia|south-east asia', 'BN KH ID LA MY MM PH SG TH TL VN'],
  ['asia central|central asia', 'KZ KG TJ TM UZ'],
  [
    'oriente medio|medio oriente|oriente próximo|países árabes|mundo árabe|árabe|middle east|arab states|arab countries|arab',
    'BH IR IQ IL JO KW LB OM PS QA SA SY TR AE YE EG',
  ],
  [
    'europa|europeo|europea|europeos|europeas|países europeos|viejo continente|europe|european|european countries',
    'AX AL AD AT BY BE BA BG HR CZ DK EE FO FI FR DE GI GR GG HU IS IE IM IT JE LV LI LT LU MT MD MC ME NL MK NO PL PT RO RU SM RS SK SI ES SJ SE CH UA GB VA CY',
  ],
  [
    'unión europea|ue|european union|eu|comunidad europea|comisión europea|european commission|países de la unión europea',
    'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE',
  ],
  [
    'países nórdicos|nórdico|nórdicos|nórdica|escandinavia|escandinavo|escandinava|escandinavos|norte de europa|nordic countries|nordic country|nordic|scandinavia|scandinavian|northern europe',
    'DK FI IS NO SE FO AX SJ',
  ],
  [
    'sur de europa|europa del sur|mediterráneo|península ibérica|ibérico|southern europe|mediterranean|iberian',
    'ES PT IT GR MT CY AD SM VA HR AL',
  ],
  ['europa oriental|eastern europe|balcanes|balkans', 'BY BG CZ HU MD PL RO RU SK UA AL BA HR ME MK RS SI'],
  ['europa occidental|western europe|benelux', 'AT BE FR DE LI LU MC NL CH IE GB'],
  [
    'américa latina|latinoamérica|latinoamericano|latinoamericana|latinoamericanos|latinoamericanas|iberoamérica|hispanoamérica|américa latina y el caribe|latin america|latin american|latin america and the caribbean|latam|alc',
    'AR BO BR CL CO CR CU DO EC SV GT HT HN MX NI PA PY PE PR UY VE BZ GY SR JM TT BB BS GD LC VC AG DM KN',
  ],
  [
    'américa|américas|continente americano|las américas|americas|american continent|the americas|hemisferio',
    'AR BO BR CL CO CR CU DO EC SV GT HT HN MX NI PA PY PE PR UY VE BZ GY SR JM TT BB BS GD LC VC AG DM KN CA US',
  ],
  [
    'sudamérica|suramérica|américa del sur|sudamericano|sudamericana|suramericano|suramericana|cono sur|south america|south american|southern cone',
    'AR BO BR CL CO EC GY PY PE SR UY VE GF FK',
  ],
  ['región andina|países andinos|andino|andina|andean|andean countries', 'BO CL CO EC PE VE'],
  [
    'centroamérica|américa central|centroamericano|centroamericana|centroamericanos|istmo centroamericano|mesoamérica|central america|central american|mesoamerica',
    'BZ CR SV GT HN NI PA',
  ],
  [
    'caribe|caribeño|caribeña|caribeños|antillas|el caribe|islas del caribe|caribbean|the caribbean|west indies|antilles',
    'AG BS BB CU DM DO GD HT JM KN LC VC TT PR AI AW BQ CW GP KY MQ MS MF BL SX TC VG VI',
  ],
  ['norteamérica|américa del norte|norteamericano|norteamericana|north america|north american', 'CA US MX BM GL'],
  ['oceanía|pacífico sur|islas del pacífico|oceania|pacific islands|south pacific', 'AU FJ KI MH FM NR NZ PW PG WS SB TO TV VU'],
  [
    'sur global|países en desarrollo|países del sur|global south|developing countries|developing world|third world|tercer mundo|países de ingresos bajos|low-income countries',
    'BF BI CV KE GH RW IN BO HT ET MZ MW TZ UG ZM NP BD PK SN ML NE TD SL LR GN GM TG BJ MG CD CF KH LA MM NI HN GT SV',
  ],
];
