import { foldOfWord } from './words.js';

/** Words in which people ask and tell: they say little of what is sought beside any other word. Spanish and English, folded. */
const light = new Set(
  (
    'ano anos year years no sin arma armar consigue consiguen redactar redacta sucede sucedio abran abre abren abrir acerca actual actuales actualmente adecuada adecuado ademas ahi ahora algunas algunos alguien alrededor ambas ambos antes aprenda aprendan aprenden aprender ' +
    'apropiada apropiado ayer aun aunque bastante bien bueno buena buenas buenos busca buscan buscando buscar busco cerca cierta cierto claro comenzar conmigo conocen conocer ' +
    'conozca conozcan conozco consigo conseguir consiste convertir crear crean crearon cosa cosas creo cualquier cualquiera cuya cuyas cuyo cuyos da dado dame dan dar dedica dedican dedicar deja dejan dejar ' +
    'dejo dentro despues debe deben debemos deberia deberian debido debo decir demas demasiado dice dicen dicho dificil dijo dime distinta distintas distinto distintos durante ejemplo ' +
    'ejemplos embargo empezar empieza encontrar encuentra encuentran enfoque entender entonces escribir estamos estaba estaban estoy etc etcetera existe existen existente existentes existir explica ' +
    'explicame explicar explique facil favor forma formas frente fuera funciona funcionan funcionar funciono gente general generalmente gracias gran grande grandes gusta gustaria haber habia ' +
    'habla hablame hablan hablar hace hacen hacer hacia haciendo haga hagan hago haya hecha hecho hechos hicieron hizo hola igualmente incluir incluso incluye interesa intentan intentar ir jamas ' +
    'lado lejos llama llaman llamado llamar llega llegar lleva llevan llevar logra lograr lograron logro luego lugar lugares maneja manejar manera maneras mayoria mediante mejor mejores menos mientras misma mismas ' +
    'mismo mismos modo mostrar muestra mucha muchas mucho muchos necesario necesaria necesita necesitan necesitar necesito ninguna ninguno nuestras nuestros nueva nuevas nuevo nuevos nunca obtener ocurre ' +
    'ocurrio ofrece ofrecen ofrecer ojala parece pasa pasan pasar pequena pequenas pequeno pequenos podamos podemos poder podria podrian pone ponen poner pongo posible posibles practica practicas presentar pretende primer primera ' +
    'primero pronto propia propias propio propios pude pudo puedas pues pusieron puso queda quedan quedar quede quedo queremos querer queria quiera quieran quiere quieren quiero ' +
    'quisiera quiza quizas razon razones realiza realizan realizar realmente relacionada relacionadas relacionado relacionados respecto resulta saben saber sabes sale salir salio se sea sean segun seria siempre ' +
    'siendo siga sigue siguen similar similares simplemente sino sirve sirven situacion situaciones sido solamente sola solas solo solos somos soy suele suelen suficiente tema temas tengan tenga tener ' +
    'tengo tenia tenian teniendo termina tipo tipos toma toman tomar total trata tratan tratar tuve tuvieron tuvo ultima ultimo usa usan usar uso usted ustedes util utiles utiliza utilizan utilizar va vamos van ' +
    'varia varias varios vaya veces ven vea ver verdad vez vi viene vienen vio vivir vive viven volver vos voy ' +
    'across actual actually after again against ago ahead almost alone along already alright always among another anybody anyone anything anyway around ask asked asking available away back bad based became ' +
    'because become before began begin behind below beside besides best better between big both bring brings build built called came cannot cant certain clear come comes coming create created creates ' +
    'creating current currently deal despite did different difficult doing done down due during each easy either else enough especially etc even ever every everybody everyone everything exactly example examples exist ' +
    'existing exists explain fact far few find finding fine first follow full gave general generally get gets getting give given gives giving go goes going gone good got great happen happened happens hard having he hello help her here ' +
    'herself him himself his however including instead interested involve involved involving just keep keeps kept kind kinds knew know knowing knows large last later learn learned least less let lets like likely ' +
    'little long look looked looking looks lot lots made mainly major make makes making mean means must near nearly need needed needs never new next nobody none nothing now off offer offered ' +
    'offering offers often once ones only onto otherwise over own owns part particular people perhaps person place places please possible practice practices provide provided provides providing put puts quite rather read ' +
    'real really reason reasons recent related run running runs said same saw say says see seem seems seen several shall she show shows since small somebody someone something sometimes somewhere soon sort start started ' +
    'starting still stop such sure take taken takes taking talk tell tells than thank thanks thing things think thought though three through throughout together told too took toward towards tried tries trying try turn ' +
    'type types under until upon use used useful uses using usually various very via want wanted wants way ways well went whatever where whether while whole within without won wonder word words ' +
    'yes yet'
  ).split(' '),
);

export const isLight = (word: string): boolean => light.has(foldOfWord(word));
