import { Controller, Get, Req, Res, UseGuards } from '@nestjs/common';
import { Readable } from 'node:stream';
import { attachment } from '../downloads/content-disposition.js';
import { holds } from '../http/conditional.js';
import type { EdgeReply, EdgeRequest } from '../http/edge-request.js';
import { CountedAsRead } from '../limits/counted-as-read.guard.js';
import { csvOf, dictionaryCsv, jsonOf, workbookOf } from './formats.js';
import { fileOf, OpenDataService, type Opened } from './open-data.service.js';
import { licence } from './tables.js';
import { Workbooks } from './workbooks.js';

const types: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** `/{network}/datos-abiertos/practicas.csv` and the like; the page above them is the portal's. */
@Controller()
@UseGuards(CountedAsRead)
export class OpenDataController {
  private readonly workbooks = new Workbooks();

  constructor(private readonly data: OpenDataService) {}

  @Get(':network/datos-abiertos/:file')
  async send(@Req() request: EdgeRequest, @Res() reply: EdgeReply): Promise<void> {
    const { network = '', file = '' } = request.params;
    const { name, format, dictionary } = fileOf(file);
    const opened = await this.data.open(network, name);
    const { table } = opened;
    const stem = `${network}-${name}${dictionary ? '-diccionario' : ''}`;
    reply.headers({
      'content-type': types[format],
      'cache-control': 'no-cache',
      'content-disposition': attachment(`${stem}-${table.date}.${format}`),
      link: `<${licence.address}>; rel="license", <${table.page}>; rel="describedby"; type="text/html"`,
    });
    if (dictionary) reply.send(dictionaryCsv(table));
    else if (isKnown(request, reply, opened, format)) reply.status(304).send();
    else if (request.method === 'HEAD') reply.send();
    else reply.send(await this.written(opened, network, format));
  }

  private async written({ table, changedAt }: Opened, network: string, format: string): Promise<Readable | Buffer> {
    if (format !== 'xlsx') return Readable.from(format === 'csv' ? csvOf(table) : jsonOf(table));
    return this.workbooks.get(`${network} ${table.name}`, changedAt, () => workbookOf(table));
  }
}

/** The records tell when they last changed; directory and register do not, and are always sent. */
function isKnown(request: EdgeRequest, reply: EdgeReply, { changedAt }: Opened, format: string): boolean {
  if (changedAt === null) return false;
  const tag = `W/"${format}-${changedAt}"`;
  reply.headers({ etag: tag, 'last-modified': new Date(changedAt).toUTCString() });
  return holds(request, tag);
}
