export type Lang = 'es' | 'en';

const es = {
  brand: 'Alianza',
  portal: 'Volver al portal',
  other: 'English',
  band: 'Inicio de sesión local, para desarrollo y demostraciones.',
  error: 'Error',
  signIn: 'Entrar',
  signInTitle: 'Entrar',
  email: 'Correo electrónico',
  password: 'Contraseña',
  forgotten: 'Primera vez aquí, o contraseña olvidada',
  wrong: 'El correo y la contraseña no coinciden',
  wrongHelp: 'Hay que revisar ambos datos. Si es la primera vez, se puede crear una contraseña.',
  limited: 'Hubo demasiados intentos con esta dirección. Se puede intentar de nuevo en quince minutos.',
  limitedTitle: 'Por ahora no se puede entrar',
  codeTitle: 'Escribir el código',
  codeLabel: 'Código de seis cifras',
  codeHelp: 'El que muestra la aplicación de autenticación. Cambia cada 30 segundos.',
  codeWrong: 'El código no es correcto o ya cambió',
  codeDemo: 'Código de demostración',
  codeDemoHelp: 'Se muestra aquí porque esta instalación es local.',
  continue: 'Continuar',
  recoverTitle: 'Crear una contraseña nueva',
  recoverHelp: 'Llegará un código por correo para comprobar que la dirección es propia.',
  recoverSend: 'Enviar código',
  sent: 'Si hay una cuenta con {email}, se envió un código a esa dirección. Vale 15 minutos.',
  mailedLabel: 'Código recibido por correo',
  newPassword: 'Contraseña nueva',
  newPasswordHelp: 'Al menos 12 caracteres. Una frase larga es más segura y se recuerda mejor.',
  repeat: 'Repetir la contraseña nueva',
  set: 'Guardar y entrar',
  again: 'Pedir otro código',
  back: 'Volver a entrar con contraseña',
  checkTitle: 'Hay algo que corregir',
  emailMissing: 'El correo está vacío o incompleto',
  mailedWrong: 'El código no es correcto, caducó o ya se usó. Se puede pedir otro.',
  tooShort: 'La contraseña tiene menos de 12 caracteres',
  tooLong: 'La contraseña tiene más de 200 caracteres',
  differ: 'Las dos contraseñas no son iguales',
  expiredTitle: 'Este intento de entrar caducó',
  expired: 'No se guardó nada. Desde el portal se puede empezar de nuevo.',
  brokenTitle: 'No se pudo completar la entrada',
  broken: 'No se cambió nada. Desde el portal se puede intentar de nuevo.',
  leave: 'Salir',
  leaveTitle: 'Salir',
  leftTitle: 'La sesión está cerrada',
  left: 'Para seguir trabajando se entra de nuevo desde el portal.',
  mailSubject: 'Código para crear la contraseña: {code}',
  mailText:
    'El código para crear una contraseña en Alianza es {code}\n\nVale 15 minutos y sirve una vez. Quien no lo haya pedido puede ignorar este mensaje: nada cambia sin el código.\n',
};

export type TextKey = keyof typeof es;

const en: Record<TextKey, string> = {
  brand: 'Alianza',
  portal: 'Back to the portal',
  other: 'Español',
  band: 'Local sign-in, for development and demonstrations.',
  error: 'Error',
  signIn: 'Sign in',
  signInTitle: 'Sign in',
  email: 'Email address',
  password: 'Password',
  forgotten: 'First time here, or forgotten password',
  wrong: 'The address and the password do not match',
  wrongHelp: 'Check both. If this is the first time, a password can be created.',
  limited: 'There were too many attempts with this address. It can be tried again in fifteen minutes.',
  limitedTitle: 'Signing in is not possible right now',
  codeTitle: 'Enter the code',
  codeLabel: 'Six-digit code',
  codeHelp: 'The one shown by the authenticator app. It changes every 30 seconds.',
  codeWrong: 'The code is not right or has already changed',
  codeDemo: 'Demonstration code',
  codeDemoHelp: 'Shown here because this installation is local.',
  continue: 'Continue',
  recoverTitle: 'Create a new password',
  recoverHelp: 'A code will arrive by email, to check that the address is yours.',
  recoverSend: 'Send code',
  sent: 'If there is an account with {email}, a code was sent to that address. It is valid for 15 minutes.',
  mailedLabel: 'Code received by email',
  newPassword: 'New password',
  newPasswordHelp: 'At least 12 characters. A long phrase is safer and easier to remember.',
  repeat: 'Repeat the new password',
  set: 'Save and sign in',
  again: 'Ask for another code',
  back: 'Back to signing in with a password',
  checkTitle: 'Something needs correcting',
  emailMissing: 'The address is empty or incomplete',
  mailedWrong: 'The code is not right, has expired or was already used. Another can be asked for.',
  tooShort: 'The password has fewer than 12 characters',
  tooLong: 'The password has more than 200 characters',
  differ: 'The two passwords are not the same',
  expiredTitle: 'This attempt to sign in has expired',
  expired: 'Nothing was saved. It can be started again from the portal.',
  brokenTitle: 'The sign-in could not be completed',
  broken: 'Nothing was changed. It can be tried again from the portal.',
  leave: 'Sign out',
  leaveTitle: 'Sign out',
  leftTitle: 'You are signed out',
  left: 'To go on working, sign in again from the portal.',
  mailSubject: 'Code to create your password: {code}',
  mailText:
    'The code to create a password at Alianza is {code}\n\nIt is valid for 15 minutes and works once. If you did not ask for it, ignore this message: nothing changes without the code.\n',
};

const catalogs: Record<Lang, Record<TextKey, string>> = { es, en };

export type Say = (key: TextKey, params?: Readonly<Record<string, string>>) => string;

export const sayIn =
  (lang: Lang): Say =>
  (key, params = {}) =>
    Object.entries(params).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, () => value), catalogs[lang][key]);

/** The first language of ours in a list like `en-GB,en;q=0.8` or `en es`; Spanish when there is none. */
export function languageOf(...wishes: readonly unknown[]): Lang {
  const tags = wishes.flatMap((wish) => (typeof wish === 'string' ? wish : '').toLowerCase().split(/[ ,]+/));
  const known = tags.map((tag) => tag.slice(0, 2)).find((code) => code === 'es' || code === 'en');
  return known === 'en' ? 'en' : 'es';
}
