import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { secondFactorRoles } from '@alianza/contracts/access';
import { addActor } from '@alianza/contracts/membership/directory/actors';
import { ApplicationForm } from '@alianza/contracts/membership/application-form';
import { openNetwork } from '@alianza/contracts/membership/networks';
import { registerOrganization } from '@alianza/contracts/membership/organizations';
import { editProfile } from '@alianza/contracts/membership/directory/profiles';
import { grantRole } from '@alianza/contracts/membership/people';
import { importPractice } from '@alianza/contracts/repository/imports';
import { draftPractice } from '@alianza/contracts/repository/practices';
import { sendInquiry } from '@alianza/contracts/repository/inquiries';
import { draftReplication } from '@alianza/contracts/repository/replications';
import { requestChanges } from '@alianza/contracts/repository/reviews';
import { addConcept } from '@alianza/contracts/repository/taxonomy';
import { validate } from '@alianza/contracts/validate';
import { dataStamp, readLive, readNetworks, readOrganizations, readPractices, readTaxonomy } from './demo-data.js';
import { demoOperator, demoPassword, demoPeople } from './people.js';

const networks = readNetworks();
const organizations = readOrganizations();
const taxonomy = readTaxonomy();
const practices = readPractices();
const { practices: own, replications, applications, profiles, letters, inquiries, actors } = readLive();
const fictional = new Set(
  organizations.filter((row) => row.fictional).map(({ network, organization }) => `${network}/${organization.slug}`),
);
const id = '01890a5d-ac96-774b-bcce-b302099a8057';

const counted = (rows: readonly string[]) =>
  Object.fromEntries([...new Set(rows)].sort().map((row) => [row, rows.filter((other) => other === row).length]));

describe('what the contracts want', () => {
  it('holds for networks, organisations, practices and people', () => {
    for (const settings of networks) validate(openNetwork.input, settings);
    for (const { organization } of organizations) validate(registerOrganization.input, organization);
    for (const { scheme, labels, from, until } of taxonomy)
      validate(addConcept.input, { scheme, labels, synonyms: { es: [], en: [] }, from, until });
    for (const { slug, content } of practices) validate(importPractice.input, { slug, content });
    for (const { roles, name, language, email, subject } of demoPeople) {
      for (const { role } of roles)
        validate(grantRole.input, { organizationId: id, role, person: { name, language, email, issuer: 'alianza', subject } });
    }
  });

  it('holds for drafts, comments and applications', () => {
    for (const { content, comments } of own) {
      validate(draftPractice.input, { content });
      if (comments.length > 0) validate(requestChanges.input, { id, comments });
    }
    for (const { content } of replications) validate(draftReplication.input, { practiceId: id, content });
    for (const { form } of applications) validate(ApplicationForm, { ...form, notice: 1 });
    for (const { form } of inquiries) validate(sendInquiry.input, form);
    const facts = { sector: 'caregivers', country: null, region: null, website: null, listed: true };
    for (const { said } of profiles) validate(editProfile.input, { ...facts, ...said });
  });
});

describe('the two networks', () => {
  it('have every category by which their organisations take part', () => {
    const known = networks.flatMap(({ code, categories }) => categories.map((category) => `${code} ${category.code}`));
    const held = organizations.flatMap(({ network, organization: { category } }) => (category === null ? [] : [`${network} ${category}`]));
    expect(known).toEqual(expect.arrayContaining(held));
  });

  it('hold the sourced records, each once', () => {
    expect(practices).toHaveLength(80);
    expect(new Set(practices.map(({ slug }) => slug)).size).toBe(80);
    expect(counted(practices.flatMap((practice) => practice.networks))).toEqual({ agc: 80, snimh: 24 });
    expect(practices.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(['piloto-cuidados-iztapalapa', 'piloto-afiliacion-imss-trabajadoras-hogar']),
    );
  });

  it('file each sourced record under a priority area that the network has', () => {
    const known = taxonomy.filter(({ network, scheme }) => network === 'agc' && scheme === 'priorityArea').map(({ key }) => key);
    for (const { slug, content } of practices)
      expect([slug, known]).toEqual([slug, expect.arrayContaining(content.priorityAreas ?? ['none'])]);
  });

  it('invent nothing about a sourced record: it has sources, and nobody assessed it', () => {
    for (const { content } of practices) {
      expect(content.sources.length).toBeGreaterThan(0);
      expect([content.weaknesses, content.evidence]).toEqual([null, null]);
      expect(content.title.en).toBeDefined();
      expect(content.summary.en).toBeDefined();
    }
  });

  it('hold members, the actor map of one and what is invented', () => {
    const kinds = organizations.map(
      ({ network, fictional: invented, organization }) => `${network} ${invented ? 'fictional' : 'real'} ${organization.kind}`,
    );
    expect(counted(kinds)).toEqual({
      'agc fictional member': 13,
      'agc real actor': 42,
      'agc real member': 12,
      'snimh fictional member': 4,
      'snimh real member': 32,
    });
    expect(new Set(organizations.map(({ network, organization }) => `${network}/${organization.slug}`)).size).toBe(organizations.length);
  });

  it('say in their name what is fictional, and name the source of what is real', () => {
    for (const { fictional: invented, organization } of organizations) {
      expect(/fictici[oa]/.test(organization.name.es ?? '')).toBe(invented);
      expect(organization.sources.length > 0).toBe(!invented);
      expect(organization.name.en).toBeDefined();
      if (organization.role) expect(organization.role.en).toBeDefined();
    }
  });
});

describe('demo people', () => {
  it('act only for fictional organisations of their network', () => {
    for (const { network, organization } of demoPeople.flatMap(({ roles }) => roles)) {
      if (organization !== null) expect(fictional).toContain(`${network}/${organization}`);
    }
    for (const { network, organization } of [...own, ...letters]) expect(fictional).toContain(`${network}/${organization}`);
    for (const { form } of applications) expect(form.organization).toMatch(/\(ficticia\)$/);
    for (const { network, organization, practice, content } of replications) {
      expect(fictional).toContain(`${network}/${organization}`);
      expect(practices.some(({ slug, networks: published }) => slug === practice && published.includes(network))).toBe(true);
      expect(content.source?.title).toMatch(/\(fictici[oa]\)$/);
    }
    for (const { content } of own) expect(content.title.es).toMatch(/\(ficticia\)$/);
  });

  it('are roles, with a second factor where the role wants one', () => {
    const offices = /^(Titular|Suplente|Edición|Revisión|Auditoría|Secretaría|Coordinación|Dirección|Operación)\b/u;
    for (const { name, roles, operator, secondFactor } of demoPeople) {
      expect(name).toMatch(offices);
      expect(secondFactor).toBe(operator || roles.some(({ role }) => secondFactorRoles.includes(role)));
    }
    expect(demoOperator.roles).toEqual([]);
    expect(demoPassword.length).toBeGreaterThanOrEqual(12);
  });

  it('are told apart by address and by subject, and those of the live items exist', () => {
    const emails = demoPeople.map(({ email }) => email);
    expect(new Set(emails).size).toBe(demoPeople.length);
    expect(new Set(demoPeople.map(({ subject }) => subject)).size).toBe(demoPeople.length);
    const acting = [
      ...own.flatMap(({ by, reviewer }) => [by, ...(reviewer === null ? [] : [reviewer])]),
      ...replications.flatMap(({ by, secretariat }) => [by, ...(secretariat === null ? [] : [secretariat])]),
      ...[...applications, ...actors].map(({ secretariat }) => secretariat),
      ...letters.flatMap(({ by, secretariat }) => [by, ...(secretariat === null ? [] : [secretariat])]),
    ];
    expect(emails).toEqual(expect.arrayContaining(acting));
  });

  it('cover every role, two organisations in one person and two networks', () => {
    const roles = demoPeople.flatMap((person) => person.roles.map(({ network, role }) => `${network} ${role}`));
    const everywhere = ['titular', 'suplente', 'editor', 'reviewer', 'secretariat', 'secretariat-lead', 'auditor'];
    expect(roles).toEqual(
      expect.arrayContaining([...everywhere.flatMap((role) => [`agc ${role}`, `snimh ${role}`]), 'agc external-reviewer']),
    );
    const places = demoPeople.map((person) => person.roles.filter(({ organization }) => organization !== null));
    expect(places.some((held) => new Set(held.map(({ network }) => network)).size === 2)).toBe(true);
    expect(
      places.some((held) => new Set(held.filter(({ network }) => network === 'agc').map(({ organization }) => organization)).size === 2),
    ).toBe(true);
  });
});

it('actors of the map are what the contract takes, invented and marked so', () => {
  expect(actors.map(({ said }) => addActor.input.safeParse(said).error)).toEqual(actors.map(() => undefined));
  for (const { said } of actors) expect(said.name[said.name.original]).toMatch(/\((?:ficticia|ficticio|fictional)\)$/);
});

describe('every text of the data', () => {
  const folder = path.join(import.meta.dirname, 'data');
  const all = readdirSync(folder)
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n');

  it('has mail addresses under example.org only', () => {
    const addresses = all.split(/[\s"<>(),]/).filter((word) => word.includes('@'));
    expect(addresses.length).toBeGreaterThan(demoPeople.length);
    expect(addresses.filter((address) => !address.endsWith('.example.org'))).toEqual([]);
  });

  it('names nobody by title and gives no telephone', () => {
    const written = all.replaceAll(/https?:[^"]+/g, '');
    expect(written.match(/\b(?:Dra?|Lic|Mtr[ao]|Ing|Sra?|Mr|Mrs|Ms|Prof)\. \p{Lu}/gu) ?? []).toEqual([]);
    expect(written.match(/\+\d{2}[ -]?\d/g) ?? []).toEqual([]);
  });

  it('has a stamp that stays while the data stays', () => {
    expect(dataStamp()).toBe(dataStamp());
    expect(dataStamp()).toMatch(/^[\da-f]{64}$/);
  });
});
