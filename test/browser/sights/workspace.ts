import { settingSights } from './settings.js';
import { asking, below, press, type Sight } from './sight.js';

const titular = { who: 'titular' } as const;
const lead = { who: 'lead' } as const;

const practices = '../features/practices/routes';
const replications = '../features/replications/routes';
export const memberSights: readonly Sight[] = [
  { ...titular, name: 'member home', of: './home/member-home', address: below('miembro') },
  {
    ...titular,
    name: 'member home, notices open',
    of: './home/member-home',
    address: below('miembro'),
    act: async (page, text) => {
      await page
        .getByRole('button', { name: text('member.news.short') })
        .first()
        .click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { ...titular, name: 'questions', of: '../features/inquiries/routes/own', address: below('miembro/consultas') },
  { ...titular, name: 'own practices', of: `${practices}/own`, address: below('miembro/practicas') },
  { ...titular, name: 'own practices, none such', of: `${practices}/own`, address: below('miembro/practicas?estado=xyz') },
  { ...titular, name: 'new practice', of: `${practices}/begin`, address: below('miembro/practicas/nueva') },
  {
    ...titular,
    name: 'new practice, errors',
    of: `${practices}/begin`,
    address: below('miembro/practicas/nueva'),
    act: (page, text) => press(page, text('practiceForm.begin.press')),
  },
  {
    ...titular,
    name: 'editor, something missing',
    of: `${practices}/edit`,
    address: below(({ draftId }) => `miembro/practicas/${draftId}`),
    act: async (page, text) => {
      await press(page, text('practiceForm.submit.press'));
      await page.getByRole('alert').filter({ hasText: /./ }).waitFor();
    },
  },
  {
    ...titular,
    name: 'editor, commented',
    of: `${practices}/edit`,
    address: below(({ commentedId }) => `miembro/practicas/${commentedId}`),
  },
  {
    ...titular,
    name: 'editor, handing in',
    of: `${practices}/edit`,
    address: below(({ commentedId }) => `miembro/practicas/${commentedId}`),
    act: asking('practiceForm.submit.press'),
  },
  {
    ...titular,
    name: 'practice due, confirming',
    of: `${practices}/edit`,
    address: below(({ dueId }) => `miembro/practicas/${dueId}`),
    act: asking('review.confirm.press'),
  },
  {
    ...titular,
    name: 'practice in review',
    of: `${practices}/edit`,
    address: below(({ submittedId }) => `miembro/practicas/${submittedId}`),
  },
  { ...titular, name: 'own replications', of: `${replications}/own`, address: below('miembro/replicas') },
  {
    ...titular,
    name: "new replication of what is one's own",
    of: `${replications}/begin`,
    address: below(({ slug }) => `miembro/replicas/nueva?practica=${slug}`),
  },
  {
    ...titular,
    name: 'new replication, errors',
    of: `${replications}/begin`,
    address: below(({ networkSlug }) => `miembro/replicas/nueva?practica=${networkSlug}`),
    act: async (page, text) => {
      await press(page, text('replications.form.save'));
      await page.getByRole('alert').waitFor();
    },
  },
  {
    ...titular,
    name: 'replication, confirming',
    of: `${replications}/sheet`,
    address: below(({ receivedId }) => `miembro/replicas/${receivedId}`),
    act: asking('replications.decide.confirm'),
  },
  { ...titular, name: 'directory inside', of: '../features/organizations/routes/directory', address: below('miembro/organizaciones') },
  { ...titular, name: 'our organisation', of: '../features/organizations/routes/own', address: below('miembro/organizacion') },
  {
    ...titular,
    name: 'our organisation, something wrong',
    of: '../features/organizations/routes/own',
    address: below('miembro/organizacion'),
    act: async (page, text) => {
      await page.getByRole('textbox', { name: text('members.own.website') }).fill('www.example.org');
      await press(page, text('members.own.save'));
      await page.getByRole('alert').waitFor();
    },
  },
  { ...titular, name: 'people and letters', of: '../features/people/routes/own', address: below('miembro/personas') },
  {
    ...titular,
    name: 'handing over, something missing',
    of: '../features/people/routes/own',
    address: below('miembro/personas'),
    act: async (page, text, stage) => {
      await asking('people.handover.press')(page, text, stage);
      await press(page, text('people.handover.send'), '[role=dialog]');
      await page.getByText(text('people.handover.whoMissing')).waitFor();
    },
  },
  {
    ...titular,
    name: 'filing a letter, something missing',
    of: '../features/people/routes/own',
    address: below('miembro/personas'),
    act: async (page, text) => {
      await page.getByRole('button', { name: text('people.file.pressOf', { person: 'titular' }) }).click();
      await press(page, text('people.file.send'), '[role=dialog]');
      await page.getByText(text('people.file.missing.file')).waitFor();
    },
  },
  {
    ...titular,
    name: 'everything that matches, search box open',
    of: '../features/search-box/routes/found',
    address: below('buscar?q=citar'),
    act: async (page, text) => {
      await page.getByRole('combobox', { name: text('searchBox.label') }).fill('relevos');
      await page.getByRole('option').first().waitFor();
    },
  },
  { ...titular, name: 'nothing that matches', of: '../features/search-box/routes/found', address: below('buscar?q=zzzzqqq') },
  { ...titular, name: 'notices', of: '../features/notices/routes/notices', address: below('miembro/avisos') },
  { ...titular, name: 'my account', of: '../features/account/routes/own', address: below('miembro/cuenta') },
  {
    ...titular,
    name: 'my account, a wrong address',
    of: '../features/account/routes/own',
    address: below('miembro/cuenta'),
    act: async (page, text) => {
      await press(page, text('myAccount.email.press'));
      await press(page, text('myAccount.email.send'));
      await page.getByText(text('myAccount.email.wrong')).waitFor();
    },
  },
  {
    ...lead,
    name: 'my account, erasing it',
    of: '../features/account/routes/own',
    address: below('miembro/cuenta'),
    act: async (page, text, stage) => {
      await asking('myAccount.erase.press')(page, text, stage);
      await press(page, text('myAccount.erase.send'), '[role=dialog]');
      await page.locator('#erase-word-e').waitFor();
    },
  },
  { ...titular, name: 'preferences', of: '../features/preferences/routes/preferences', address: below('miembro/preferencias') },
  { ...titular, name: 'queues of who has none', of: './secretariat/first-queue', address: below('secretaria') },
  { ...titular, name: 'a queue of others', of: '../features/audit/routes/log', address: below('secretaria/bitacora') },
  { ...titular, name: 'no such page in the workspace', of: 'UnknownPage', address: below('miembro/no-hay') },
];

const applications = '../features/applications/routes/queue';
const openApplication = below(({ applicationId }) => `secretaria/solicitudes?abierta=${applicationId}`);
const reviews = '../features/reviews/routes/queue';
const openReview = below(({ submittedId }) => `secretaria/practicas?abierta=${submittedId}`);

const members = '../features/organizations/routes/members';
const openMember: Sight['address'] = (stage, lang) => below(`secretaria/integrantes?abierta=${stage.setting.organization.id}`)(stage, lang);

const actors = '../features/actors/routes';
const imports = '../features/imports/routes';
const mailings = '../features/mailings/routes';
const checkedRows = below(({ importId }) => `secretaria/importaciones/${importId}`);

export const secretariatSights: readonly Sight[] = [
  { ...lead, name: 'home of the secretariat', of: './home/member-home', address: below('miembro') },
  { ...lead, name: 'applications', of: applications, address: below('secretaria') },
  { ...lead, name: 'an application opened', of: applications, address: openApplication },
  { ...lead, name: 'accepting', of: applications, address: openApplication, act: asking('secretariat.accept.press') },
  {
    ...lead,
    name: 'declining without a reason',
    of: applications,
    address: openApplication,
    act: async (page, text, stage) => {
      await asking('secretariat.decline.press')(page, text, stage);
      await press(page, text('secretariat.decline.send'), '[role=dialog]');
    },
  },
  {
    ...lead,
    name: 'members, filtered',
    of: members,
    address: below('secretaria/integrantes?estado=active&columnas=acronym+region+since+status'),
  },
  { ...lead, name: 'a member opened', of: members, address: openMember },
  { ...lead, name: 'suspending a member', of: members, address: openMember, act: asking('members.decide.suspend.press') },
  { ...lead, name: 'changing a category', of: members, address: openMember, act: asking('members.categorize.press') },
  {
    ...lead,
    name: 'putting a member right, errors',
    of: '../features/organizations/routes/correct',
    address: (stage, lang) => below(`secretaria/integrantes/${stage.setting.organization.id}/datos`)(stage, lang),
    act: (page, text) => press(page, text('members.correct.save')),
  },
  { ...lead, name: 'messages', of: `${mailings}/list`, address: below('secretaria/mensajes') },
  { ...lead, name: 'a message', of: `${mailings}/mailing`, address: below(({ mailingId }) => `secretaria/mensajes/${mailingId}`) },
  {
    ...lead,
    name: 'writing a message, errors',
    of: `${mailings}/write`,
    address: below('secretaria/mensajes/nuevo'),
    act: async (page, text) => {
      await page.getByRole('checkbox', { name: text('mailings.write.summons') }).check();
      await press(page, text('mailings.write.test'));
      await page.getByRole('alert').waitFor();
    },
  },
  {
    ...lead,
    name: 'writing a message, whom it reaches',
    of: `${mailings}/write`,
    address: below('secretaria/mensajes/nuevo'),
    act: async (page, text) => {
      await press(page, text('mailings.write.preview'));
      await page.getByRole('heading', { name: text('mailings.reach.title') }).waitFor();
    },
  },
  { ...lead, name: 'the map of actors, none', of: `${actors}/map`, address: below('secretaria/actores?estado=member&pais=MX') },
  {
    ...lead,
    name: 'noting a conversation with an actor',
    of: `${actors}/map`,
    address: below(({ actorId }) => `secretaria/actores?abierta=${actorId}`),
    act: asking('actors.move.contacted'),
  },
  {
    ...lead,
    name: 'an actor to add, errors',
    of: `${actors}/add`,
    address: below('secretaria/actores/nuevo'),
    act: async (page, text) => {
      await press(page, text('actors.form.sourceAdd'));
      await press(page, text('actors.form.save'));
    },
  },
  { ...lead, name: 'an actor to edit', of: `${actors}/edit`, address: below(({ actorId }) => `secretaria/actores/${actorId}`) },
  { ...lead, name: 'letters to accredit', of: '../features/letters/routes/queue', address: below('secretaria/oficios') },
  {
    ...lead,
    name: 'sending a letter back',
    of: '../features/letters/routes/queue',
    address: below(({ letterId }) => `secretaria/oficios?abierta=${letterId}`),
    act: asking('people.queue.return'),
  },
  {
    ...lead,
    name: 'people of an organisation',
    of: '../features/people/routes/of-organization',
    address: (stage, lang) => below(`secretaria/integrantes/${stage.setting.organization.id}/personas`)(stage, lang),
    act: asking('people.invite.press'),
  },
  { ...lead, name: 'practices in review', of: reviews, address: below('secretaria/practicas') },
  { ...lead, name: 'a practice opened', of: reviews, address: openReview },
  {
    ...lead,
    name: 'commenting',
    of: reviews,
    address: openReview,
    act: (page, text) =>
      page
        .getByRole('button', { name: text('secretariat.review.comment') })
        .first()
        .click(),
  },
  { ...lead, name: 'publishing', of: reviews, address: openReview, act: asking('secretariat.publish.press') },
  {
    ...lead,
    name: 'a mistake opened',
    of: '../features/inquiries/routes/queue',
    address: below(({ mistakeId }) => `secretaria/consultas?abierta=${mistakeId}`),
  },
  { ...lead, name: 'declining a practice', of: reviews, address: openReview, act: asking('review.decline.press') },
  { ...lead, name: 'practices to check', of: '../features/verifications/routes/queue', address: below('secretaria/verificaciones') },
  {
    ...lead,
    name: 'replications to confirm, one open',
    of: `${replications}/queue`,
    address: below(({ networkReplicationId }) => `secretaria/replicas?abierta=${networkReplicationId}`),
  },
  {
    ...lead,
    name: 'taxonomy, a concept open',
    of: '../features/taxonomy/routes/taxonomy',
    address: below('secretaria/taxonomia?lista=population&abierta=children'),
  },
  { ...lead, name: 'imports of members', of: `${imports}/members/list`, address: below('secretaria/importar-integrantes') },
  {
    ...lead,
    name: 'a sheet of members to choose',
    of: `${imports}/members/begin`,
    address: below('secretaria/importar-integrantes/nueva'),
  },
  {
    ...lead,
    name: 'a sheet of members, checked',
    of: `${imports}/members/import`,
    address: below(({ memberImportId }) => `secretaria/importar-integrantes/${memberImportId}`),
  },
  { ...lead, name: 'imports of actors', of: `${imports}/actors/list`, address: below('secretaria/actores/importar') },
  {
    ...lead,
    name: 'a sheet of actors to choose',
    of: `${imports}/actors/begin`,
    address: below('secretaria/actores/importar/nueva'),
  },
  {
    ...lead,
    name: 'a sheet of actors, checked',
    of: `${imports}/actors/import`,
    address: below(({ actorImportId }) => `secretaria/actores/importar/${actorImportId}`),
  },
  { ...lead, name: 'imports', of: `${imports}/practices/list`, address: below('secretaria/importaciones') },
  { ...lead, name: 'a sheet to choose', of: `${imports}/practices/begin`, address: below('secretaria/importaciones/nueva') },
  { ...lead, name: 'rows that were checked', of: `${imports}/practices/import`, address: checkedRows },
  {
    ...lead,
    name: 'columns of a sheet',
    of: `${imports}/practices/import`,
    address: checkedRows,
    act: (page, text) => press(page, text('imports.check.back')),
  },
  { ...lead, name: 'audit log', of: '../features/audit/routes/log', address: below('secretaria/bitacora') },
  {
    ...lead,
    name: 'failed deliveries of the network',
    of: '../features/dead-letters/routes/of-network',
    address: below('secretaria/entregas'),
  },
  {
    ...lead,
    name: 'audit log, nothing found',
    of: '../features/audit/routes/log',
    address: below('secretaria/bitacora?q=nada&desde=2020-01-01&hasta=2020-01-02'),
  },
  { ...lead, name: 'roles in the network', of: '../features/roles/routes/roles', address: below('secretaria/papeles?papeles=todos') },
  {
    ...lead,
    name: 'giving a role, something missing',
    of: '../features/roles/routes/roles',
    address: below('secretaria/papeles'),
    act: async (page, text, stage) => {
      await asking('networkRoles.invite.press')(page, text, stage);
      await press(page, text('networkRoles.invite.send'), '[role=dialog]');
      await page.getByText(text('networkRoles.invite.roleMissing')).first().waitFor();
    },
  },
  { ...lead, name: 'people and accounts', of: '../features/networks/routes/people', address: below('secretaria/personas') },
  {
    ...lead,
    name: 'removing a second step',
    of: '../features/networks/routes/people',
    address: below('secretaria/personas'),
    act: async (page) => {
      await page.locator('main tbody .buttons button').first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  ...settingSights,
];
