import { createHash, createPublicKey, randomBytes, verify, type JsonWebKey } from 'node:crypto';
import { createServer, request as ask, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { clientId, protocol, realm } from './claims.js';

export interface Proxy {
  readonly origin: string;
  target: string;
  stop(): Promise<void>;
}

/** In the gateway's place: passes everything on with the original Host. */
export async function startProxy(): Promise<Proxy> {
  const proxy = { origin: '', target: '', stop: async (): Promise<void> => undefined };
  const server: Server = createServer((request, response) => {
    const { hostname, port } = new URL(proxy.target);
    const onward = ask({ hostname, port, path: request.url, method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  proxy.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  proxy.stop = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return proxy;
}

export interface Tokens {
  readonly header: Record<string, unknown>;
  readonly claims: Record<string, unknown>;
}

/** As much of a browser and of keycloak-js as a sign-in needs. */
export class Browser {
  body = '';
  status = 0;
  headers = new Headers();
  /** Where the portal was reached again. */
  landed: URL | null = null;
  /** The last access token. */
  accessToken = '';
  /** The last token to renew by. */
  refreshToken = '';
  private page = '';
  private verifier = '';
  private idToken = '';
  private readonly cookies = new Map<string, { value: string; path: string }>();

  constructor(private readonly origin: string) {}

  begin(params: Record<string, string> = {}): Promise<void> {
    this.verifier = randomBytes(32).toString('base64url');
    const query = new URLSearchParams({
      client_id: clientId,
      redirect_uri: `${this.origin}/agc/practicas`,
      response_type: 'code',
      scope: 'openid',
      code_challenge: createHash('sha256').update(this.verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...params,
    });
    return this.open(`${realm}${protocol}/auth?${query.toString()}`);
  }

  visit = (step: string): Promise<void> => this.open(new URL(this.page).pathname.split('/').slice(0, 5).join('/') + step);

  /** Sends the form on the page, to the address that the form names. */
  submit(fields: Record<string, string>): Promise<void> {
    const action = /<form[^>]* action="([^"]+)"/.exec(this.body)?.[1];
    if (action === undefined) throw new Error(`no form on ${this.page}`);
    return this.open(plain(action), new URLSearchParams(fields));
  }

  demoCode(): string {
    return /id="demo-code">(\d{6})</.exec(this.body)?.[1] ?? '';
  }

  async tokens(): Promise<Tokens> {
    const code = this.landed?.searchParams.get('code');
    if (!code) throw new Error(`no code at ${this.page}: ${this.body}`);
    return this.exchange({
      grant_type: 'authorization_code',
      code,
      redirect_uri: `${this.origin}/agc/practicas`,
      code_verifier: this.verifier,
    });
  }

  /** With the last token that was heard of, or an earlier one. */
  refresh = (refreshToken = this.refreshToken): Promise<Tokens> =>
    this.exchange({ grant_type: 'refresh_token', refresh_token: refreshToken });

  async leave(): Promise<void> {
    const query = new URLSearchParams({ id_token_hint: this.idToken, post_logout_redirect_uri: `${this.origin}/agc` });
    await this.open(`${realm}${protocol}/logout?${query.toString()}`);
    const hidden = /name="xsrf" value="([^"]+)"/.exec(this.body)?.[1] ?? '';
    await this.submit({ xsrf: hidden, logout: 'yes' });
    if (this.landed?.pathname !== '/agc') throw new Error(`not signed out: ${this.body}`);
  }

  private async exchange(grant: Record<string, string>): Promise<Tokens> {
    const answer = await fetch(`${this.origin}${realm}${protocol}/token`, {
      method: 'POST',
      body: new URLSearchParams({ ...grant, client_id: clientId }),
    });
    const said = (await answer.json()) as { access_token: string; refresh_token: string; id_token?: string; error?: string };
    if (!answer.ok) throw new Error(said.error ?? String(answer.status));
    [this.accessToken, this.refreshToken, this.idToken] = [said.access_token, said.refresh_token, said.id_token ?? this.idToken];
    return this.verified(said.access_token);
  }

  private async verified(token: string): Promise<Tokens> {
    const [head = '', payload = '', signature = ''] = token.split('.');
    const [header, claims] = [head, payload].map(
      (part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>,
    );
    const { keys } = (await (await fetch(`${this.origin}${realm}${protocol}/certs`)).json()) as { keys: (JsonWebKey & { kid: string })[] };
    const key = keys.find(({ kid }) => kid === header?.kid);
    const signed =
      key &&
      verify('sha256', Buffer.from(`${head}.${payload}`), createPublicKey({ key, format: 'jwk' }), Buffer.from(signature, 'base64url'));
    if (!signed || !header || !claims) throw new Error('not signed by the issuer');
    return { header, claims };
  }

  /** A link of the page or of a mail. */
  follow = (address: string): Promise<void> => this.open(plain(address));

  private async open(address: string, form?: URLSearchParams): Promise<void> {
    let next = new URL(address, this.page || this.origin);
    let body = form;
    for (;;) {
      this.landed = null;
      this.page = next.href;
      if (!next.pathname.startsWith(realm)) {
        this.landed = next;
        return;
      }
      const answer = await fetch(next, {
        method: body ? 'POST' : 'GET',
        ...(body && { body }),
        redirect: 'manual',
        headers: { cookie: this.cookiesFor(next.pathname) },
      });
      for (const cookie of answer.headers.getSetCookie()) this.keep(cookie);
      [this.body, this.status, this.headers] = [await answer.text(), answer.status, answer.headers];
      const location = answer.headers.get('location');
      if (location === null) return;
      [next, body] = [new URL(location, next), undefined];
    }
  }

  private keep(cookie: string) {
    const [pair = '', ...rest] = cookie.split(/; ?/);
    const attributes = Object.fromEntries(rest.map((attribute) => attribute.split('=') as [string, string]));
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    this.cookies.set(`${name} ${attributes.path ?? '/'}`, { value, path: attributes.path ?? '/' });
  }

  private cookiesFor(pathname: string): string {
    const fitting = [...this.cookies].filter(([, { path, value }]) => value !== '' && pathname.startsWith(path));
    return fitting.map(([key, { value }]) => `${key.split(' ')[0] ?? ''}=${value}`).join('; ');
  }
}

/** An address as HTML writes it. */
const plain = (address: string) => address.replaceAll('&amp;', '&');
