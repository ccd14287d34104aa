import { Controller } from '@nestjs/common';
import { editPreferences, getPreferences, type Preferences } from '@alianza/contracts/notifications/notices';
import type { InputOf } from '@alianza/contracts/operation';
import type { Call } from '@alianza/platform/calls/call';
import { Operation } from '@alianza/platform/calls/operation.decorator';
import { PreferencesService } from './preferences.service.js';

@Controller()
export class PreferencesController {
  constructor(private readonly preferences: PreferencesService) {}

  @Operation(getPreferences)
  get(_input: object, call: Call): Promise<Preferences> {
    return this.preferences.get(call);
  }

  @Operation(editPreferences)
  edit(input: InputOf<typeof editPreferences>, call: Call): Promise<Preferences> {
    return this.preferences.edit(input, call);
  }
}
