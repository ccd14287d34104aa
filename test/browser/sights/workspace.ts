import { below, press, type Sight } from './sight.js';

const titular = { who: 'titular' } as const;
const lead = { who: 'lead' } as const;

const asking =
  (key: string): NonNullable<Sight['act']> =>
  async (page, text) => {
    await press(page, text(key));
    await page.getByRole('dialog').waitFor();
  };

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
  { ...titular, name: 'notices', of: '../features/notices/routes/notices', address: below('miembro/avisos') },
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

const imports = '../features/imports/routes';
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
  { ...lead, name: 'imports of members', of: '../features/imports/members/list', address: below('secretaria/importar-integrantes') },
  {
    ...lead,
    name: 'a sheet of members to choose',
    of: '../features/imports/members/begin',
    address: below('secretaria/importar-integrantes/nueva'),
  },
  {
    ...lead,
    name: 'a sheet of members, checked',
    of: '../features/imports/members/import',
    address: below(({ memberImportId }) => `secretaria/importar-integrantes/${memberImportId}`),
  },
  { ...lead, name: 'imports', of: `${imports}/list`, address: below('secretaria/importaciones') },
  { ...lead, name: 'a sheet to choose', of: `${imports}/begin`, address: below('secretaria/importaciones/nueva') },
  { ...lead, name: 'rows that were checked', of: `${imports}/import`, address: checkedRows },
  {
    ...lead,
    name: 'columns of a sheet',
    of: `${imports}/import`,
    address: checkedRows,
    act: (page, text) => press(page, text('imports.check.back')),
  },
  { ...lead, name: 'audit log', of: '../features/audit/routes/log', address: below('secretaria/bitacora') },
];
