import assert from 'node:assert/strict';
import { fillFrom } from '../../../src/core/connection/fill';
import { splitShellWords } from '../../../src/core/connection/fill/shellWords';
import { formOf } from '../../../src/core/connection/types';
import { english } from '../../../src/core/english';
import { shippedCatalog } from '../../support/catalog';

const catalog = shippedCatalog();

function fill(type: string, text: string, fileName?: string): Readonly<Record<string, string>> | undefined {
  const key = catalog.connectionTypes.find((candidate) => candidate.type === type);
  assert.ok(key, type);
  const fieldNames = formOf(key, catalog, english).fields.map(({ name }) => name);
  return fillFrom(text, { ...key, fieldNames }, fileName)?.fields;
}

describe('A curl line', () => {
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
    assert.equal(fill('http_apiKeyAuthKey', `curl -H 'Authorization: Bearer def' x`), undefined);
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
    assert.equal(fill('http_basic', `curl -H 'X-Api-Key: abc' https://api.example.com`), undefined);
    assert.equal(fill('http_basic', 'curl https://api.example.com'), undefined);
    assert.equal(fill('http_basic', 'a password with curl in it'), undefined);
    assert.equal(fill('http_basic', ''), undefined);
    assert.equal(fill('http_basic', `curl -H 'Authorization: Basic not base64' x`), undefined);
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

describe('splitShellWords', () => {
  it('splits as a shell does', () => {
    assert.deepEqual(splitShellWords(`a 'b c'"d \\"e" f\\ g '' $'h\\'i' 'j\\' k`), [
      'a',
      'b cd "e',
      'f g',
      '',
      `h'i`,
      'j\\',
      'k',
    ]);
    assert.deepEqual(splitShellWords('a \\\n b ^\r\n c'), ['a', 'b', 'c']);
    assert.deepEqual(splitShellWords(''), []);
  });
});
