import { toToEditor, type EditorState, type FromEditor, type ToEditor } from '../protocol/connectionEditor';
import { Rpc } from '../protocol/rpc';
import { ConnectionForm } from './connectionForm';

declare function acquireVsCodeApi(): { postMessage(message: unknown): void };

const api = acquireVsCodeApi();
let form: ConnectionForm | undefined;

const rpc = new Rpc<FromEditor, ToEditor>((envelope) => api.postMessage(envelope), toToEditor, handle);
// What fails is logged and told by the host.
const send = (message: FromEditor) => void rpc.send(message).catch(() => undefined);

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
  if (message.type === 'findings') form?.showFindings(message.errors, message.hints, message.focusFirst);
  else show(message.state, message.isReset);
}

function show(state: EditorState, isReset: boolean): void {
  if (!form) {
    form = new ConnectionForm(state, send);
    document.body.append(form.element);
    if (state.focusesName) form.focus();
  }
  form.update(state, isReset);
}
