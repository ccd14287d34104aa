import { below, press, type Sight } from './sight.js';

const anyone = { who: 'anyone' } as const;

/** Pages written by the server, whole without a script. */
export const publicSights: readonly Sight[] = [
  { ...anyone, name: 'networks', of: 'networksPage', address: (_stage, lang) => (lang === 'es' ? '/' : `/${lang}`) },
  { ...anyone, name: 'home', of: 'homePage', address: below('') },
  { ...anyone, name: 'results', of: 'resultsPage', address: below('practicas?q=relevos') },
  { ...anyone, name: 'results, filtered', of: 'resultsPage', address: below('practicas?fiveR=recognize&country=MX') },
  { ...anyone, name: 'results, none', of: 'resultsPage', address: below('practicas?q=xyzzyx') },
  { ...anyone, name: 'practice', of: 'practicePage', address: below(({ slug }) => `practicas/${slug}`) },
  { ...anyone, name: 'versions of a practice', of: 'versionsPage', address: below(({ slug }) => `practicas/${slug}/versiones`) },
  { ...anyone, name: 'a version of a practice', of: 'versionPage', address: below(({ slug }) => `practicas/${slug}/versiones/1`) },
  { ...anyone, name: 'a withdrawn practice', of: 'withdrawnPage', address: below(({ withdrawnSlug }) => `practicas/${withdrawnSlug}`) },
  { ...anyone, name: 'replications', of: 'registerPage', address: below('replicas') },
  { ...anyone, name: 'organizations', of: 'organizationsPage', address: below('organizaciones') },
  { ...anyone, name: 'organizations, none', of: 'organizationsPage', address: below('organizaciones?q=xyzzyx') },
  { ...anyone, name: 'organization', of: 'organizationPage', address: below((props) => `organizaciones/${props.organizationSlug}`) },
  { ...anyone, name: 'help', of: 'helpPage', address: below('ayuda') },
  { ...anyone, name: 'open data', of: 'openDataPage', address: below('datos-abiertos') },
  { ...anyone, name: 'origin of the data', of: 'originPage', address: below('origen') },
  { ...anyone, name: 'a question', of: 'inquiryPage', address: below(({ slug }) => `practicas/${slug}/preguntar`) },
  { ...anyone, name: 'no such page', of: 'notFoundPage', address: below('no-hay') },
  { ...anyone, name: 'no such practice', of: 'practicePage', address: below('practicas/no-hay') },
];

/** Of the same kind: in another state, or nothing but words. */
export const publicStates: readonly Sight[] = [
  { ...anyone, name: 'practice, by its identifier', of: 'identifierPage', address: below(({ publishedId }) => `id/${publishedId}`) },
  { ...anyone, name: 'legal notice', of: 'legalPage', address: below('aviso-legal') },
  { ...anyone, name: 'privacy', of: 'privacyPage', address: below('privacidad') },
  { ...anyone, name: 'accessibility', of: 'accessibilityPage', address: below('accesibilidad') },
  { ...anyone, name: 'terms of publication', of: 'termsPage', address: below('condiciones') },
  { ...anyone, name: 'out of mails', of: 'subscriptionPage', address: below(({ subscriptionSecret }) => `baja/${subscriptionSecret}`) },
  { ...anyone, name: 'out of mails, no such link', of: 'subscriptionPage', address: below('baja') },
  { ...anyone, name: 'contact', of: 'contactPage', address: below('contacto') },
  { ...anyone, name: 'replications, none such', of: 'registerPage', address: below('replicas?practica=no-hay') },
  { ...anyone, name: 'a mistake, sent', of: 'inquiryPage', address: below(({ slug }) => `practicas/${slug}/avisar?enviado=si`) },
  {
    ...anyone,
    name: 'a mistake, errors',
    of: 'inquiryPage',
    address: below(({ slug }) => `practicas/${slug}/avisar`),
    act: async (page, text) => {
      await press(page, text('inquiries.send'));
      await page.getByRole('alert').waitFor();
    },
  },
];

/** Pages for who has no account, or is on the way to one. */
export const visitorSights: readonly Sight[] = [
  { ...anyone, name: 'application', of: '../features/applications/routes/apply', address: below('solicitud') },
  {
    ...anyone,
    name: 'application, errors',
    of: '../features/applications/routes/apply',
    address: below('solicitud'),
    act: async (page, text) => {
      await press(page, text('application.send'));
      await page.getByRole('alert').waitFor();
    },
  },
  {
    ...anyone,
    name: 'confirmation',
    of: '../features/applications/routes/confirm',
    address: below(({ confirmSecret }) => `solicitud/confirmar#${confirmSecret}`),
  },
  { ...anyone, name: 'confirmation without link', of: '../features/applications/routes/confirm', address: below('solicitud/confirmar') },
  {
    ...anyone,
    name: 'following, asked',
    of: '../features/applications/routes/follow',
    address: below(({ followSecret }) => `solicitud/seguimiento#${followSecret}`),
  },
  {
    ...anyone,
    name: 'following, withdrawing',
    of: '../features/applications/routes/follow',
    address: below(({ followSecret }) => `solicitud/seguimiento#${followSecret}`),
    act: async (page, text) => {
      await press(page, text('application.withdraw.press'));
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    ...anyone,
    name: 'message, confirmation',
    of: '../features/inquiries/routes/confirm',
    address: below(({ inquirySecret }) => `consulta#${inquirySecret}`),
  },
  {
    ...anyone,
    name: 'another address',
    of: '../features/account/routes/confirm-address',
    address: below(`cuenta/correo#${'x'.repeat(43)}`),
  },
  { ...anyone, name: 'another address, without link', of: '../features/account/routes/confirm-address', address: below('cuenta/correo') },
  { ...anyone, name: 'message, without link', of: '../features/inquiries/routes/confirm', address: below('consulta') },
  {
    ...anyone,
    name: 'invitation to apply',
    of: '../features/applications/routes/invited',
    address: below(({ actorSecret }) => `solicitud/invitacion#${actorSecret}`),
  },
  {
    ...anyone,
    name: 'invitation to apply without link',
    of: '../features/applications/routes/invited',
    address: below('solicitud/invitacion'),
  },
  {
    ...anyone,
    name: 'invitation',
    of: '../features/invitations/routes/invitation',
    address: below(({ invitationSecret }) => `invitacion#${invitationSecret}`),
  },
  {
    ...anyone,
    name: 'invitation, errors',
    of: '../features/invitations/routes/invitation',
    address: below(({ invitationSecret }) => `invitacion#${invitationSecret}`),
    act: (page, text) => press(page, text('invitation.accept')),
  },
];
