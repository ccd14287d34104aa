import { Controller } from '@nestjs/common';
import {
  changeCategory,
  correctMember,
  exportMembers,
  getMember,
  listDirectory,
  listMembers,
} from '@alianza/contracts/membership/directory/members';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { CorrectionsService } from './corrections.service.js';
import { ExportService } from './export.service.js';
import { MemberFileService } from './member-file.service.js';
import { MembersService } from './members.service.js';

@Controller()
export class MembersController {
  constructor(
    private readonly members: MembersService,
    private readonly file: MemberFileService,
    private readonly exports: ExportService,
    private readonly corrections: CorrectionsService,
  ) {}

  @Operation(listMembers)
  list(input: InputOf<typeof listMembers>, call: Call) {
    return this.members.list(input, call);
  }

  @Operation(listDirectory)
  directory(input: InputOf<typeof listDirectory>, call: Call) {
    return this.members.directory(input, call);
  }

  @Operation(getMember)
  get({ id }: InputOf<typeof getMember>, call: Call) {
    return this.file.get(id, call);
  }

  @Operation(exportMembers)
  export(input: InputOf<typeof exportMembers>, call: Call) {
    return this.exports.take(input, call);
  }

  @Operation(changeCategory)
  changeCategory(input: InputOf<typeof changeCategory>, call: Call) {
    return this.members.changeCategory(input, call);
  }

  @Operation(correctMember)
  async correct(input: InputOf<typeof correctMember>, call: Call) {
    return this.file.view(await this.corrections.correct(input, call), call);
  }
}
