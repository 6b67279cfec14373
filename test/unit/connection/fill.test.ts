import assert from 'node:assert/strict';
import { fillFrom } from '../../../src/core/connection/fill';
import { readCommand } from '../../../src/core/connection/fill/commandLine';
import { formOf } from '../../../src/core/connection/types';
import { english } from '../../../src/core/english';
import { shippedCatalog } from '../../support/catalog';

const catalog = shippedCatalog();

function fill(type: string, text: string, fileName?: string): Readonly<Record<string, string>> | undefined {
  return filling(type, text, fileName)?.fields;
}

function filling(type: string, text: string, fileName?: string) {
  const key = catalog.connectionTypes.find((candidate) => candidate.type === type);
  assert.ok(key, type);
  const fieldNames = formOf(key, catalog, english).fields.map(({ name }) => name);
  return fillFrom(text, { ...key, fieldNames }, fileName);
}

describe('A curl command', () => {
  it('fills Basic Auth from -u, in all its spellings, and from the header', () => {
    const expected = { username: 'svc-bot', password: 'p:w d' };
    for (const line of [
      `curl -u 'svc-bot:p:w d' https://api.example.com/`,
      `curl -sS --user "svc-bot:p:w d" https://api.example.com/`,
      `curl --user='svc-bot:p:w d' https://api.example.com/`,
      `curl -usvc-bot:p:w\\ d https://api.example.com/`,
      `curl.exe https://api.example.com/ \\\n  -u 'svc-bot:p:w d' \\\n  --fail`,
      `curl -H 'Authorization: Basic ${btoa('svc-bot:p:w d')}' https://api.example.com/`,
    ])
      assert.deepEqual(fill('http_basic', line), expected, line);
    const umlaut = Buffer.from('bot:pässword').toString('base64');
    assert.deepEqual(fill('http_basic', `curl -H 'authorization: basic ${umlaut}' x`), {
      username: 'bot',
      password: 'pässword',
    });
  });

  it('fills API keys from the header that the type sends, and from no other', () => {
    const line = `curl -H "X-Api-Key: abc" -H 'Authorization: ApiKey def' https://api.example.com`;
    assert.deepEqual(fill('http_apiKeyXKey', line), { authApiKey: 'abc' });
    assert.deepEqual(fill('http_apiKeyAuthKey', line), { authApiKey: 'def' });
    assert.deepEqual(fill('http_apiKeyAuthKey', `curl -H 'Authorization: Bearer def' x`), {});
    assert.deepEqual(fill('OpenAIProvider', `curl https://x -H 'Authorization: Bearer sk-1'`), {
      apiKey: 'sk-1',
    });
    assert.deepEqual(fill('AnthropicProvider', `curl https://x -H 'x-api-key: sk-2'`), { apiKey: 'sk-2' });
    assert.deepEqual(fill('DeepLTranslationProvider', `curl x -H 'Authorization: DeepL-Auth-Key k:fx'`), {
      apiKey: 'k:fx',
    });
    assert.deepEqual(
      fill(
        'AzureAIDocumentIntelligenceProvider',
        `curl "https://me.cognitiveservices.azure.com/formrecognizer?x=1" -H "Ocp-Apim-Subscription-Key: k"`,
      ),
      { apiKey: 'k', endpointUrl: 'https://me.cognitiveservices.azure.com' },
    );
  });

  it('fills OAuth2 from a request for a token', () => {
    const expected = {
      oAuth2Url: 'https://login.example.com/token',
      oAuth2ClientId: 'id',
      oAuth2ClientSecret: 's&cret',
      oAuth2Scope: 'a b',
    };
    const url = 'https://login.example.com/token';
    for (const line of [
      `curl -X POST ${url} -d grant_type=client_credentials -d client_id=id -d client_secret=s%26cret -d 'scope=a b'`,
      `curl --request POST --url ${url} --data 'client_id=id&client_secret=s%26cret&scope=a+b'`,
      `curl ${url} -u 'id:s&cret' -d 'grant_type=client_credentials&scope=a%20b'`,
    ])
      assert.deepEqual(fill('http_oauth2', line), expected, line);
    assert.equal(fill('azureOpenAIProviderOauth2', `curl ${url} -u 'id:s'`)?.oauthUrl, url);
  });

  it('fills nothing that the form has not', () => {
    assert.deepEqual(fill('http_basic', `curl -H 'X-Api-Key: abc' https://api.example.com`), {});
    assert.deepEqual(fill('http_basic', 'curl https://api.example.com'), {});
    assert.equal(fill('http_basic', 'a password with curl in it'), undefined);
    assert.equal(fill('http_basic', ''), undefined);
    assert.deepEqual(fill('http_basic', `curl -H 'Authorization: Basic not base64' x`), {});
  });

  it('fills exactly what it sends (8.9)', () => {
    const url = 'https://login.example.com/token';
    const secretOf = (line: string) => fill('http_oauth2', line)?.oAuth2ClientSecret;
    for (const [data, secret] of [
      [`--data-urlencode 'client_secret=a+b'`, 'a+b'],
      [`--data-urlencode 'client_secret=a&b'`, 'a&b'],
      [`--data-urlencode 'client_secret=a%2Bb'`, 'a%2Bb'],
      [`-d 'client_secret=a+b'`, 'a b'],
      [`-d 'client_secret=a%2Bb'`, 'a+b'],
      [`-F 'client_secret=a+b&c'`, 'a+b&c'],
      [`--form-string 'client_secret=@a'`, '@a'],
      [String.raw`--data-raw $'client_secret=a\u0021\x62\143\'d'`, `a!bc'd`],
      [`--json '{"client_id": "id", "client_secret": "a+b"}'`, 'a+b'],
      [`-G -d 'client_secret=a%20b'`, 'a b'],
    ] as const) {
      assert.equal(secretOf(`curl ${url} -d client_id=id ${data}`), secret, data);
    }
  });

  it('is read with short options in one, a prompt, and a name in the URL (8.9)', () => {
    const expected = { username: 'svc-bot', password: 'p:w' };
    for (const line of [
      `curl -su svc-bot:p:w https://api.example.com/`,
      `curl -fsSLusvc-bot:p:w https://api.example.com/`,
      `$ curl -u svc-bot:p:w https://api.example.com/`,
      `PS C:\\Users\\me> curl.exe -u svc-bot:p:w https://api.example.com/`,
      `/usr/bin/curl -u svc-bot:p:w https://api.example.com/ | jq .`,
      `curl https://svc-bot:p%3Aw@api.example.com/`,
      'curl.exe `\r\n  -u "svc-bot:p:w" `\r\n  https://api.example.com/',
      'curl ^"https://api.example.com/^" ^\r\n  -u ^"svc-bot:p:w^"',
    ]) {
      assert.deepEqual(
        filling('http_basic', line),
        { source: 'curl', fields: expected, notUnderstood: [] },
        line,
      );
    }
    assert.equal(fill('OpenAIProvider', 'curl --oauth2-bearer sk-1 https://x')?.apiKey, 'sk-1');
  });

  it('reads what Chrome copies for cmd (8.9)', () => {
    const line = [
      'curl ^"https://api.example.com/tickets?a=1^&b=2^" ^',
      '  -H ^"accept: application/json^" ^',
      '  -H ^"authorization: ApiKey a^%^20\\^"b^^c^" ^',
      '  --data-raw ^"^{^\\^"note^\\^":^\\^"x^\\^"^}^"',
    ].join('\r\n');
    assert.deepEqual(
      readCommand(line).map(({ text }) => text),
      [
        ...['curl', 'https://api.example.com/tickets?a=1&b=2', '-H', 'accept: application/json'],
        ...['-H', 'authorization: ApiKey a%20"b^c', '--data-raw', '{"note":"x"}'],
      ],
    );
    assert.deepEqual(filling('http_apiKeyAuthKey', line), {
      source: 'curl',
      fields: { authApiKey: 'a%20"b^c' },
      notUnderstood: [],
    });
  });

  it('names what can’t be read here, and fills none of it (8.9)', () => {
    for (const [line, parts] of [
      ['curl -u "bot:$PASSWORD" https://x', ['-u']],
      ['curl -u bot:`cat pw` https://x', ['-u']],
      ['curl -u bot:$(cat pw) https://x', ['-u']],
      ['curl ^"https://x^" -u ^"bot:%PASSWORD%^"', ['-u']],
      ['curl -d @body.txt https://x', ['-d']],
      ['curl -F "client_secret=<secret.txt" https://x', ['-F']],
      ['curl -H @headers https://x', ['-H']],
      ['curl --netrc-file secrets https://x', ['--netrc-file']],
      ['curl --aws-sigv4 -v https://x', ['--aws-sigv4']],
      ['curl -n https://x', ['-n']],
      ['curl https://bot:100%@x', ['URL']],
      [`curl -d '{"client_secret": "planted-7f3a"' https://x`, ['-d']],
      [`curl -u 'bot:unclosed https://x`, ['-u']],
    ] as const) {
      const found = filling('http_basic', line);
      assert.deepEqual(found?.notUnderstood, parts, line);
      assert.deepEqual(found.fields, {}, line);
    }
  });
});

describe('A connection string', () => {
  it('fills a database', () => {
    const expected = {
      host: 'db.example.com',
      port: '1433',
      database: 'sales',
      username: 'bot',
      password: 'p;w@1',
    };
    for (const text of [
      'Server=tcp:db.example.com,1433;Initial Catalog=sales;User ID=bot;Password="p;w@1";Encrypt=True;',
      `Data Source=db.example.com;Database=sales;Uid=bot;Pwd='p;w@1'`,
      'mssql://bot:p%3Bw%401@db.example.com/sales',
    ])
      assert.deepEqual(fill('mssql', text), expected, text);
    assert.equal(fill('mssql', 'sqlserver://bot:x@db:1500/a')?.port, '1500');
    assert.equal(fill('mssql', 'sqlserver://bot:x@db:80/a')?.port, '80');
    assert.deepEqual(fill('mongodb', ' mongodb+srv://a:b@c/d?e=f\n'), {
      connectionString: 'mongodb+srv://a:b@c/d?e=f',
    });
  });

  it('fills a mail server and a storage account', () => {
    assert.deepEqual(fill('SMTP', 'smtps://bot%40example.com:pw@mail.example.com'), {
      host: 'mail.example.com',
      port: '465',
      username: 'bot@example.com',
      password: 'pw',
    });
    const azure =
      'DefaultEndpointsProtocol=https;AccountName=acc;AccountKey=a+b/c==;EndpointSuffix=core.windows.net';
    assert.deepEqual(fill('AzureBlobStorageProvider', azure), { account: 'acc', accountKey: 'a+b/c==' });
  });

  it('is none of another kind of server', () => {
    assert.equal(fill('mssql', 'postgres://bot:pw@db/sales'), undefined);
    assert.equal(fill('SMTP', 'Server=db;Password=x;'), undefined);
    assert.equal(fill('http_basic', 'mssql://bot:pw@db/sales'), undefined);
    assert.equal(fill('mssql', 'a;b=c'), undefined);
  });
});

describe('A service-account file', () => {
  const account = {
    type: 'service_account',
    project_id: 'acme',
    private_key: '-----BEGIN PRIVATE KEY-----\nabc\n-----END PRIVATE KEY-----\n',
    client_email: 'bot@acme.iam.gserviceaccount.com',
  };

  it('fills what Google’s types have of it', () => {
    const text = JSON.stringify(account, undefined, 2);
    assert.deepEqual(fill('GoogleVertexAIProvider', text, 'acme-1.json'), {
      googleCredentialsFileName: 'acme-1.json',
      credentialsStringified: JSON.stringify(account),
      clientEmail: account.client_email,
      privateKey: account.private_key,
      projectId: 'acme',
    });
    assert.deepEqual(Object.keys(fill('GoogleCloudStorageProvider', text) ?? {}), [
      'clientEmail',
      'privateKey',
    ]);
    assert.equal(fill('GoogleSpeechProvider', text)?.googleCredentialsFileName, 'acme.json');
  });

  it('is not any JSON', () => {
    assert.equal(fill('GoogleVertexAIProvider', '{"type": "authorized_user"}'), undefined);
    assert.equal(fill('GoogleVertexAIProvider', '{"type": "service_account"'), undefined);
    assert.equal(fill('http_basic', JSON.stringify(account)), undefined);
  });
});

describe('readCommand', () => {
  it('splits as a shell does', () => {
    const words = (text: string) => readCommand(text).map((word) => word.text);
    assert.deepEqual(words(`a 'b c'"d \\"e" f\\ g '' $'h\\'i' 'j\\' k`), [
      'a',
      'b cd "e',
      'f g',
      '',
      `h'i`,
      'j\\',
      'k',
    ]);
    assert.deepEqual(words('a \\\n b'), ['a', 'b']);
    assert.deepEqual(words('a ^\r\n b'), ['a', 'b']);
    assert.deepEqual(words(`a 'it''s' "b\`"c" d\`e \`\n f`), ['a', `it's`, 'b"c', 'de', 'f']);
    assert.deepEqual(words('a b; c'), ['a', 'b']);
    assert.deepEqual(words(''), []);
  });
});
