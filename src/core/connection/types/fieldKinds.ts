import type { Localize } from '../../ports';
import type { CredentialField } from './connectionForm';

type Options = Partial<Omit<CredentialField, 'name' | 'label' | 'isSecret'>>;

/** A field whose value never leaves the host. */
export function secret(name: string, label: string, options: Options = {}): CredentialField {
  return { name, label, isRequired: true, isSecret: true, ...options };
}

/** A field of the allow-list: host, port, user name, region and the like, which its own form may show. */
export function plain(name: string, label: string, options: Options = {}): CredentialField {
  return { name, label, isRequired: true, isSecret: false, ...options };
}

export const optional = { isRequired: false } as const;

export function host(t: Localize): CredentialField {
  return plain('host', t('Host'), {
    check: (value) =>
      /[\s/@]/.test(value)
        ? t('Enter the name or address of the host alone, as in db.example.com.')
        : undefined,
  });
}

export function port(t: Localize): CredentialField {
  return plain('port', t('Port'), {
    check: (value) =>
      /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65535
        ? undefined
        : t('A port is a number from 1 to 65535.'),
  });
}

export function username(t: Localize, options: Options = {}): CredentialField {
  return plain('username', t('Username'), options);
}

export function password(t: Localize): CredentialField {
  return secret('password', t('Password'));
}

export function region(t: Localize, options: Options = {}): CredentialField {
  return plain('region', t('Region'), options);
}

/** An address that is shown, unless a password or a query stands in it. */
export function url(name: string, label: string, t: Localize, options: Options = {}): CredentialField {
  return plain(name, label, {
    isSecretValue: (value) => {
      const parsed = parseUrl(value);
      return parsed === undefined || `${parsed.username}${parsed.password}${parsed.search}` !== '';
    },
    check: (value) =>
      parseUrl(value) ? undefined : t('Enter the whole address, as in https://login.example.com/token.'),
    hint: (value) =>
      isSentInTheOpen(value)
        ? { sentence: t('http sends the credentials in the open. Use https.') }
        : undefined,
    ...options,
  });
}

function parseUrl(value: string): URL | undefined {
  try {
    const parsed = new URL(value);
    return /^https?:$/.test(parsed.protocol) ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function isSentInTheOpen(value: string): boolean {
  const parsed = parseUrl(value);
  return parsed?.protocol === 'http:' && !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(parsed.hostname);
}
