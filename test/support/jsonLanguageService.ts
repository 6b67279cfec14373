import { readFileSync } from 'node:fs';
import { getLanguageService, TextDocument } from 'vscode-json-languageservice';

type Service = ReturnType<typeof getLanguageService>;

/** VS Code's JSON language service, told of our schemas as VS Code tells it: by package.json's jsonValidation. */
export class JsonLanguageService {
  readonly #service: Service;

  constructor() {
    this.#service = getLanguageService({
      schemaRequestService: (uri) => Promise.resolve(readFileSync(uri.replace('extension:/', ''), 'utf8')),
    });
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      contributes: { jsonValidation: readonly { fileMatch: string | string[]; url: string }[] };
    };
    this.#service.configure({
      validate: true,
      schemas: contributes.jsonValidation.map(({ fileMatch, url }) => ({
        uri: url.replace('./', 'extension:/'),
        fileMatch: [fileMatch].flat().map((pattern) => `/${pattern}`),
      })),
    });
  }

  /** What the service reports of a file, as sentences with the text that is marked. */
  async problems(path: string, text: string): Promise<string[]> {
    const [document, json] = this.#open(path, text);
    const found = await this.#service.doValidation(document, json);
    return found.map(({ message, range }) => {
      const text = typeof message === 'string' ? message : message.value;
      return `${document.getText(range)}: ${text}`;
    });
  }

  /** What is offered at `|`. */
  async completions(path: string, marked: string): Promise<string[]> {
    const [document, json, position] = this.#openAtCursor(path, marked);
    const list = await this.#service.doComplete(document, position, json);
    return (list?.items ?? []).map(({ label }) => label).sort();
  }

  /** What is shown at `|`. */
  async hover(path: string, marked: string): Promise<string> {
    const [document, json, position] = this.#openAtCursor(path, marked);
    const hover = await this.#service.doHover(document, position, json);
    return Array.isArray(hover?.contents)
      ? hover.contents.map((content) => (typeof content === 'string' ? content : content.value)).join('\n')
      : '';
  }

  #open(path: string, text: string) {
    const document = TextDocument.create(`file:///workspace/${encodeURI(path)}`, 'json', 1, text);
    return [document, this.#service.parseJSONDocument(document)] as const;
  }

  #openAtCursor(path: string, marked: string) {
    const offset = marked.indexOf('|');
    const [document, json] = this.#open(path, marked.slice(0, offset) + marked.slice(offset + 1));
    return [document, json, document.positionAt(offset)] as const;
  }
}
