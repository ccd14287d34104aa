import { Inject, Injectable } from '@nestjs/common';
import { DomainError, generalErrors } from '@alianza/contracts/errors';
import { Recent } from '@alianza/platform/recent';
import { CONFIG } from '@alianza/platform/run/service-definition';
import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyOptions } from 'jose';
import { issuerNameOf, issuerOf, type GatewayConfig } from '../config.js';

/** What a token proves: whose account it is, and how well that was shown. */
export interface Proof {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  readonly secondFactor: boolean;
  /** Seconds since 1970 at which somebody showed it; null of a program, which has no sign-in. Renewing a token does not change it. */
  readonly signedInAt: number | null;
}

const audience = 'alianza-api';
/** Seconds by which the issuer's clock may differ from ours. */
const tolerance = 10;
/** A new key is fetched when a token names it, at most once in this time, whatever tokens name. */
const cooldown = 30_000;
const keysKept = 60 * 60 * 1000;

/** The token is at fault; anything else means that its issuer could not be asked. */
const faults = [
  errors.JWTExpired,
  errors.JWTInvalid,
  errors.JWTClaimValidationFailed,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
];

const isAtFault = (error: unknown): boolean => faults.some((fault) => error instanceof fault);

/** Access tokens of the one issuer: RS256, ours as audience. */
@Injectable()
export class Tokens {
  /** A page asks several things at once with the same token: its signature is checked once. */
  private readonly verified = new Recent<Promise<JWTPayload>>(1000, 2000);
  private readonly keys: ReturnType<typeof createRemoteJWKSet>;
  private readonly issuer: string;
  private readonly issuerName: string;

  constructor(@Inject(CONFIG) config: GatewayConfig) {
    this.issuer = issuerOf(config);
    this.issuerName = issuerNameOf(config);
    const inside = config.OIDC_UPSTREAM ?? config.KEYCLOAK_URL;
    const realm = inside === undefined ? this.issuer : new URL('/realms/alianza', inside).toString();
    this.keys = createRemoteJWKSet(new URL(`${realm}/protocol/openid-connect/certs`), {
      cooldownDuration: cooldown,
      cacheMaxAge: keysKept,
    });
  }

  /** Throws `unauthenticated`, or `unavailable` where the issuer's keys cannot be had. */
  async prove(authorization: string): Promise<Proof> {
    const [scheme = '', token = '', ...rest] = authorization.split(' ');
    if (scheme.toLowerCase() !== 'bearer' || token === '' || rest.length > 0) throw new DomainError(generalErrors.unauthenticated);
    const {
      sub,
      email,
      acr,
      auth_time: at,
    } = await this.verified
      .get(token, () => this.verify(token))
      .catch((error: unknown) => {
        throw new DomainError(isAtFault(error) ? generalErrors.unauthenticated : generalErrors.unavailable);
      });
    if (typeof sub !== 'string' || sub === '') throw new DomainError(generalErrors.unauthenticated);
    const signedInAt = typeof at === 'number' ? at : null;
    return {
      issuer: this.issuerName,
      subject: sub,
      email: typeof email === 'string' ? email : null,
      secondFactor: acr === '2',
      signedInAt,
    };
  }

  private verify(token: string): Promise<JWTPayload> {
    const expected = { issuer: this.issuer, audience, algorithms: ['RS256'], clockTolerance: tolerance, requiredClaims: ['exp', 'sub'] };
    const payload = jwtVerify(token, this.keys, expected)
      .catch((error: unknown) => this.verifyByKept(token, expected, error))
      .then((result) => result.payload);
    payload.catch(() => this.verified.forget(token));
    return payload;
  }

  /** While the issuer cannot be asked, by the keys it told last, however old: who is signed in goes on. */
  private verifyByKept(token: string, expected: JWTVerifyOptions, error: unknown) {
    const kept = this.keys.jwks();
    if (isAtFault(error) || kept === undefined) throw error;
    return jwtVerify(token, createLocalJWKSet(kept), expected);
  }
}
