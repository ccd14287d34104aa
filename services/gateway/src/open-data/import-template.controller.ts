import { Controller, Get, Req, Res, UseGuards } from '@nestjs/common';
import { getTaxonomy } from '@alianza/contracts/repository/taxonomy';
import { attachment } from '../downloads/content-disposition.js';
import { PublicReading } from '../harvest/public-reading.js';
import type { EdgeReply, EdgeRequest } from '../http/edge-request.js';
import { CountedAsRead } from '../limits/counted-as-read.guard.js';
import { dictionaryCsv, templateCsv, templateWorkbook } from './import-template.js';

/** Sheets to write records in, for whoever wants to hand some in: `/{network}/datos-abiertos/practicas-plantilla.xlsx?lang=en`. */
@Controller()
@UseGuards(CountedAsRead)
export class ImportTemplateController {
  constructor(private readonly reading: PublicReading) {}

  @Get(':network/datos-abiertos/practicas-plantilla.xlsx')
  async workbook(@Req() request: EdgeRequest, @Res() reply: EdgeReply): Promise<void> {
    const reader = await this.readerOf(request);
    const bytes = await this.reading.keep(`template ${request.params.network ?? ''} ${reader.lang}`, () => templateWorkbook(reader));
    send(request, reply, 'xlsx').send(bytes);
  }

  @Get(':network/datos-abiertos/practicas-plantilla.csv')
  async table(@Req() request: EdgeRequest, @Res() reply: EdgeReply): Promise<void> {
    await this.reading.in(request.params.network ?? '');
    send(request, reply, 'csv').send(templateCsv());
  }

  @Get(':network/datos-abiertos/practicas-plantilla-diccionario.csv')
  async dictionary(@Req() request: EdgeRequest, @Res() reply: EdgeReply): Promise<void> {
    const reader = await this.readerOf(request);
    send(request, reply, 'csv', '-diccionario').send(dictionaryCsv(reader));
  }

  private async readerOf({ params, query }: EdgeRequest) {
    const lang = query.lang === 'en' ? ('en' as const) : ('es' as const);
    const ask = await this.reading.in(params.network ?? '', lang);
    return { lang, concepts: (await ask(getTaxonomy, {})).concepts };
  }
}

const types = { csv: 'text/csv; charset=utf-8; header=present', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

function send({ params }: EdgeRequest, reply: EdgeReply, ending: keyof typeof types, more = ''): EdgeReply {
  const name = `${params.network ?? ''}-practicas-plantilla${more}.${ending}`;
  return reply.headers({ 'content-type': types[ending], 'cache-control': 'no-cache', 'content-disposition': attachment(name) });
}
