import { Controller } from '@nestjs/common';
import { getOwnHistory } from '@alianza/contracts/membership/directory/own-history';
import { editProfile, getProfile, locateLogo, openLogo } from '@alianza/contracts/membership/directory/profiles';
import type { InputOf } from '@alianza/contracts/operation';
import { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { LogosService } from './logos.service.js';
import { ProfilesService } from './profiles.service.js';

@Controller()
export class ProfilesController {
  constructor(
    private readonly profiles: ProfilesService,
    private readonly logos: LogosService,
  ) {}

  @Operation(getProfile)
  get(_input: InputOf<typeof getProfile>, call: Call) {
    return this.profiles.get(call);
  }

  @Operation(editProfile)
  edit(input: InputOf<typeof editProfile>, call: Call) {
    return this.profiles.edit(input, call);
  }

  @Operation(getOwnHistory)
  history(_input: InputOf<typeof getOwnHistory>, call: Call) {
    return this.profiles.readHistory(call);
  }

  @Operation(openLogo)
  async logo(_input: InputOf<typeof openLogo>, call: Call) {
    return this.logos.open(await this.profiles.load(call), call);
  }

  @Operation(locateLogo)
  locate({ hash }: InputOf<typeof locateLogo>, call: Call) {
    return this.logos.locate(hash, call);
  }
}
