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

/** What kinds of node types there are, for icons. */
export type NodeFamily =
  | 'start'
  | 'end'
  | 'logic'
  | 'message'
  | 'data'
  | 'nlu'
  | 'ai'
  | 'service'
  | 'copilot'
  | 'xApp'
  | 'voice'
  | 'database'
  | 'mail'
  | 'microsoft'
  /** Types of other Extensions, and those newer than the catalogue. */
  | 'other';

export interface KnownNodeType {
  readonly family: NodeFamily;
  readonly text: NodeTypeText;
}

/** The platform's own node types by Extension and type; as maps, for a type may be called `constructor`. */
export const knownNodeTypes: ReadonlyMap<string, ReadonlyMap<string, KnownNodeType>> = new Map([
  [
    '@cognigy/basic-nodes',
    join(
      ['logic', logicNodes],
      ['message', messageNodes],
      ['data', dataNodes],
      ['nlu', nluNodes],
      ['ai', aiNodes],
      ['service', serviceNodes],
      ['copilot', copilotNodes],
      ['xApp', xAppNodes],
      ['voice', voiceNodes],
    ),
  ],
  ['@cognigy/voicegateway', join(['voice', audioCodesNodes])],
  ['@cognigy/voicegateway2', join(['voice', voiceGatewayNodes])],
  ['@cognigy/mongodb', join(['database', mongodbNodes])],
  ['@cognigy/mssql', join(['database', mssqlNodes])],
  ['@cognigy/smtp', join(['mail', smtpNodes])],
  ['@cognigy/microsoft', join(['microsoft', microsoftNodes])],
]);

export function nodeFamily(extension: string, type: string): NodeFamily {
  return knownNodeTypes.get(extension)?.get(type)?.family ?? 'other';
}

function join(
  ...tables: readonly (readonly [NodeFamily, NodeTypeTexts])[]
): ReadonlyMap<string, KnownNodeType> {
  return new Map(
    tables.flatMap(([family, texts]) =>
      Object.entries(texts).map(([type, text]) => {
        const isTerminal = family === 'logic' && (type === 'start' || type === 'end');
        return [type, { family: isTerminal ? type : family, text }];
      }),
    ),
  );
}
