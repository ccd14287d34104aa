import { Injectable } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { UploadPurposeName } from '@alianza/contracts/gateway/uploads';
import type { Call } from '@alianza/platform/calls/call';
import { Clock } from '@alianza/platform/clock';
import { Files } from '@alianza/platform/files/files';
import { PracticeDesk } from '../practices/practice-desk.js';
import { Practice, transitions } from '../practices/practice.entity.js';
import { PracticeNotEditableError, PracticeNotFoundError } from '../practices/practices.errors.js';
import { mayEdit, mayReview } from '../practices/practices.policy.js';
import { ReviewAccess } from '../reviews/review-access.js';
import { hashLength, RecordFile } from './record-file.entity.js';
import { RecordFileNotFoundError } from './record-files.errors.js';

/** How a file comes to a practice, and who may look at it before the public does. */
@Injectable()
export class BringingService {
  constructor(
    private readonly em: EntityManager,
    private readonly clock: Clock,
    private readonly files: Files,
    private readonly desk: PracticeDesk,
    private readonly access: ReviewAccess,
  ) {}

  async bring(input: { id: string; uploadId: string }, purpose: UploadPurposeName, call: Call): Promise<RecordFile> {
    const { id: practiceId, status } = await this.desk.load(input.id, call);
    if (!transitions.edit.from.includes(status)) throw new PracticeNotEditableError(status);
    const { sha256, ...taken } = await this.files.take(call, input.uploadId, purpose);
    const about = { networkId: call.network, practiceId, createdBy: call.personId, createdAt: await this.clock.now(this.em) };
    const file = this.em.create(RecordFile, { ...taken, ...about, hash: sha256.slice(0, hashLength) });
    this.em.persist(file);
    return file;
  }

  /** To who writes the practice all that was brought to it, to who reviews it what it names. */
  async look(id: string, call: Call): Promise<RecordFile> {
    const { network: networkId, principal } = call;
    const file = await this.em.findOne(RecordFile, { networkId, id });
    const practice = file && (await this.em.findOne(Practice, { networkId, id: file.practiceId }));
    if (!practice || !(mayEdit(principal, practice) || (await this.reviews(practice, file, call)))) throw new RecordFileNotFoundError();
    return file;
  }

  private async reviews(practice: Practice, { id: fileId }: RecordFile, call: Call): Promise<boolean> {
    const { pictures = [], attachments = [] } = practice.content;
    if (!mayReview(practice) || ![...pictures, ...attachments].some(({ id }) => id === fileId)) return false;
    return this.access.load(practice.id, call).then(
      () => true,
      (error: unknown) => {
        if (error instanceof PracticeNotFoundError) return false;
        throw error;
      },
    );
  }
}
