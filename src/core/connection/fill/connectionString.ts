import { toFilling, type Filling, type FillTarget } from './filling';

/** `scheme://user:password@host:port/database`, or `Key=Value;Key=Value` as .NET and Azure write it. */
export function fillFromConnectionString(text: string, target: FillTarget): Filling | undefined {
  const line = text.trim();
  if (/\s*[\r\n]/.test(line)) return undefined;
  if (/^mongodb(\+srv)?:\/\//.test(line)) {
    return toFilling('connectionString', target, { connectionString: line });
  }
  const values = fromUrl(line, target) ?? fromPairs(line, target);
  return values && toFilling('connectionString', target, values);
}

type Values = Readonly<Record<string, string | undefined>>;

/** The schemes that name a kind of server, with the port that it has when none is said. */
const schemes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mssql: { 'mssql:': '1433', 'sqlserver:': '1433' },
  SMTP: { 'smtp:': '587', 'smtps:': '465' },
};

function fromUrl(line: string, { type }: FillTarget): Values | undefined {
  const scheme = /^[a-z]+:(?=\/\/)/i.exec(line)?.[0].toLowerCase();
  const defaultPort = scheme === undefined ? undefined : schemes[type]?.[scheme];
  if (scheme === undefined || defaultPort === undefined) return undefined;
  // Only of schemes that it knows does URL tell the parts apart.
  const url = parseUrl(`http:${line.slice(scheme.length)}`);
  if (!url) return undefined;
  const [host = '', port] = url.host.split(/:(?=\d+$)/);
  return {
    host,
    port: port ?? (line.includes(`${host}:80`) ? '80' : defaultPort),
    username: decode(url.username),
    password: decode(url.password),
    database: decode(url.pathname.replace(/^\//, '')),
  };
}

function fromPairs(line: string, { type }: FillTarget): Values | undefined {
  if (!/^[\w ]+=[^;]*;/.test(line)) return undefined;
  const pairs = new Map(
    [...line.matchAll(/\s*([\w ]+?)\s*=\s*("(?:[^"]|"")*"|'(?:[^']|'')*'|[^;]*)(?:;|$)/g)].map(
      ([, key = '', value = '']) => [key.toLowerCase().replaceAll(' ', ''), unquote(value.trim())] as const,
    ),
  );
  const first = (...keys: string[]) => keys.map((key) => pairs.get(key)).find((value) => value !== undefined);
  if (type === 'AzureBlobStorageProvider') {
    return { account: first('accountname'), accountKey: first('accountkey') };
  }
  const server = first('server', 'datasource', 'address', 'addr', 'networkaddress');
  if (type !== 'mssql' || server === undefined) return undefined;
  const [host, port] = server.replace(/^tcp:/i, '').split(',');
  return {
    host,
    port: port?.trim() ?? '1433',
    database: first('database', 'initialcatalog'),
    username: first('userid', 'uid', 'user'),
    password: first('password', 'pwd'),
  };
}

function unquote(value: string): string {
  const quote = value.charAt(0);
  if (!/["']/.test(quote) || !value.endsWith(quote) || value.length < 2) return value;
  return value.slice(1, -1).replaceAll(quote + quote, quote);
}

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
