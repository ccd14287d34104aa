import { Controller } from '@nestjs/common';
import { editSettings, getSettings, locateMark } from '@alianza/contracts/membership/settings/network-settings';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { MarksService } from './marks.service.js';
import { SettingsService } from './settings.service.js';

@Controller()
export class SettingsController {
  constructor(
    private readonly settings: SettingsService,
    private readonly marks: MarksService,
  ) {}

  @Operation(getSettings)
  get(_input: InputOf<typeof getSettings>, call: Call) {
    return this.settings.get(call);
  }

  @Operation(editSettings)
  edit(input: InputOf<typeof editSettings>, call: Call) {
    return this.settings.edit(input, call);
  }

  @Operation(locateMark)
  locate({ hash }: InputOf<typeof locateMark>, call: Call) {
    return this.marks.locate(hash, call);
  }
}
