import type { Localize } from '../../ports';
import { aiNodes } from './nodes/ai';
import { audioCodesNodes } from './nodes/audioCodes';
import { copilotNodes } from './nodes/copilot';
import { dataNodes } from './nodes/data';
import { logicNodes } from './nodes/logic';
import { messageNodes } from './nodes/messages';
import { microsoftNodes } from './nodes/microsoft';
import { mongodbNodes } from './nodes/mongodb';
import { mssqlNodes } from './nodes/mssql';
import { nluNodes } from './nodes/nlu';
import { serviceNodes } from './nodes/services';
import { smtpNodes } from './nodes/smtp';
import { voiceNodes } from './nodes/voice';
import { voiceGatewayNodes } from './nodes/voiceGateway';
import { xAppNodes } from './nodes/xApps';
import type { NodeTypeText, NodeTypeTexts } from './text';

/** What a node of the type does when it runs, in one sentence; undefined for types that aren't the platform's own. */
export function describeNodeType(extension: string, type: string, t: Localize): string | undefined {
  return textOf(extension, type)?.description(t);
}

/** The type's name as the platform's Flow editor has it; undefined for types that aren't the platform's own. */
export function nodeTypeTitle(extension: string, type: string, t: Localize): string | undefined {
  return textOf(extension, type)?.title(t);
}

const textsByExtension = new Map<string, ReadonlyMap<string, NodeTypeText>>([
  [
    '@cognigy/basic-nodes',
    join(
      logicNodes,
      messageNodes,
      dataNodes,
      nluNodes,
      aiNodes,
      serviceNodes,
      copilotNodes,
      xAppNodes,
      voiceNodes,
    ),
  ],
  ['@cognigy/voicegateway', join(audioCodesNodes)],
  ['@cognigy/voicegateway2', join(voiceGatewayNodes)],
  ['@cognigy/mongodb', join(mongodbNodes)],
  ['@cognigy/mssql', join(mssqlNodes)],
  ['@cognigy/smtp', join(smtpNodes)],
  ['@cognigy/microsoft', join(microsoftNodes)],
]);

function textOf(extension: string, type: string): NodeTypeText | undefined {
  return textsByExtension.get(extension)?.get(type);
}

/** As a map, for a type may be called `constructor`. */
function join(...tables: readonly NodeTypeTexts[]): ReadonlyMap<string, NodeTypeText> {
  return new Map(tables.flatMap((table) => Object.entries(table)));
}
