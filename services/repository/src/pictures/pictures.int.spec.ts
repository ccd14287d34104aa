import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openAttachment } from '@alianza/contracts/repository/files/attachments';
import { addPicture, openPicture } from '@alianza/contracts/repository/files/pictures';
import {
  editPractice,
  getPractice,
  submitPractice,
  type EditablePractice,
  type PracticeContent,
  type PublishedPractice,
} from '@alianza/contracts/repository/practices';
import { attachmentAddress, pictureAddress, pictureFiles } from '@alianza/contracts/repository/files/picture-files';
import { beginVersion, discardVersion, getVersion } from '@alianza/contracts/repository/publication/versions';
import { withdrawPractice } from '@alianza/contracts/repository/publication/withdrawals';
import type { Picture } from '@alianza/contracts/repository/files/record-files';
import { importPractice } from '@alianza/contracts/repository/imports';
import { publishPractice, readReview } from '@alianza/contracts/repository/reviews';
import { completeContent, drafted } from '@alianza/testing/builders/practices';
import { draftedWithFiles, publishedWithFiles, somePicture, uploadFor } from '@alianza/testing/builders/files/record-files';
import { smallPdf } from '@alianza/testing/builders/files/uploads';
import { eventually } from '@alianza/testing/eventually';
import { EntityManager } from '@mikro-orm/postgresql';
import { inNetwork } from '@alianza/platform/data/tenancy';
import { FILES, type FileStore } from '@alianza/platform/files/file-store';
import { rowsOf } from '@alianza/testing/rows';
import { openSetting, type Setting } from '@alianza/testing/setting';
import { openWorld, type World } from '@alianza/testing/world';
import { settleFiles } from '../attachments/record-files.js';
import { RecordFilesPurge } from '../attachments/record-files.purge.js';

let world: World;
let setting: Setting;

beforeAll(async () => {
  world = await openWorld();
  setting = await openSetting(world);
}, 60_000);
afterAll(() => world.close());

const get = (address: string) => fetch(world.origin + address);
const status = async (address: string) => (await get(address)).status;
const pictureAt = (hash: string, file = '480.webp', network = setting.network.code) => pictureAddress(network, hash, file);
const read = (slug: string | null) =>
  world.edge.call<PublishedPractice>(getPractice, { slug: slug ?? '' }, { network: setting.network.code });

const age = (...practices: readonly string[]) =>
  rowsOf('repository', `update record_file set created_at = now() - interval '8 days' where practice_id = any($1)`, [practices]);
/** What is left of what was brought to these practices once the night has come. */
async function purge(...practices: readonly string[]): Promise<string[]> {
  await world.service('repository').get(RecordFilesPurge, { strict: false }).purge();
  const left = await rowsOf<{ id: string }>('repository', 'select id from record_file where practice_id = any($1)', [practices]);
  return left.map((row) => row.id).sort();
}

describe('pictures and files of a published record', () => {
  it('are public, at an address that never holds anything else', async () => {
    const { practice } = await publishedWithFiles(setting);
    const { pictures, attachments, slug } = await read(practice.slug);
    expect(pictures).toEqual([
      expect.objectContaining({
        width: 640,
        height: 400,
        widths: [480, 640],
        alt: 'Un patio con macetas',
        language: 'es',
        licence: 'CC-BY-4.0',
      }),
    ]);
    for (const file of pictureFiles(640)) {
      const answer = await get(pictureAt(pictures[0]!.hash, file));
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, file.endsWith('.jpg') ? 'image/jpeg' : 'image/webp']);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'cache-control': 'public, max-age=300, must-revalidate',
        etag: `"${pictures[0]!.hash}-${file}"`,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "sandbox; default-src 'none'",
      });
    }
    expect(await status(pictureAt(pictures[0]!.hash, '1600.webp'))).toBe(404);
    const guide = await get(attachmentAddress(setting.network.code, slug, attachments[0]!));
    expect(Object.fromEntries(guide.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Guia de relevos.pdf"; filename*=UTF-8''Gu%C3%ADa%20de%20relevos.pdf`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-cache',
    });
    expect(Buffer.from(await guide.arrayBuffer()).equals(smallPdf)).toBe(true);
  });

  it('are of their network alone, and gone with the record', async () => {
    const { practice, picture, attachment } = await publishedWithFiles(setting);
    const other = await openSetting(world);
    const etag = (await get(pictureAt(picture.hash))).headers.get('etag') ?? '';
    const again = () => fetch(world.origin + pictureAt(picture.hash), { headers: { 'if-none-match': etag } });
    const held = await again();
    expect([held.status, held.headers.get('cache-control'), await held.text()]).toEqual([304, 'public, max-age=300, must-revalidate', '']);
    expect(await status(pictureAt(picture.hash, '480.webp', other.network.code))).toBe(404);
    const file = attachmentAddress(setting.network.code, practice.slug ?? '', attachment);
    expect([await status(pictureAt(picture.hash)), await status(file)]).toEqual([200, 200]);
    await world.edge.call(withdrawPractice, { ...withdrawPractice.example.input, id: practice.id }, await setting.as('secretariat'));
    expect([await status(pictureAt(picture.hash)), (await again()).status, await status(file)]).toEqual([404, 404, 404]);
  });

  it('change with a new version once it is accepted, and the earlier version keeps its own', async () => {
    const { practice, picture: first } = await publishedWithFiles(setting);
    const { id, slug } = practice;
    const titular = await setting.as('titular');
    const begun = await world.edge.call<EditablePractice>(beginVersion, { id }, { ...titular, version: practice.version });
    const added = await world.edge.call<Picture>(
      addPicture,
      { id, uploadId: await uploadFor(setting, titular, 'practice-picture') },
      titular,
    );
    const said = {
      ...added,
      alt: { original: 'es', es: 'El mismo patio, de noche' },
      credit: 'Red Ejemplo (ficticia)',
      licence: 'CC0-1.0',
    };
    const edited = await world.edge.call<EditablePractice>(
      editPractice,
      { id, content: { ...begun.content, pictures: [said] } },
      { ...titular, version: begun.version },
    );
    expect([await status(pictureAt(first.hash)), await status(pictureAt(added.hash))]).toEqual([200, 404]);
    expect((await read(slug)).pictures[0]?.hash).toBe(first.hash);
    const submitted = await world.edge.call<EditablePractice>(submitPractice, { id, terms: 1 }, { ...titular, version: edited.version });
    const reviewer = await setting.as('reviewer');
    const { changes } = await world.edge.call<{ changes: { field: string; added: string[] }[] }>(readReview, { id }, reviewer);
    expect(changes.find(({ field }) => field === 'pictures')?.added).toEqual([expect.stringContaining('El mismo patio, de noche')]);
    await world.edge.call(publishPractice, { id }, { ...reviewer, version: submitted.version });
    expect(await eventually(async () => (await read(slug)).pictures[0]?.hash === added.hash)).toBe(true); // kept for a second at most
    const before = await world.edge.call<PublishedPractice>(getVersion, { slug, version: 1 }, { network: setting.network.code });
    expect(before.pictures[0]?.hash).toBe(first.hash);
    expect([await status(pictureAt(first.hash)), await status(pictureAt(added.hash))]).toEqual([200, 200]);
  });
});

describe('pictures and files of a draft', () => {
  it('are seen by who writes it, once for each ticket, and by nobody else until it is handed in', async () => {
    const { practice, picture, attachment } = await draftedWithFiles(setting);
    const titular = await setting.as('titular');
    const reviewer = await setting.as('reviewer');
    expect([await status(pictureAt(picture.hash)), await status(attachmentAddress(setting.network.code, 'x', attachment))]).toEqual([
      404, 404,
    ]);
    const { url } = await world.edge.call<{ url: string }>(openPicture, { id: picture.id }, titular);
    const shown = await get(url);
    expect([shown.status, shown.headers.get('content-type'), shown.headers.get('cache-control')]).toEqual([200, 'image/webp', 'no-store']);
    expect(await status(url)).toBe(404);
    const looks = (person: typeof titular) =>
      Promise.all([
        world.edge.send(openPicture, { id: picture.id }, person).then((answer) => answer.status),
        world.edge.send(openAttachment, { id: attachment.id }, person).then((answer) => answer.status),
      ]);
    expect([await looks(titular), await looks(reviewer), await looks(await setting.as('external-reviewer'))]).toEqual([
      [200, 200],
      [404, 404],
      [404, 404],
    ]);
    await world.edge.call(submitPractice, { id: practice.id, terms: 1 }, { ...titular, version: practice.version });
    expect([await looks(reviewer), await looks(await setting.as('external-reviewer'))]).toEqual([
      [200, 200],
      [404, 404],
    ]);
  });

  it('are told by their bytes whatever is sent, and are no other practice’s', async () => {
    const { practice, picture } = await draftedWithFiles(setting);
    const titular = await setting.as('titular');
    const { id, content, version } = practice;
    const lied = { ...content.pictures![0]!, hash: 'f'.repeat(32), width: 9, height: 9 };
    const as = { ...titular, version };
    const edited = await world.edge.call<EditablePractice>(editPractice, { id, content: { ...content, pictures: [lied, lied] } }, as);
    expect(edited.content.pictures).toEqual([expect.objectContaining({ hash: picture.hash, width: 640, height: 400 })]);
    const other = await drafted(setting);
    const taken = { ...other.content, pictures: content.pictures };
    const { status: code, body } = await world.edge.send(
      editPractice,
      { id: other.id, content: taken },
      { ...titular, version: other.version },
    );
    expect([code, body]).toEqual([
      422,
      expect.objectContaining({ code: 'record-file-foreign', errors: [expect.objectContaining({ pointer: '/content/pictures' })] }),
    ]);
    const operator = { network: setting.network.code, token: await world.people.operator() };
    const sourced = async (over: Partial<PracticeContent>) => {
      const refused = await world.edge.send(importPractice, { slug: 'con-lo-ajeno', content: completeContent(over) }, operator);
      return [refused.status, refused.body.code];
    };
    expect(await sourced({ pictures: content.pictures! })).toEqual([422, 'record-file-foreign']);
    expect(await sourced({ sector: 'army' })).toEqual([400, 'input-invalid']);
  });

  it('that it no longer names are forgotten after a week, with their bytes; what it names and what is public stays', async () => {
    const { practice, picture } = await draftedWithFiles(setting);
    const shown = await publishedWithFiles(setting);
    const titular = await setting.as('titular');
    const { id, content, version } = practice;
    await world.edge.call(editPractice, { id, content: { ...content, pictures: [] } }, { ...titular, version });
    const [kept] = await rowsOf<{ key: string }>('repository', 'select key from record_file where id = $1', [picture.id]);
    const store = world.service('repository').get<FileStore>(FILES, { strict: false });
    expect(await store.read(`${kept!.key}-480.webp`)).not.toBeNull();
    await age(id, shown.practice.id);
    expect(await purge(id, shown.practice.id)).toEqual([content.attachments![0]!.id, shown.picture.id, shown.attachment.id].sort());
    expect(await Promise.all(pictureFiles(640).map((file) => store.read(`${kept!.key}-${file}`)))).toEqual([null, null, null]);
    expect(await status(pictureAt(shown.picture.hash))).toBe(200);
  });

  it('that the public version names stay while the next one does not, the same bytes brought twice among them', async () => {
    const bytes = somePicture();
    const { practice, picture, attachment } = await publishedWithFiles(setting, {}, bytes);
    const titular = await setting.as('titular');
    const { id } = practice;
    const begin = async (version: number) => world.edge.call<EditablePractice>(beginVersion, { id }, { ...titular, version });
    const showing = (pictures: EditablePractice['content']['pictures'], { content, version }: EditablePractice) =>
      world.edge.call<EditablePractice>(editPractice, { id, content: { ...content, pictures } }, { ...titular, version });
    const uploadId = await uploadFor(setting, titular, 'practice-picture', bytes);
    const begun = await begin(practice.version);
    const twin = await world.edge.call<Picture>(addPicture, { id, uploadId }, titular);
    expect(twin.hash).toBe(picture.hash);
    const edited = await showing([{ ...practice.content.pictures![0]!, id: twin.id }], begun);
    const { version } = await world.edge.call<EditablePractice>(submitPractice, { id, terms: 1 }, { ...titular, version: edited.version });
    const published = await world.edge.call<EditablePractice>(publishPractice, { id }, { ...(await setting.as('reviewer')), version });
    const bare = await showing([], await begin(published.version));
    await age(id);
    expect(await purge(id)).toEqual([picture.id, twin.id, attachment.id].sort());
    const back = await world.edge.call<EditablePractice>(discardVersion, { id }, { ...titular, version: bare.version });
    const kept = await showing(back.content.pictures, await begin(back.version));
    expect(kept.content.pictures).toEqual([expect.objectContaining({ id: twin.id })]);
  });

  it('that somebody is naming at the moment stay', async () => {
    const { practice, picture, attachment } = await draftedWithFiles(setting);
    const { id, content, version } = practice;
    const networkId = setting.network.id;
    await world.edge.call(editPractice, { id, content: { ...content, pictures: [] } }, { ...(await setting.as('titular')), version });
    await age(id);
    const em = world.service('repository').get(EntityManager, { strict: false });
    const left = await inNetwork(em, { networkId }, async (naming) => {
      await settleFiles(naming as EntityManager, content, { networkId, practiceId: id });
      return purge(id);
    });
    expect(left).toEqual([picture.id, attachment.id].sort());
    expect(await purge(id)).toEqual([attachment.id]);
  });

  it('keep a practice from being handed in until what they show, whose they are and their licence is said', async () => {
    const { practice } = await draftedWithFiles(setting);
    const titular = await setting.as('titular');
    const { id, content, version } = practice;
    const pictures = [{ ...content.pictures![0]!, alt: null }];
    const edited = await world.edge.call<EditablePractice>(
      editPractice,
      { id, content: { ...content, pictures } },
      { ...titular, version },
    );
    expect(edited.missing).toEqual(['pictures']);
    const { body } = await world.edge.send(submitPractice, { id, terms: 1 }, { ...titular, version: edited.version });
    expect(body).toMatchObject({ code: 'practice-incomplete', errors: [{ pointer: '/content/pictures', reason: 'missing' }] });
  });
});
