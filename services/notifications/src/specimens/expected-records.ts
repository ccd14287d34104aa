import type { Expected } from './expected-said.js';

/** Of mails about practices, replications and messages. */
export const expectedOfRecords: Expected = {
  'practice-to-review': {
    es: ['«Relevos» espera revisión en Red Muestra', 'Una organización envió a revisión la práctica «Relevos».'],
    en: ['“Relevos” awaits review in Red Muestra', 'An organisation handed in the practice “Relevos” for review.'],
  },
  'changes-requested': {
    es: ['Se piden cambios en «Relevos»', 'Quien revisa «Relevos» dejó comentarios.'],
    en: ['Changes are requested in “Relevos”', 'Whoever reviews “Relevos” left comments.'],
  },
  'practice-published': {
    es: ['Se publicó la práctica «Relevos»', 'La práctica «Relevos» ya está publicada:'],
    en: ['The practice “Relevos” was published', 'The practice “Relevos” is now public:'],
  },
  'replication-to-confirm': {
    es: ['Red Ejemplo dice que repitió «Relevos»', 'Red Ejemplo registró una réplica de «Relevos», una práctica de esta organización.'],
    en: ['Red Ejemplo says it repeated “Relevos”', 'Red Ejemplo recorded a replication of “Relevos”, a practice of your organisation.'],
  },
  'replication-to-confirm-by-network': {
    es: ['Red Ejemplo dice que repitió «Relevos»', 'Red Ejemplo registró una réplica de «Relevos», un registro de Red Muestra.'],
    en: ['Red Ejemplo says it repeated “Relevos”', 'Red Ejemplo recorded a replication of “Relevos”, a record of Red Muestra.'],
  },
  'replication-asked': {
    es: ['Piden precisar la réplica de «Relevos»', 'Quien responde por «Relevos» necesita saber algo antes de confirmar la réplica.'],
    en: [
      'A question about the replication of “Relevos”',
      'Whoever answers for “Relevos” needs to know something before confirming the replication.',
    ],
  },
  'replication-confirmed': {
    es: ['Se confirmó la réplica de «Relevos»', 'Quien responde por «Relevos» confirmó la réplica.'],
    en: ['The replication of “Relevos” was confirmed', 'Whoever answers for “Relevos” confirmed the replication.'],
  },
  'replication-refused': {
    es: ['No se reconoció la réplica de «Relevos»', 'Quien responde por «Relevos» no reconoció la réplica.'],
    en: ['The replication of “Relevos” was not recognised', 'Whoever answers for “Relevos” did not recognise the replication.'],
  },
  'practice-called-back': {
    es: ['«Relevos» salió de la revisión', 'Se recuperó «Relevos» para seguir escribiéndola.'],
    en: ['“Relevos” left the review', '“Relevos” was called back to go on writing it.'],
  },
  'replication-ended': {
    es: ['«Relevos» se retiró: la réplica terminó', 'La práctica «Relevos» se retiró del repositorio.'],
    en: ['“Relevos” was withdrawn: the replication ended', 'The practice “Relevos” was withdrawn from the repository.'],
  },
  'stand-in-begun': {
    es: ['Red Ejemplo: responde la Secretaría Técnica', 'Red Ejemplo dejó la red y responde por ella la Secretaría Técnica.'],
    en: [
      'Red Ejemplo: the Technical Secretariat answers',
      'Red Ejemplo has left the network and the Technical Secretariat answers in its place.',
    ],
  },
  'stand-in-ended': {
    es: ['Red Ejemplo vuelve a responder', 'Terminó la suspensión de Red Ejemplo.'],
    en: ['Red Ejemplo answers again', 'The suspension of Red Ejemplo has ended.'],
  },
  'replication-withdrawn': {
    es: ['Red Ejemplo retiró su réplica de «Relevos»', 'Red Ejemplo retiró lo que había registrado como réplica de «Relevos».'],
    en: ['Red Ejemplo withdrew its replication of “Relevos”', 'Red Ejemplo withdrew what it had recorded as a replication of “Relevos”.'],
  },
  'inquiry-sent': {
    es: ['Confirmar el mensaje sobre «Relevos»', 'Con esta dirección se escribió un mensaje sobre «Relevos», en el sitio de Red Muestra.'],
    en: [
      'Confirm your message about “Relevos”',
      'Somebody used this address to write a message about “Relevos”, on the site of Red Muestra.',
    ],
  },
  'inquiry-to-answer': {
    es: ['Preguntan por «Relevos»', 'Alguien que leyó «Relevos» en el repositorio de Red Muestra hizo una pregunta.'],
    en: ['A question about “Relevos”', 'Somebody who read “Relevos” in the repository of Red Muestra has a question.'],
  },
  'inquiry-to-secretariat': {
    es: ['Mensaje sobre «Relevos»', 'Llegó un mensaje sobre «Relevos» desde el sitio de Red Muestra.'],
    en: ['A message about “Relevos”', 'A message about “Relevos” came in from the site of Red Muestra.'],
  },
  'inquiry-answered': {
    es: ['Respuesta sobre «Relevos»', 'Esta es la respuesta al mensaje sobre «Relevos»:'],
    en: ['An answer about “Relevos”', 'This is the answer to the message about “Relevos”:'],
  },
  'inquiry-undelivered': {
    es: [
      'No llegó el correo sobre «Relevos»',
      'El correo con lo que la organización respondió a una pregunta sobre «Relevos», o con el motivo por el que la cerró, se devolvió: quien preguntó no lo leyó.',
    ],
    en: [
      'The mail about “Relevos” did not arrive',
      "The mail with the organisation's answer to a question about “Relevos”, or with its reason for closing it, came back: whoever asked did not read it.",
    ],
  },
  'inquiry-closed': {
    es: ['El mensaje sobre «Relevos» se cerró sin respuesta', 'El mensaje sobre «Relevos» se cerró sin respuesta.'],
    en: ['The message about “Relevos” was closed without an answer', 'The message about “Relevos” was closed without an answer.'],
  },
  'review-assigned': {
    es: ['Revisión asignada: «Relevos»', 'La revisión de «Relevos» se asignó a esta cuenta.'],
    en: ['Review assigned: “Relevos”', 'The review of “Relevos” was assigned to this account.'],
  },
  'task-assigned': {
    es: ['Asunto asignado: «Relevos»', '«Relevos» quedó a cargo de esta cuenta.'],
    en: ['Task assigned: “Relevos”', '“Relevos” was given to this account.'],
  },
  'letter-assigned': {
    es: ['Oficio asignado: Red Ejemplo', 'El oficio de designación de Red Ejemplo quedó a cargo de esta cuenta.'],
    en: ['Letter assigned: Red Ejemplo', 'The designation letter of Red Ejemplo was given to this account.'],
  },
  'practice-entered': {
    es: [
      'La Secretaría Técnica registró «Relevos» en nombre de la organización',
      'La Secretaría Técnica de Red Muestra empezó a escribir «Relevos» en nombre de la organización.',
    ],
    en: [
      'The Technical Secretariat registered “Relevos” on behalf of the organisation',
      'The Technical Secretariat of Red Muestra began to write “Relevos” on behalf of the organisation.',
    ],
  },
  'practice-declined': {
    es: ['La revisión declinó «Relevos»', 'La revisión decidió no publicar «Relevos» como se envió.'],
    en: ['The review declined “Relevos”', 'The review decided not to publish “Relevos” as it was handed in.'],
  },
  'practice-withdrawn': {
    es: ['Se retiró la práctica «Relevos»', '«Relevos» ya no se encuentra en el repositorio de Red Muestra.'],
    en: ['The practice “Relevos” was withdrawn', '“Relevos” is no longer in the repository of Red Muestra.'],
  },
  'practice-withdrawn-here': {
    es: ['Se retiró la práctica «Relevos»', '«Relevos» ya no se encuentra en el repositorio de Red Muestra.'],
    en: ['The practice “Relevos” was withdrawn', '“Relevos” is no longer in the repository of Red Muestra.'],
  },
  'recheck-due': {
    es: ['¿Sigue vigente «Relevos»?', 'Hace dos años que nadie comprueba que «Relevos» siga siendo como se publicó.'],
    en: ['Does “Relevos” still hold?', 'For two years nobody has checked that “Relevos” is still as it was published.'],
  },
  'recheck-due-here': {
    es: ['Toca comprobar «Relevos»', 'Hace dos años que nadie comprueba que «Relevos» siga siendo como se publicó.'],
    en: ['“Relevos” is due to be checked', 'For two years nobody has checked that “Relevos” is still as it was published.'],
  },
  'guest-invited': {
    es: ['Se pide una opinión externa sobre «Relevos»', 'Red Muestra pide comentarios sobre «Relevos» mientras se revisa.'],
    en: ['An outside opinion on “Relevos” is requested', 'Red Muestra asks for comments on “Relevos” while it is reviewed.'],
  },
};
