import { expectedOfRecords } from './expected-records.js';
import type { Expected } from './expected-said.js';

/** What every mail says where its words are filled in as in `letters.ts`: written down, so that a text changes on purpose only. */
export const expected: Expected = {
  ...expectedOfRecords,
  'application-filed': {
    es: [
      'Confirmar la solicitud de ingreso a Red Muestra',
      'Se recibió una solicitud de ingreso de Red Ejemplo con esta dirección de correo.',
    ],
    en: ['Confirm the application to Red Muestra', 'An application from Red Ejemplo was sent with this email address.'],
  },
  'application-received': {
    es: ['Red Muestra recibió la solicitud de Red Ejemplo', 'La solicitud de ingreso de Red Ejemplo llegó a la Secretaría Técnica.'],
    en: ['Red Muestra received the application of Red Ejemplo', 'The application of Red Ejemplo has reached the Technical Secretariat.'],
  },
  'application-to-review': {
    es: ['Nueva solicitud de ingreso: Red Ejemplo', 'Red Ejemplo solicitó integrarse a Red Muestra y confirmó su dirección.'],
    en: ['New application: Red Ejemplo', 'Red Ejemplo applied to join Red Muestra and confirmed its address.'],
  },
  'application-assigned': {
    es: ['Solicitud asignada: Red Ejemplo', 'La solicitud de ingreso de Red Ejemplo se asignó a esta cuenta.'],
    en: ['Application assigned: Red Ejemplo', 'The application of Red Ejemplo was assigned to this account.'],
  },
  'application-given-back': {
    es: [
      'Una solicitud volvió a la bandeja: Red Ejemplo',
      'Quien tenía la solicitud de ingreso de Red Ejemplo ya no puede decidir sobre ella.',
    ],
    en: ['An application is back in the queue: Red Ejemplo', 'Whoever had the application of Red Ejemplo may not decide on it any more.'],
  },
  welcome: {
    es: ['Bienvenida a Red Muestra: por dónde empezar', 'Esta cuenta ya representa a Red Ejemplo en Red Muestra.'],
    en: ['Welcome to Red Muestra: where to begin', 'This account now represents Red Ejemplo in Red Muestra.'],
  },
  'clarification-asked': {
    es: [
      'Red Muestra pide una aclaración sobre la solicitud de Red Ejemplo',
      'La Secretaría Técnica revisó la solicitud de Red Ejemplo y necesita una aclaración antes de decidir.',
    ],
    en: [
      'Red Muestra has a question about the application of Red Ejemplo',
      'The Technical Secretariat has read the application of Red Ejemplo and needs a clarification before deciding.',
    ],
  },
  'application-unanswered': {
    es: [
      'Falta una respuesta para seguir con la solicitud de Red Ejemplo',
      'La Secretaría Técnica pidió una aclaración sobre la solicitud de Red Ejemplo y todavía no hay respuesta.',
    ],
    en: [
      'The application of Red Ejemplo waits for an answer',
      'The Technical Secretariat asked for a clarification about the application of Red Ejemplo, and there is no answer yet.',
    ],
  },
  'clarification-answered': {
    es: ['Red Ejemplo respondió la aclaración', 'Red Ejemplo respondió lo que se le pidió aclarar.'],
    en: ['Red Ejemplo answered the clarification', 'Red Ejemplo answered what it was asked to clarify.'],
  },
  'application-accepted': {
    es: ['Red Ejemplo ya forma parte de Red Muestra', 'La solicitud de Red Ejemplo fue aceptada.'],
    en: ['Red Ejemplo is now part of Red Muestra', 'The application of Red Ejemplo was accepted.'],
  },
  'application-declined': {
    es: ['Decisión sobre la solicitud de Red Ejemplo', 'Red Muestra decidió no aceptar por ahora la solicitud de Red Ejemplo.'],
    en: ['Decision on the application of Red Ejemplo', 'Red Muestra has decided not to accept the application of Red Ejemplo for now.'],
  },
  'application-withdrawn': {
    es: ['Red Ejemplo retiró su solicitud', 'Red Ejemplo retiró su solicitud de ingreso a Red Muestra.'],
    en: ['Red Ejemplo withdrew its application', 'Red Ejemplo withdrew its application to Red Muestra.'],
  },
  'actor-invited': {
    es: [
      'Red Muestra invita a Red Ejemplo a solicitar su ingreso',
      'Red Muestra conoce el trabajo de Red Ejemplo en cuidados por fuentes públicas y la invita a solicitar su ingreso.',
    ],
    en: [
      'Red Muestra invites Red Ejemplo to apply for membership',
      'Red Muestra knows the work of Red Ejemplo in care from public sources and invites it to apply for membership.',
    ],
  },
  invitation: {
    es: [
      'Invitación para representar a una organización en Red Muestra',
      'Con esta dirección se invita a entrar al portal de Red Muestra en representación de una organización.',
    ],
    en: [
      'Invitation to represent an organisation in Red Muestra',
      'This address is invited to enter the portal of Red Muestra on behalf of an organisation.',
    ],
  },
  'organization-suspended': {
    es: ['Red Muestra suspendió la participación de Red Ejemplo', 'La participación de Red Ejemplo en Red Muestra quedó suspendida.'],
    en: ['Red Muestra suspended the participation of Red Ejemplo', 'The participation of Red Ejemplo in Red Muestra is suspended.'],
  },
  'organization-reinstated': {
    es: [
      'Terminó la suspensión de Red Ejemplo en Red Muestra',
      'Red Ejemplo vuelve a participar en Red Muestra con los mismos papeles que tenía.',
    ],
    en: [
      'The suspension of Red Ejemplo in Red Muestra ended',
      'Red Ejemplo takes part in Red Muestra again, with the same roles as before.',
    ],
  },
  'organization-withdrawn': {
    es: [
      'Red Ejemplo ya no forma parte de Red Muestra',
      'Red Ejemplo dejó de formar parte de Red Muestra y ya no aparece en su directorio.',
    ],
    en: ['Red Ejemplo is no longer part of Red Muestra', 'Red Ejemplo is no longer part of Red Muestra nor of its directory.'],
  },
  'invitation-to-network': {
    es: ['Invitación a colaborar con Red Muestra', 'Con esta dirección se invita a entrar al portal de Red Muestra.'],
    en: ['Invitation to work with Red Muestra', 'This address is invited to the portal of Red Muestra.'],
  },
  'letter-to-accredit': {
    es: [
      'Red Ejemplo presentó un oficio de designación',
      'Red Ejemplo presentó el oficio que designa a su titular, con vigencia hasta el 15/01/2027.',
    ],
    en: ['Red Ejemplo filed a designation letter', 'Red Ejemplo filed the letter that designates its titular, valid until 15/01/2027.'],
  },
  'letter-accredited': {
    es: [
      'Se acreditó un oficio de designación de Red Ejemplo',
      'La Secretaría Técnica acreditó el oficio de Red Ejemplo que designa a su titular.',
    ],
    en: [
      'A designation letter of Red Ejemplo is accredited',
      'The Technical Secretariat accredited the letter of Red Ejemplo that designates its titular.',
    ],
  },
  'letter-returned': {
    es: [
      'Se devolvió un oficio de designación de Red Ejemplo',
      'La Secretaría Técnica devolvió el oficio de Red Ejemplo que designa a su titular.',
    ],
    en: [
      'A designation letter of Red Ejemplo was sent back',
      'The Technical Secretariat sent back the letter of Red Ejemplo that designates its titular.',
    ],
  },
  'letter-expiring': {
    es: [
      'En 7 días vence un oficio de Red Ejemplo',
      'El oficio que designa a la titular o el titular de Red Ejemplo vale hasta el 15/01/2027.',
    ],
    en: ['A letter of Red Ejemplo expires in 7 days', 'The letter that designates the titular of Red Ejemplo is valid until 15/01/2027.'],
  },
  'letter-expiring-here': {
    es: [
      'En 7 días vence un oficio de Red Ejemplo',
      'El oficio que designa a la titular o el titular de Red Ejemplo vale hasta el 15/01/2027.',
    ],
    en: ['A letter of Red Ejemplo expires in 7 days', 'The letter that designates the titular of Red Ejemplo is valid until 15/01/2027.'],
  },
  'role-ended': {
    es: ['Terminó un papel en Red Ejemplo', 'En Red Ejemplo, que participa en Red Muestra, terminó este papel: titular.'],
    en: ['A role in Red Ejemplo has ended', 'This role in Red Ejemplo, which takes part in Red Muestra, has ended: titular.'],
  },
  'handover-given': {
    es: ['Red Ejemplo tiene titular nueva o nuevo', 'El papel de titular de Red Ejemplo pasó a otra persona.'],
    en: ['Red Ejemplo has a new titular', 'The role of titular of Red Ejemplo passed to somebody else.'],
  },
  'handover-left': {
    es: ['Terminó el papel de titular de Red Ejemplo', 'El papel de titular de Red Ejemplo pasó a otra persona'],
    en: ['The role of titular of Red Ejemplo has ended', 'The role of titular of Red Ejemplo passed to somebody else'],
  },
  'titular-invitation-expired': {
    es: [
      'Red Ejemplo sigue sin titular: venció la invitación',
      'Nadie aceptó a tiempo la invitación para representar a Red Ejemplo como titular.',
    ],
    en: [
      'Red Ejemplo still has no titular: the invitation expired',
      'Nobody accepted in time the invitation to represent Red Ejemplo as its titular.',
    ],
  },
  'invitation-bounced': {
    es: [
      'No llegó una invitación enviada por la organización',
      'No se pudo entregar el correo con la invitación para este papel: titular.',
    ],
    en: [
      'An invitation sent by the organisation did not arrive',
      'The email with the invitation to this role could not be delivered: titular.',
    ],
  },
  'invitation-bounced-here': {
    es: ['No llegó una invitación de Red Muestra', 'No se pudo entregar el correo con la invitación para este papel: titular.'],
    en: ['An invitation of Red Muestra did not arrive', 'The email with the invitation to this role could not be delivered: titular.'],
  },
  'application-expiring': {
    es: ['Falta resolver la solicitud de Red Ejemplo', 'La solicitud de ingreso de Red Ejemplo sigue sin resolver.'],
    en: ['The application of Red Ejemplo is still undecided', 'The application of Red Ejemplo is still undecided.'],
  },
  'handover-received': {
    es: ['Desde hoy, titular de Red Ejemplo: lo que está pendiente', 'El papel de titular de Red Ejemplo ya está en manos de esta cuenta.'],
    en: ['Titular of Red Ejemplo from today: what is due', 'This account now holds the role of titular of Red Ejemplo.'],
  },
  'handover-here': {
    es: ['Red Ejemplo cambió de titular', 'El papel de titular de Red Ejemplo pasó a otra persona.'],
    en: ['Red Ejemplo has changed its titular', 'The role of titular of Red Ejemplo passed to somebody else.'],
  },
  'address-asked': {
    es: [
      'Confirmar esta dirección para Red Muestra',
      'Una cuenta de Red Muestra pidió recibir en esta dirección los correos de todas las redes y entrar con ella.',
    ],
    en: [
      'Confirm this address for Red Muestra',
      'An account of Red Muestra asked to receive the mails of all networks at this address and to sign in with it.',
    ],
  },
  'address-confirmed': {
    es: [
      'La dirección de una cuenta de Red Muestra cambió',
      'La cuenta que recibía sus correos aquí los recibe desde ahora en otra dirección, que se confirmó con un enlace.',
    ],
    en: [
      'The address of an account of Red Muestra has changed',
      'The account that received its mails here receives them at another address from now on, which was confirmed by a link.',
    ],
  },
  'second-factor-reset': {
    es: [
      'Se restableció el segundo paso para entrar en Red Muestra',
      'Si esta cuenta entraba con un código de un solo uso, ese código ya no vale. También se cerraron sus sesiones.',
    ],
    en: [
      'The second step of signing in to Red Muestra was reset',
      'If this account signed in with a one-time code, that code no longer counts. Its sessions were closed as well.',
    ],
  },
  'erasure-asked': {
    es: [
      'Se pidió borrar los datos de esta cuenta: será el 29/11/2026',
      'Desde esta cuenta se pidió borrar los datos personales que guarda Red Muestra.',
    ],
    en: [
      "This account's data is to be erased on 29/11/2026",
      'Somebody signed in to this account asked for the personal data that Red Muestra keeps to be erased.',
    ],
  },
  'erasure-held': {
    es: [
      'El borrado de los datos de esta cuenta espera a un relevo',
      'Llegó el día de borrar los datos de esta cuenta, y falta pasar antes el papel de titular de Red Ejemplo.',
    ],
    en: [
      "The erasure of this account's data waits for a handover",
      "The day has come to erase this account's data, and the role of titular of Red Ejemplo has to be handed over first.",
    ],
  },
  'erasure-held-here': {
    es: [
      'Una persona espera un relevo para que se borren sus datos',
      'La persona titular de Red Ejemplo pidió que se borraran sus datos, y el día llegó.',
    ],
    en: [
      'Somebody waits for a handover to have their data erased',
      'The titular of Red Ejemplo asked for their data to be erased, and the day has come.',
    ],
  },
  'erasure-announced': {
    es: [
      'Se borran los datos de esta cuenta',
      'Llegó el día que se había fijado: en menos de dos horas se borran los datos de esta cuenta.',
    ],
    en: ["This account's data is being erased", "The day that was set has come: within two hours this account's data is erased."],
  },
  'copy-made': {
    es: ['La copia de los datos de esta cuenta está lista', 'Está lista la copia de todo lo que se guarda de esta cuenta.'],
    en: ["The copy of this account's data is ready", 'The copy of everything kept of this account is ready.'],
  },
  digest: {
    es: ['2 avisos de Red Muestra', 'Estas 2 cosas llegaron a los avisos del portal de Red Muestra desde el resumen anterior:'],
    en: ['2 notices from Red Muestra', 'These 2 came to the notices of the portal of Red Muestra since the last summary:'],
  },
  mailing: {
    es: ['Asamblea de marzo', 'La asamblea es el'],
    en: ['Assembly in March', 'The assembly is on'],
  },
  'mailing to everybody': {
    es: ['Asamblea de marzo', 'La asamblea es el'],
    en: ['Assembly in March', 'The assembly is on'],
  },
  'mailing-test': {
    es: ['Prueba: Asamblea de marzo', 'La asamblea es el'],
    en: ['Test: Assembly in March', 'The assembly is on'],
  },
};
