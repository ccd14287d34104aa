import { Injectable } from '@nestjs/common';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import type { addAttachment, locateAttachment, openAttachment } from '@alianza/contracts/repository/files/attachments';
import type { Attachment } from '@alianza/contracts/repository/files/record-files';
import type { Call } from '@alianza/platform/calls/call';
import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import { Files } from '@alianza/platform/files/files';
import { BringingService } from './bringing.service.js';
import { attachmentFacts } from './record-file.entity.js';
import { RecordFileNotFoundError } from './record-files.errors.js';
import { publishedAttachment } from './record-files.queries.js';

@Injectable()
export class AttachmentsService {
  constructor(
    private readonly bringing: BringingService,
    private readonly files: Files,
    private readonly reads: PublicReads,
  ) {}

  async add(input: InputOf<typeof addAttachment>, call: Call): Promise<Attachment> {
    return { ...attachmentFacts(await this.bringing.bring(input, 'practice-file', call)), title: null, language: null };
  }

  async open({ id }: InputOf<typeof openAttachment>, call: Call): Promise<AnswerOf<typeof openAttachment>> {
    const file = await this.bringing.look(id, call);
    if (file.picture) throw new RecordFileNotFoundError();
    return this.files.ticket(file, call);
  }

  async locate({ slug, hash }: InputOf<typeof locateAttachment>, { network, request }: Call): Promise<AnswerOf<typeof locateAttachment>> {
    const [row] = await this.reads.rows<AnswerOf<typeof locateAttachment>>(publishedAttachment, [network, slug, hash], request.left);
    if (!row) throw new RecordFileNotFoundError();
    return row;
  }
}
