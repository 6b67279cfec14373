import { isObject } from '../../json/narrow';
import { readCommand, type Word } from './commandLine';
import { toFilling, type Filling, type FillTarget } from './filling';

interface CurlRequest {
  /** Without a name and password in it. */
  readonly url: string;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  /** `-u`, or what stands in the URL: name and password. */
  readonly user: readonly [string, string] | undefined;
  /** The parameters of the body, or with `-G` of the URL. */
  readonly body: ReadonlyMap<string, string>;
}

/**
 * What a curl command sends as credentials, for the type of the form. Nobody notices a value that is a little wrong, so
 * what is not understood is named: by its option alone, for its value may be a secret. Undefined for what is no curl
 * command.
 */
export function fillFromCurl(text: string, target: FillTarget): Filling | undefined {
  const [name, ...words] = readCommand(text);
  if (!/^(?:.*[\\/])?curl(?:\.exe)?$/i.test(name?.text ?? '')) return undefined;
  const { request, notUnderstood } = readCurl(words);
  const filling = toFilling('curl', target, valuesFor(target, request));
  return { source: 'curl', fields: filling?.fields ?? {}, notUnderstood };
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
    const scope = body.get('scope');
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

/** The options whose values say what is sent, by all their names. */
const read = {
  '-u': 'user',
  '--user': 'user',
  '-H': 'header',
  '--header': 'header',
  '-d': 'data',
  '--data': 'data',
  '--data-ascii': 'data',
  '--data-binary': 'data',
  '--data-raw': 'raw',
  '--data-urlencode': 'encode',
  '--json': 'data',
  '-F': 'form',
  '--form': 'form',
  '--form-string': 'formString',
  '--oauth2-bearer': 'bearer',
  '--url': 'url',
} as const;

type Read = (typeof read)[keyof typeof read];

/** Options that change nothing of what is sent as credentials, with a value after them (curl 8.10, `curl --help all`). */
const withValue = new Set(
  [
    '-A --user-agent -b --cookie -c --cookie-jar -C --continue-at -D --dump-header -e --referer -m --max-time',
    '-o --output --output-dir -r --range -w --write-out -x --proxy -X --request -y --speed-time -Y --speed-limit',
    '--cacert --capath --ciphers --connect-timeout --connect-to --dns-servers --expect100-timeout --interface',
    '--keepalive-time --limit-rate --max-filesize --max-redirs --noproxy --proto --proto-default --resolve --retry',
    '--retry-delay --retry-max-time --tls-max --trace --trace-ascii --unix-socket -U --proxy-user',
  ].flatMap((line) => line.split(' ')),
);

/** Those without a value. */
const withoutValue = new Set(
  [
    '-0 -1 -2 -3 -4 -6 -# -a -f -g -G -i -I -j -J -k -l -L -M -N -O -p -q -R -s -S -v -V -Z',
    '--append --anyauth --basic --compressed --compressed-ssh --crlf --digest --disable --fail --fail-early',
    '--fail-with-body --get --globoff --head --http0.9 --http1.0 --http1.1 --http2 --http2-prior-knowledge --http3',
    '--include --insecure --ipv4 --ipv6 --junk-session-cookies --location --no-buffer --no-keepalive --no-progress-meter',
    '--ntlm --negotiate --parallel --path-as-is --post301 --post302 --post303 --progress-bar --proxytunnel --remote-name',
    '--remote-header-name --remote-time --retry-all-errors --retry-connrefused --show-error --silent --ssl --ssl-reqd',
    '--styled-output --tcp-fastopen --tcp-nodelay --tlsv1 --tlsv1.0 --tlsv1.1 --tlsv1.2 --tlsv1.3 --tr-encoding',
    '--trace-time --verbose',
  ].flatMap((line) => line.split(' ')),
);

function readCurl(words: readonly Word[]): { request: CurlRequest; notUnderstood: readonly string[] } {
  const headers = new Map<string, string>();
  const body = new Map<string, string>();
  const notUnderstood: string[] = [];
  let url: string | undefined;
  let user: [string, string] | undefined;
  /** What an option says; false where it can't be told. */
  const take = (what: Read, value: string): boolean => {
    switch (what) {
      case 'user':
        user = splitPair(value);
        return true;
      case 'url':
        url ??= value;
        return true;
      case 'bearer':
        headers.set('authorization', `Bearer ${value}`);
        return true;
      case 'header': {
        const colon = value.indexOf(':');
        if (value.startsWith('@')) return false;
        if (colon > 0) headers.set(value.slice(0, colon).trim().toLowerCase(), value.slice(colon + 1).trim());
        return true;
      }
      case 'data':
        return !value.startsWith('@') && readBody(value, body);
      case 'raw':
        return readBody(value, body);
      case 'encode': {
        // `name=content`, of which the content is sent as it is; `@` names a file.
        const [, name = '', sign, content = ''] = /^([^=@]*)([=@])([^]*)$/.exec(value) ?? [];
        if (sign === '@') return false;
        if (name !== '') body.set(name, content);
        return true;
      }
      case 'form':
      case 'formString': {
        const [, name, content = ''] = /^([^=]+)=([^]*)$/.exec(value) ?? [];
        if (
          name === undefined ||
          (what === 'form' && /^[@<"]|;(?:type|filename|headers|encoder)=/.test(content))
        ) {
          return false;
        }
        body.set(name, content);
        return true;
      }
    }
  };
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) break;
    if (!/^-./.test(word.text)) {
      if (word.isExact) url ??= word.text;
      else notUnderstood.push('URL');
      continue;
    }
    const { option, joined } = optionOf(word.text);
    if (withoutValue.has(option)) continue;
    const value = joined === undefined ? words[++at] : { ...word, text: joined };
    if (withValue.has(option) || !value) continue;
    const what = Object.hasOwn(read, option) ? read[option as keyof typeof read] : undefined;
    if (what === undefined) {
      notUnderstood.push(option);
      // Whether it has a value nobody knows here: another option is none.
      if (joined === undefined && /^-./.test(value.text)) at--;
    } else if (!value.isExact || !take(what, value.text)) notUnderstood.push(option);
  }
  const { address, userInfo } = withoutUserInfo(url ?? '');
  if (userInfo === 'unreadable') notUnderstood.push('URL');
  user ??= userInfo === 'unreadable' ? undefined : userInfo;
  return { request: { url: address, headers, user, body }, notUnderstood };
}

/**
 * An option and the value that it holds itself: `-uname:pw`, `--user=name:pw`. Short ones stand together, of which only the
 * last can have a value: `-sSu name:pw`.
 */
function optionOf(word: string): { option: string; joined: string | undefined } {
  const long = /^(--[A-Za-z0-9.-]+)(?:=([^]*))?$/.exec(word);
  if (long) return { option: long[1] ?? word, joined: long[2] };
  for (let at = 1; at < word.length; at++) {
    const option = `-${word[at] ?? ''}`;
    if (!withoutValue.has(option) || at === word.length - 1) {
      return { option, joined: word.slice(at + 1) || undefined };
    }
  }
  return { option: word, joined: undefined };
}

/** Parameters of a body, as of a form or in JSON; false for any other text. */
function readBody(text: string, body: Map<string, string>): boolean {
  if (/^\s*[{[]/.test(text)) {
    try {
      const value: unknown = JSON.parse(text);
      if (!isObject(value)) return false;
      for (const [name, content] of Object.entries(value)) {
        if (typeof content === 'string') body.set(name, content);
      }
      return true;
    } catch {
      return false;
    }
  }
  for (const [name, content] of new URLSearchParams(text)) body.set(name, content);
  return true;
}

function basicPair(authorization: string): [string, string] | undefined {
  const base64 = /^Basic\s+([A-Za-z0-9+/=_-]+)$/i.exec(authorization)?.[1];
  if (base64 === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return splitPair(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function splitPair(text: string): [string, string] {
  const colon = text.indexOf(':');
  return colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1)];
}

/** A name and password in a URL are what `-u` says, percent-encoded. */
function withoutUserInfo(url: string): {
  address: string;
  userInfo: [string, string] | 'unreadable' | undefined;
} {
  const [, scheme = '', info, rest = ''] =
    /^([a-z][a-z0-9+.-]*:\/\/)?(?:([^/?#@]*)@)?([^]*)$/i.exec(url) ?? [];
  if (info === undefined) return { address: url, userInfo: undefined };
  try {
    const [name, password] = splitPair(info);
    return { address: scheme + rest, userInfo: [decodeURIComponent(name), decodeURIComponent(password)] };
  } catch {
    return { address: scheme + rest, userInfo: 'unreadable' };
  }
}

function originOf(url: string): string | undefined {
  try {
    const { protocol, host } = new URL(url);
    return `${protocol}//${host}`;
  } catch {
    return undefined;
  }
}
