import { Controller } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import { hasMailLeft } from '@alianza/contracts/notifications/mails';
import type { AnswerOf, InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { nowhere } from '@alianza/platform/ids';
import { Mail } from './mail.entity.js';

const closed = [{ sentAt: { $ne: null } }, { refusedAt: { $ne: null } }, { withheld: { $ne: null } }];

@Controller()
export class MailsController {
  constructor(private readonly em: EntityManager) {}

  @Operation(hasMailLeft)
  async left({ since, ...about }: InputOf<typeof hasMailLeft>, { networkId }: Call): Promise<AnswerOf<typeof hasMailLeft>> {
    const mail = { ...about, networkId: networkId ?? nowhere, at: { $gte: new Date(since) } };
    return { left: (await this.em.count(Mail, { ...mail, $or: closed })) > 0 };
  }
}
