import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importPractice } from '@alianza/contracts/repository/imports';
import { withdrawPractice } from '@alianza/contracts/repository/publication/withdrawals';
import type { PracticeContent } from '@alianza/contracts/repository/practices';
import { practiceTypes } from '@alianza/contracts/taxonomy';
import { attachmentAddress } from '@alianza/contracts/repository/files/picture-files';
import { publishedWithFiles } from '@alianza/testing/builders/files/record-files';
import { smallPdf } from '@alianza/testing/builders/files/uploads';
import { completeContent, known, published } from '@alianza/testing/builders/practices';
import { faultsOfLinkedData } from '@alianza/testing/linked-data/validate';
import { textIn } from '@alianza/texts/server';
import { asSecretariat, openSetting, type Setting } from '@alianza/testing/setting';
import { rowsOf } from '@alianza/testing/rows';
import { openWorld, type World } from '@alianza/testing/world';
import sharp from 'sharp';

let world: World;
let setting: Setting;
let record: string;
let id: string;

const title = '{Ñandú} & «café»: 100 % </script><b>x</b> (ficticia)';

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
  await known(setting);
  const practice = await published(setting, {
    title: { original: 'es', es: title, en: 'Rhea & coffee (fictional)' },
    populations: ['older-persons'],
    sdgTargets: ['5.4'],
    type: 'law-policy',
    organizations: ['Red Ejemplo, A.C. (ficticia)'],
  });
  id = practice.id;
  record = `${world.origin}/${setting.network.code}/practicas/${practice.slug ?? ''}`;
}, 60_000);
afterAll(() => world.close());

async function open(address: string, accept = 'text/html') {
  const response = await fetch(address, { headers: { accept } });
  return { status: response.status, headers: response.headers, body: await response.text() };
}

interface TypedLink {
  readonly href: string;
  readonly rel: string;
  readonly type: string | undefined;
  readonly hreflang: string | undefined;
}

/** RFC 8288, as far as we write it. */
function linksIn(headers: Headers): TypedLink[] {
  return (headers.get('link') ?? '').split(/,\s(?=<)/).map((link) => {
    const of = (name: string) => new RegExp(`; ${name}="([^"]*)"`).exec(link)?.[1];
    return { href: /^<([^>]+)>/.exec(link)?.[1] ?? '', rel: of('rel') ?? '', type: of('type'), hreflang: of('hreflang') };
  });
}

const dataIn = (html: string) =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '') as Record<string, unknown>;

describe('a record for machines', () => {
  it('is schema.org data that no title can break out of, complete and with licence, author, concepts, place and sources', async () => {
    const { body, headers } = await open(record);
    const data = dataIn(body);
    const persistent = `${world.origin}/${setting.network.code}/id/${id}`;
    expect(data).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Legislation',
      '@id': persistent,
      name: title,
      url: record,
      inLanguage: 'es',
      license: 'https://creativecommons.org/licenses/by/4.0/',
      publisher: { '@type': 'Organization' },
      spatialCoverage: [{ '@type': 'Country', name: 'México', identifier: 'MX' }],
      legislationJurisdiction: [{ '@type': 'Country', identifier: 'MX' }],
      citation: [{ '@type': 'CreativeWork', name: 'Registro de horas' }],
    });
    expect(data.author).toEqual(expect.arrayContaining([{ '@type': 'Organization', name: 'Red Ejemplo, A.C. (ficticia)' }]));
    const keywords = data.keywords as { '@type': string; name: string; termCode: string; inDefinedTermSet: string }[];
    expect(keywords.map(({ termCode }) => termCode)).toEqual(
      expect.arrayContaining(['fiveR:recognize', 'population:older-persons', 'sector:civil-society', '5.4']),
    );
    for (const keyword of keywords) {
      expect(keyword['@type']).toBe('DefinedTerm');
      expect(URL.canParse(keyword.inDefinedTermSet)).toBe(true);
    }
    expect(body.split('</script>')[0]).not.toContain('<b>x</b>');
    expect(dataIn((await open(record.replace(setting.network.code, `${setting.network.code}/en`))).body)).toMatchObject({
      name: 'Rhea & coffee (fictional)',
      inLanguage: 'en',
    });
    expect(headers.get('vary')).toContain('accept');
  });

  it('signposts where it is cited, described, licensed and by whom, and every description is there', async () => {
    const { headers, body } = await open(record);
    const links = linksIn(headers);
    const of = (rel: string) => links.filter((link) => link.rel === rel);
    expect(of('cite-as').map(({ href }) => href)).toEqual([`${world.origin}/${setting.network.code}/id/${id}`]);
    expect(of('type').map(({ href }) => href)).toEqual(['https://schema.org/AboutPage', 'https://schema.org/Legislation']);
    expect(of('license').map(({ href }) => href)).toEqual(['https://creativecommons.org/licenses/by/4.0/']);
    expect([of('author').length, of('collection').length, of('canonical').length]).toEqual([1, 1, 1]);
    expect(of('alternate').map(({ hreflang }) => hreflang)).toEqual(expect.arrayContaining(['es', 'en', 'x-default']));
    for (const { href } of [...of('cite-as'), ...of('author'), ...of('collection')])
      expect([href, (await open(href)).status]).toEqual([href, 200]);
    expect(of('describedby')).toHaveLength(5);
    for (const { href, type = '' } of of('describedby')) {
      const described = await open(href);
      expect([href, described.status]).toEqual([href, 200]);
      expect(type === 'text/x-bibliography' ? 'text/plain' : type).toBe((described.headers.get('content-type') ?? '').split(';')[0]);
      expect(linksIn(described.headers).find(({ rel }) => rel === 'describes')?.href).toBe(record);
    }
    for (const property of ['og:title', 'og:description', 'og:url', 'og:site_name', 'og:locale'])
      expect(body).toContain(`property="${property}"`);
  });
});

describe('a record for its readers', () => {
  it('says of which sector and level it is, and of what it says nothing', async () => {
    const sector = (html: string) => /<dt>Sector<\/dt><dd>(.*?)<\/dd>/.exec(html)?.[1];
    const said = (await open(record)).body;
    expect([sector(said), said.includes('Nivel: Comunitario')]).toEqual([textIn('es')('taxonomy.sector.civil-society'), true]);
    const slug = 'sin-sector-ni-nivel';
    const content = completeContent({ level: null, sector: null, fiveRs: [], sourceLanguages: [] });
    const asked = { network: setting.network.code, token: await world.people.operator() };
    await world.edge.call(importPractice, { slug, content }, asked);
    const { body } = await open(`${world.origin}/${setting.network.code}/practicas/${slug}`);
    expect([sector(body), /No consta: [^.]*\./.exec(body)?.[0]]).toEqual([
      'No consta',
      'No consta: cuáles de las cinco R toca, por qué se hizo, nivel o alcance, sector, para quién, idioma de las fuentes y metas de los ODS.',
    ]);
  });
});

describe.each(['es', 'en'] as const)('all of a record (%s)', (lang) => {
  const near = { title: { original: 'es' as const, es: 'Otra muy cercana (ficticia)', en: 'Another close by (fictional)' } };
  const same: Partial<PracticeContent> = { countries: ['PY'], populations: ['rural'], sdgTargets: ['5.4'], fiveRs: ['reduce'] };

  it('stands in its page: where it is, its picture with what it shows and whose it is, its file, and what is near', async () => {
    const text = textIn(lang);
    await published(setting, { ...same, ...near });
    const { practice, picture, attachment } = await publishedWithFiles(setting, same);
    const { body } = await open(`${world.origin}/${setting.network.code}${lang === 'es' ? '' : '/en'}/practicas/${practice.slug ?? ''}`);
    expect(/<svg class="small-map".*?<\/svg>/s.exec(body)?.[0].match(/class="here"/g)).toHaveLength(1);
    const [figure = ''] = /<figure class="picture">.*?<\/figure>/s.exec(body) ?? [];
    for (const part of [picture.hash, 'alt="Un patio con macetas"', 'Red Ejemplo (ficticia)', 'rel="license noopener"'])
      expect([part, figure.includes(part)]).toEqual([part, true]);
    const files = new RegExp(`<h2>${text('files.attachments')}</h2>.*?</section>`, 's').exec(body)?.[0] ?? '';
    const address = attachmentAddress(setting.network.code, practice.slug ?? '', attachment);
    for (const part of [`href="${address}"`, 'Guía de relevos', 'PDF · ']) expect([part, files.includes(part)]).toEqual([part, true]);
    const taken = await fetch(world.origin + address);
    expect([taken.status, Buffer.from(await taken.arrayBuffer()).equals(smallPdf)]).toEqual([200, true]);
    expect(taken.headers.get('content-disposition')).toMatch(/^attachment;/);
    const related = new RegExp(`<h2>${text('practice.section.related')}</h2>.*?</section>`, 's').exec(body)?.[0] ?? '';
    expect(related).toContain(near.title[lang]);
  });
});

describe('a record that is shared', () => {
  const metaIn = (html: string) =>
    new Map(
      [...html.matchAll(/<meta (?:property|name)="((?:og|twitter):[^"]+)" content="([^"]*)"/g)].map(([, name = '', said = '']) => [
        name,
        said,
      ]),
    );
  const shared = async (slug: string | null, lang = '') =>
    metaIn((await open(`${world.origin}/${setting.network.code}${lang}/practicas/${slug ?? ''}`)).body);

  it('shows its first picture as those read it who make previews: whole address, JPEG, its size, and what is to be seen', async () => {
    const { practice } = await publishedWithFiles(setting);
    for (const lang of ['', '/en']) {
      const meta = await shared(practice.slug, lang);
      expect([meta.get('og:image:alt'), meta.get('og:image:type'), meta.get('twitter:card')]).toEqual([
        'Un patio con macetas',
        'image/jpeg',
        'summary_large_image',
      ]);
      const address = meta.get('og:image') ?? '';
      expect(new URL(address).origin).toBe(world.origin);
      const picture = await fetch(address, { headers: { 'user-agent': 'facebookexternalhit/1.1', accept: '*/*' } });
      expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
      const { format, width, height } = await sharp(await picture.bytes()).metadata();
      expect([format, String(width), String(height)]).toEqual(['jpeg', meta.get('og:image:width'), meta.get('og:image:height')]);
    }
  });

  it('without a picture names none', async () => {
    const meta = metaIn((await open(record)).body);
    expect([[...meta.keys()].filter((name) => name.startsWith('og:image')), meta.get('twitter:card')]).toEqual([[], 'summary']);
  });
});

describe.each(['es', 'en'] as const)('a record that was withdrawn (%s)', (lang) => {
  let gone: Awaited<ReturnType<typeof published>>;
  const title = { original: 'es' as const, es: 'Retirada para siempre (ficticia)', en: 'Withdrawn for ever (fictional)' };
  const reason = { original: 'es' as const, es: 'La organización dejó de hacerla.', en: 'The organisation stopped doing it.' };
  const cause = 'owner-request';
  beforeAll(async () => {
    gone = await published(setting, { title });
    await world.edge.call(withdrawPractice, { id: gone.id, cause, reason }, await asSecretariat(setting));
  }, 30_000);

  it.each([
    ['', 'text/html'],
    ['/citation?style=bibtex', 'text/html'],
    ['', 'application/x-bibtex'],
    ['/versiones', 'text/html'],
    ['/versiones/1', 'text/html'],
    ['id', 'text/html'],
  ])('is gone at %p to who accepts %s: its title, and why, in the language of the address', async (path, accept) => {
    const under = `${world.origin}/${setting.network.code}${lang === 'es' ? '' : '/en'}`;
    const address = path === 'id' ? `${under}/id/${gone.id}` : `${under}/practicas/${gone.slug ?? ''}${path}`;
    const { status, body } = await open(address, accept);
    expect([address, status]).toEqual([address, 410]);
    for (const words of [title[lang], textIn(lang)(`taxonomy.withdrawalCause.${cause}`), reason[lang]])
      expect([address, words, body.includes(words)]).toEqual([address, words, true]);
  });
});

describe('schema.org data, by its vocabulary', () => {
  const everything: Partial<PracticeContent> = {
    title: { original: 'es', es: 'Con todo lo que cabe (ficticia)', en: 'With all there is (fictional)' },
    populations: ['children'],
    sdgTargets: ['5.4', '8.b'],
    countries: ['MX', 'CO'],
    startYear: 2019,
    endYear: 2021,
    sources: [{ title: 'Informe', url: 'https://informe.example.org/uno', publisher: 'Red Ejemplo (ficticia)' }],
  };
  const little: Partial<PracticeContent> = {
    ...{ fiveRs: ['reduce'], countries: [], place: null, level: null, sector: null, startYear: null },
    ...{ organizations: [], evidence: null, sources: [], sourceLanguages: [] },
  };
  /** The network's own, as its operator brings them along. */
  const brought = async (slug: string, type: PracticeContent['type']) => {
    const asked = { network: setting.network.code, token: await world.people.operator() };
    await world.edge.call(importPractice, { slug, content: completeContent({ ...little, type }) }, asked);
    return slug;
  };
  const at = (path: string) => `${world.origin}/${setting.network.code}${path}`;

  it.each(practiceTypes)('of a %s is valid, with pictures and files and with hardly anything', async (type) => {
    const whole = await publishedWithFiles(setting, { ...everything, type });
    const bare = await brought(`${type}-escueta`, type);
    for (const slug of [whole.practice.slug, bare]) {
      for (const lang of ['', '/en']) {
        const address = at(`${lang}/practicas/${slug ?? ''}`);
        const data = dataIn((await open(address)).body);
        expect([address, faultsOfLinkedData(data)]).toEqual([address, []]);
        expect(JSON.parse((await open(address, 'application/ld+json')).body)).toEqual(data);
      }
    }
    const { headers, body } = await open(at(`/practicas/${whole.practice.slug ?? ''}`));
    const data = dataIn(body);
    expect(data).toMatchObject({ image: [{ '@type': 'ImageObject' }], associatedMedia: [{ '@type': 'MediaObject' }] });
    const links = linksIn(headers);
    expect(links.filter(({ rel }) => rel === 'type').map(({ href }) => href)).toContain(`https://schema.org/${String(data['@type'])}`);
    expect(links.filter(({ rel }) => rel === 'item').map(({ href }) => href)).toEqual([
      (data.associatedMedia as { contentUrl: string }[])[0]?.contentUrl,
    ]);
    for (const { href } of links) expect(URL.canParse(href)).toBe(true);
  });

  it.each(['', '/en', '/datos-abiertos', '/en/datos-abiertos'])('of the page %p is valid', async (path) => {
    expect(faultsOfLinkedData(dataIn((await open(at(path))).body))).toEqual([]);
  });

  it('of an organisation is valid', async () => {
    expect(faultsOfLinkedData(dataIn((await open(at(`/organizaciones/${setting.organization.slug}`))).body))).toEqual([]);
  });
});

describe('a citation', () => {
  it.each([
    ['application/x-bibtex', /^@misc\{/],
    ['application/x-research-info-systems', /^TY {2}- STAT\r\n/],
    ['application/vnd.citationstyles.csl+json', /^\[/],
    ['text/x-bibliography', /\(\d{4}\)/],
    ['application/ld+json', /^\{/],
  ])('is given on the record’s address to who accepts %s, and HTML to everybody else', async (type, shape) => {
    const cited = await open(record, `${type}, text/html;q=0.5`);
    expect([cited.status, cited.headers.get('content-type')?.split(';')[0], cited.headers.get('vary')]).toEqual([200, type, 'accept']);
    expect(cited.body).toMatch(shape);
    expect(cited.headers.get('content-disposition')).toBeNull();
    const page = await open(record, `text/html, ${type};q=0.9`);
    expect(page.headers.get('content-type')).toContain('text/html');
  });

  it('is a file under an address of its own, named after the record; a style that is not there is no page', async () => {
    const bib = await open(`${record}/citation?style=bibtex`);
    expect(bib.headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z0-9-]+\.bib"$/);
    expect(bib.body).toContain(String.raw`title = {{\{{\~N}and{\'u}\} \& {\guillemotleft}caf{\'e}{\guillemotright}: 100 \% </script>`);
    expect(bib.body).toContain(`/id/${id}}`);
    const words = await open(`${record}/citation`);
    expect([words.headers.get('content-type'), words.body.includes(title)]).toEqual(['text/plain; charset=utf-8', true]);
    expect((await open(`${record}/citation?style=mla`)).status).toBe(404);
    expect((await open(`${record}-no-hay/citation?style=ris`)).status).toBe(404);
  });
});

describe('the forms beside a record', () => {
  const send = (form: string, fields: Record<string, string>) =>
    fetch(`${record}/${form}`, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) });

  it('are sent without a script, and the address that follows sends nothing again', async () => {
    const text = 'La cifra de la fuente 1 es otra. <b>';
    const sent = await send('avisar', { text, email: 'lectora@example.org' });
    const next = `${new URL(record).pathname}/avisar?enviado=si`;
    expect([sent.status, sent.headers.get('location')]).toEqual([303, next]);
    expect((await open(world.origin + next)).body).toContain('Falta confirmar el correo');
    const kept = await rowsOf<{ kind: string; status: string }>('repository', 'select kind, status from inquiry where text = $1', [text]);
    expect(kept).toEqual([{ kind: 'mistake', status: 'unconfirmed' }]);
  });

  it('come back with what was written and what is wrong', async () => {
    const refused = await send('preguntar', { text: '¿Cuánto <costó>?', email: 'sin-arroba' });
    const html = await refused.text();
    expect([refused.status, refused.headers.get('cache-control')]).toEqual([400, 'no-store']);
    expect(html).toContain('¿Cuánto &lt;costó&gt;?');
    expect(html).toContain('El correo está incompleto');
    expect(html).toContain('aria-invalid="true"');
  });

  it('have one like them for everything else, which goes to the secretariat', async () => {
    const contact = `/${setting.network.code}/contacto`;
    const write = (fields: Record<string, string>) =>
      fetch(world.origin + contact, { method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) });
    const text = 'Una página no se lee con lector de pantalla. <b>';
    const sent = await write({ text, email: 'lectora@example.org', kind: 'question' });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${contact}?enviado=si`]);
    const kept = await rowsOf('repository', 'select kind, status, slug from inquiry where text = $1', [text]);
    expect(kept).toEqual([{ kind: 'message', status: 'unconfirmed', slug: null }]);
    const refused = await write({ text: ' ', email: 'lectora@example.org' });
    expect([refused.status, (await refused.text()).includes('Falta escribir el mensaje')]).toEqual([400, true]);
  });

  it('go to no other address, and an operation takes none', async () => {
    expect((await send('citation', { text: 'x', email: 'a@example.org' })).status).toBe(400);
    const api = `${world.origin}/api/v1/${setting.network.code}/applications`;
    expect((await fetch(api, { method: 'POST', body: new URLSearchParams({ a: 'b' }) })).status).toBe(400);
  });
});
