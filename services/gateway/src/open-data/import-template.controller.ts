import { Controller, Get, Req, Res, UseGuards } from '@nestjs/common';
import { getTaxonomy } from '@alianza/contracts/repository/taxonomy';
import { attachment } from '../downloads/content-disposition.js';
import { PublicReading } from '../harvest/public-reading.js';
import type { EdgeReply, EdgeRequest } from '../http/edge-request.js';
import { CountedAsRead } from '../limits/counted-as-read.guard.js';
import { dictionaryCsv, organizationTemplateWorkbook, templateCsv, templateWorkbook, type OrganizationSheet } from './import-template.js';

interface Asked {
  readonly request: EdgeRequest;
  readonly reply: EdgeReply;
}

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
    send(request, reply, 'csv', 'practicas-plantilla-diccionario').send(dictionaryCsv(reader));
  }

  /** These are for the secretariat; they say nothing of any network. */
  @Get(':network/datos-abiertos/integrantes-plantilla.xlsx')
  members(@Req() request: EdgeRequest, @Res() reply: EdgeReply): Promise<void> {
    return this.ofOrganizations('members', 'integrantes-plantilla', { request, reply });
  }

  @Get(':network/datos-abiertos/actores-plantilla.xlsx')
  actors(@Req() request: EdgeRequest, @Res() reply: EdgeReply): Promise<void> {
    return this.ofOrganizations('actors', 'actores-plantilla', { request, reply });
  }

  private async ofOrganizations(kind: OrganizationSheet, name: string, { request, reply }: Asked): Promise<void> {
    const { network = '' } = request.params;
    await this.reading.in(network);
    const lang = request.query.lang === 'en' ? ('en' as const) : ('es' as const);
    const bytes = await this.reading.keep(`${name} ${network} ${lang}`, () => organizationTemplateWorkbook(kind, lang));
    send(request, reply, 'xlsx', name).send(bytes);
  }

  private async readerOf({ params, query }: EdgeRequest) {
    const lang = query.lang === 'en' ? ('en' as const) : ('es' as const);
    const ask = await this.reading.in(params.network ?? '', lang);
    return { lang, concepts: (await ask(getTaxonomy, {})).concepts };
  }
}

const types = { csv: 'text/csv; charset=utf-8; header=present', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };

function send({ params }: EdgeRequest, reply: EdgeReply, ending: keyof typeof types, of = 'practicas-plantilla'): EdgeReply {
  const name = `${params.network ?? ''}-${of}.${ending}`;
  return reply.headers({ 'content-type': types[ending], 'cache-control': 'no-cache', 'content-disposition': attachment(name) });
}
