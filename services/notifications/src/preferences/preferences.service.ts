import { Injectable } from '@nestjs/common';
import { EntityManager, UniqueConstraintViolationException } from '@mikro-orm/postgresql';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import { preferencesEdited, type editPreferences, type Preferences } from '@alianza/contracts/notifications/notices';
import type { InputOf } from '@alianza/contracts/operation';
import { expectVersion, type Call } from '@alianza/platform/calls/call';
import { record } from '@alianza/platform/events/record';
import { newId } from '@alianza/platform/ids';
import { Preference } from './preference.entity.js';

/** What a person who never chose has, as version 0. */
const everything: Preferences = { taskMail: true, newsMail: true, version: 0 };

@Injectable()
export class PreferencesService {
  constructor(private readonly em: EntityManager) {}

  async get(call: Call): Promise<Preferences> {
    const preference = await this.find(call);
    return preference ? view(preference) : everything;
  }

  async edit(choice: InputOf<typeof editPreferences>, call: Call): Promise<Preferences> {
    const known = await this.find(call);
    expectVersion(known ?? everything, call);
    const preference =
      known ?? this.em.create(Preference, { ...everything, version: 1, id: newId(), networkId: call.network, personId: call.personId });
    preference.choose(choice);
    await this.em.persist(preference).flush().catch(refuseSecond);
    record(this.em, call, preferencesEdited, { aggregateId: preference.id, aggregateVersion: preference.version, data: choice });
    return view(preference);
  }

  private find(call: Call): Promise<Preference | null> {
    return this.em.findOne(Preference, { networkId: call.network, personId: call.personId });
  }
}

/** Of two first choices at once the later one was made without knowing the earlier. */
function refuseSecond(error: unknown): never {
  throw error instanceof UniqueConstraintViolationException ? new DomainError(generalErrors['version-stale'], { current: 1 }) : error;
}

const view = ({ taskMail, newsMail, version }: Preference): Preferences => ({ taskMail, newsMail, version });
