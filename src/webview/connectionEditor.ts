import type { EditorState, FromEditor, ToEditor } from '../core/draft/formMessages';
import { toToEditor } from '../protocol/connectionEditor';
import { Rpc } from '../protocol/rpc';
import { ConnectionForm } from './connectionForm';
import type { FormPlace } from './formPlace';
import { PlaceKeeper, takePlace } from './placeKeeper';
import { UnheardEdits } from './unheardEdits';

declare function acquireVsCodeApi(): {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: FormPlace): void;
};

const api = acquireVsCodeApi();
const keeper = new PlaceKeeper(api);
const unheard = new UnheardEdits();
let form: ConnectionForm | undefined;

const rpc = new Rpc<FromEditor, ToEditor>((envelope) => api.postMessage(envelope), toToEditor, handle);
// What fails is logged and told by the host.
const send = (message: FromEditor) => {
  const answered = rpc.send(message).catch(() => undefined);
  unheard.add(message, answered);
};

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => void rpc.receive(data));

// VS Code's own Ctrl+S can't be told from Auto Save, which has to wait while a secret is being typed.
window.addEventListener(
  'keydown',
  (event) => {
    if (
      event.key.toLowerCase() !== 's' ||
      !(event.ctrlKey || event.metaKey) ||
      event.altKey ||
      event.shiftKey
    )
      return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!event.repeat) send({ type: 'save' });
  },
  { capture: true },
);

send({ type: 'ready' });

function handle(message: ToEditor): void {
  switch (message.type) {
    case 'state':
      if (form) form.update(message.state, message.isReset);
      else showFirst(message.state, keeper.kept);
      return;
    case 'findings':
      form?.showFindings(message.errors, message.hints, message.focusFirst);
  }
}

function showFirst(state: EditorState, place: FormPlace | undefined): void {
  const shown = new ConnectionForm(state, send, (key) => unheard.has(key));
  form = shown;
  document.body.append(shown.element);
  shown.update(state, true);
  if (place) takePlace(place, (key) => shown.refocus(key));
  else if (state.focusesName) shown.focus();
}
