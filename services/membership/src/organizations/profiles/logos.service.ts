import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EntityManager } from '@mikro-orm/postgresql';
import type { locateLogo, openLogo } from '@alianza/contracts/membership/directory/profiles';
import type { AnswerOf } from '@alianza/contracts/operation';
import { widthsOf } from '@alianza/contracts/repository/files/picture-files';
import type { Call } from '@alianza/platform/calls/call';
import { PublicReads } from '@alianza/platform/data/reads/public-reads';
import { Files } from '@alianza/platform/files/files';
import { Jobs } from '@alianza/platform/jobs/jobs';
import { logoShown } from '../directory.queries.js';
import type { KeptLogo, Organization } from '../organization.entity.js';
import { LogoNotFoundError } from '../standing/standing.errors.js';

export const logosQueue = 'logos-forgotten';

type Forgotten = Pick<KeptLogo, 'key' | 'width' | 'height'>;
const hashLength = 32;
/** Wide enough for where a logo is looked at. */
const lookedAt = 480;

/** The picture by which an organisation is known: drawn anew at the edge, shown where it consents. */
@Injectable()
export class LogosService implements OnApplicationBootstrap {
  constructor(
    private readonly em: EntityManager,
    private readonly files: Files,
    private readonly jobs: Jobs,
    private readonly reads: PublicReads,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work<Forgotten>(logosQueue, ({ key, width, height }) => this.files.remove({ key, picture: { width, height } }));
  }

  /** Another logo, or none; the bytes of the one before go once this is settled. Says whether anything changed. */
  async put(organization: Organization, uploadId: string | null, call: Call): Promise<boolean> {
    const before = organization.logo ?? null;
    if (uploadId === null && before === null) return false;
    organization.bear(uploadId === null ? null : await this.take(uploadId, call));
    if (before) {
      const { key, width, height } = before;
      await this.jobs.enqueue(this.em, logosQueue, key, { key, width, height } satisfies Forgotten);
    }
    return true;
  }

  open({ logo }: Organization, call: Call): AnswerOf<typeof openLogo> {
    if (!logo) throw new LogoNotFoundError();
    const widths = widthsOf(logo.width);
    const width = widths.find((one) => one >= lookedAt) ?? logo.width;
    return this.files.ticket({ key: `${logo.key}-${String(width)}.webp`, name: 'logo.webp', type: 'image/webp' }, call);
  }

  async locate(hash: string, call: Call): Promise<AnswerOf<typeof locateLogo>> {
    const [row] = await this.reads.rows<{ logo: KeptLogo }>(logoShown, [call.network, hash], call.request.left);
    if (!row) throw new LogoNotFoundError();
    return { key: row.logo.key, width: row.logo.width };
  }

  private async take(uploadId: string, call: Call): Promise<KeptLogo> {
    const { key, sha256, picture } = await this.files.take(call, uploadId, 'organization-logo');
    if (!picture) throw new Error('a logo is a picture');
    return { key, hash: sha256.slice(0, hashLength), ...picture };
  }
}
