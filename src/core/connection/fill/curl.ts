import { toFilling, type Filling, type FillTarget } from './filling';
import { splitShellWords } from './shellWords';

interface CurlRequest {
  readonly url: string;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  /** `-u`: name and password. */
  readonly user: readonly [string, string] | undefined;
  readonly body: URLSearchParams;
}

/** What a curl line sends as credentials, for the type of the form. */
export function fillFromCurl(text: string, target: FillTarget): Filling | undefined {
  const words = splitShellWords(text.trim());
  if (!/^curl(\.exe)?$/.test(words[0] ?? '')) return undefined;
  const request = readCurl(words.slice(1));
  return toFilling('curl', target, valuesFor(target, request));
}

function valuesFor({ type, fieldNames }: FillTarget, request: CurlRequest) {
  const { url, headers, body } = request;
  const authorization = headers.get('authorization') ?? '';
  const [username, password] = request.user ?? basicPair(authorization) ?? [];
  if (type === 'http_apiKeyAuthKey') {
    return { authApiKey: /^(?:ApiKey\s+)?(\S+)$/i.exec(authorization)?.[1] };
  }
  if (type === 'http_apiKeyXKey') return { authApiKey: headers.get('x-api-key') };
  if (fieldNames.some((name) => /clientSecret$/i.test(name))) {
    const clientId = body.get('client_id') ?? username;
    const clientSecret = body.get('client_secret') ?? password;
    if (clientId === undefined || clientSecret === undefined) return {};
    const scope = body.get('scope') ?? undefined;
    return {
      // Two types, which name the same things differently.
      oAuth2Url: url,
      oAuth2ClientId: clientId,
      oAuth2ClientSecret: clientSecret,
      oAuth2Scope: scope,
      oauthUrl: url,
      clientId,
      clientSecret,
      scope,
    };
  }
  if (fieldNames.includes('username')) return { username, password };
  const key =
    /^(?:Bearer|DeepL-Auth-Key)\s+(\S+)$/i.exec(authorization)?.[1] ??
    ['x-api-key', 'api-key', 'ocp-apim-subscription-key'].map((name) => headers.get(name)).find(Boolean);
  return key === undefined ? {} : { apiKey: key, token: key, endpointUrl: originOf(url) };
}

function readCurl(words: readonly string[]): CurlRequest {
  const headers = new Map<string, string>();
  const data: string[] = [];
  let url = '';
  let user: [string, string] | undefined;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    // `-uname:pw` and `--user=name:pw` hold their value themselves.
    const [, option = '', joined] =
      /^(--[a-z-]+)(?:=([\s\S]*))?$/.exec(word) ?? /^(-[A-Za-z])([\s\S]+)?$/.exec(word) ?? [];
    if (option === '') {
      if (url === '') url = word;
      continue;
    }
    if (withoutValue.test(option)) continue;
    const value = joined ?? words[++i] ?? '';
    if (option === '-H' || option === '--header') {
      const colon = value.indexOf(':');
      if (colon > 0) headers.set(value.slice(0, colon).trim().toLowerCase(), value.slice(colon + 1).trim());
    } else if (option === '-u' || option === '--user') user = splitPair(value);
    else if (option === '--url') url = value;
    else if (/^(-d|--data(-raw|-urlencode|-binary|-ascii)?)$/.test(option)) data.push(value);
  }
  return { url, headers, user, body: new URLSearchParams(data.join('&')) };
}

/** Options that are followed by no value of their own. */
const withoutValue =
  /^(-[sSkLvifGIgNjJ0-9#]|--(silent|show-error|insecure|location|verbose|include|fail|get|head|globoff|compressed|basic|digest|http[0-9.]+|no-[a-z-]+|ssl|tlsv[0-9.]+))$/;

function basicPair(authorization: string): [string, string] | undefined {
  const base64 = /^Basic\s+([A-Za-z0-9+/=_-]+)$/i.exec(authorization)?.[1];
  if (base64 === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return splitPair(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

function splitPair(text: string): [string, string] {
  const colon = text.indexOf(':');
  return colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1)];
}

function originOf(url: string): string | undefined {
  try {
    const { protocol, host } = new URL(url);
    return `${protocol}//${host}`;
  } catch {
    return undefined;
  }
}
