import { Controller, Get, Req, Res, UseGuards } from '@nestjs/common';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import { pictureFiles, sharedPicture } from '@alianza/contracts/repository/files/picture-files';
import { locateAttachment } from '@alianza/contracts/repository/files/attachments';
import { locatePicture } from '@alianza/contracts/repository/files/pictures';
import { locateLogo } from '@alianza/contracts/membership/directory/profiles';
import { locateMark } from '@alianza/contracts/membership/settings/network-settings';
import { holds } from '../http/conditional.js';
import type { EdgeReply, EdgeRequest } from '../http/edge-request.js';
import { CountedAsRead } from '../limits/counted-as-read.guard.js';
import { attachment } from './content-disposition.js';
import { RecordFilesService } from './record-files.service.js';

const notThere = () => new DomainError(generalErrors['route-not-found']);
const isHash = (text: string | undefined): text is string => /^[0-9a-f]{32}$/.test(text ?? '');
const isSlug = (text: string | undefined): text is string => /^[a-z0-9-]{1,120}$/.test(text ?? '');
/** Nothing in it runs and nothing is loaded by it, wherever it is opened. */
const closed = { 'content-security-policy': "sandbox; default-src 'none'" };
/** Its bytes never change, but who may see them does: what is withdrawn must not outlive that for long in anybody's cache. */
const fiveMinutes = 'public, max-age=300, must-revalidate';

/** Whatever is found as a picture by its hash. */
type Shown = typeof locatePicture | typeof locateLogo | typeof locateMark;

/** Pictures and files of published records, logos, and marks of networks. Who may see them is asked each time: what is withdrawn is gone at once, out of caches in five minutes. */
@Controller()
@UseGuards(CountedAsRead)
export class RecordFilesController {
  constructor(private readonly files: RecordFilesService) {}

  @Get('files/pictures/:network/:hash/:file')
  async picture(@Req() request: EdgeRequest, @Res() reply: EdgeReply): Promise<void> {
    await this.show(locatePicture, request, reply);
  }

  @Get('files/logos/:network/:hash/:file')
  async logo(@Req() request: EdgeRequest, @Res() reply: EdgeReply): Promise<void> {
    await this.show(locateLogo, request, reply);
  }

  @Get('files/marks/:network/:hash/:file')
  async mark(@Req() request: EdgeRequest, @Res() reply: EdgeReply): Promise<void> {
    await this.show(locateMark, request, reply);
  }

  private async show(where: Shown, request: EdgeRequest, reply: EdgeReply): Promise<void> {
    const { network = '', hash, file = '' } = request.params;
    if (!isHash(hash)) throw notThere();
    const { key, width } = await this.files.locate<Shown>(where, { hash }, network);
    if (!pictureFiles(width).includes(file)) throw notThere();
    const etag = `"${hash}-${file}"`;
    reply.headers({ ...closed, etag, 'cache-control': fiveMinutes, 'content-disposition': 'inline' });
    if (holds(request, etag)) return void reply.status(304).send();
    const { bytes, size } = await this.files.open(`${key}-${file}`);
    reply.headers({ 'content-type': file === sharedPicture ? 'image/jpeg' : 'image/webp', 'content-length': size });
    reply.send(bytes);
  }

  @Get(':network/practicas/:slug/archivos/:hash/:name')
  async file(@Req() { params }: EdgeRequest, @Res() reply: EdgeReply): Promise<void> {
    const { network = '', slug, hash } = params;
    if (!isHash(hash) || !isSlug(slug)) throw notThere();
    const { key, name, type } = await this.files.locate(locateAttachment, { slug, hash }, network);
    const { bytes, size } = await this.files.open(key);
    reply.headers({
      ...closed,
      'content-type': type,
      'content-length': size,
      'cache-control': 'no-cache',
      'content-disposition': attachment(name),
    });
    reply.send(bytes);
  }
}
