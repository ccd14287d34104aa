import { Injectable } from '@nestjs/common';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import { widthsOf } from '@alianza/contracts/repository/files/picture-files';
import type { addPicture, locatePicture, openPicture } from '@alianza/contracts/repository/files/pictures';
import type { Picture } from '@alianza/contracts/repository/files/record-files';
import type { Call } from '@alianza/platform/calls/call';
import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import { Files } from '@alianza/platform/files/files';
import { BringingService } from '../attachments/bringing.service.js';
import { pictureFacts } from '../attachments/record-file.entity.js';
import { RecordFileNotFoundError } from '../attachments/record-files.errors.js';
import { publishedPicture } from '../attachments/record-files.queries.js';

@Injectable()
export class PicturesService {
  constructor(
    private readonly bringing: BringingService,
    private readonly files: Files,
    private readonly reads: PublicReads,
  ) {}

  async add(input: InputOf<typeof addPicture>, call: Call): Promise<Picture> {
    const file = await this.bringing.bring(input, 'practice-picture', call);
    return { ...pictureFacts(file), alt: null, credit: null, licence: null };
  }

  /** Its smallest form: who writes and who reviews need no more. */
  async open({ id }: InputOf<typeof openPicture>, call: Call): Promise<AnswerOf<typeof openPicture>> {
    const { key, type, picture } = await this.bringing.look(id, call);
    if (!picture) throw new RecordFileNotFoundError();
    const [smallest = picture.width] = widthsOf(picture.width);
    return this.files.ticket({ key: `${key}-${String(smallest)}.webp`, name: `${String(smallest)}.webp`, type }, call);
  }

  async locate({ hash }: InputOf<typeof locatePicture>, { network, request }: Call): Promise<AnswerOf<typeof locatePicture>> {
    const [row] = await this.reads.rows<AnswerOf<typeof locatePicture>>(publishedPicture, [network, hash], request.left);
    if (!row) throw new RecordFileNotFoundError();
    return row;
  }
}
