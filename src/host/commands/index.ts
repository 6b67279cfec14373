import type { CommandServices } from './commandServices';
import { registerCopyReferenceId } from './copyReferenceId';
import { registerEditConnection } from './editConnection';
import { registerEditInOwnEditor } from './editInOwnEditor';
import { registerNewConnection } from './newConnection';
import { registerOpenConnectionsFile } from './openConnectionsFile';
import { registerOpenNode } from './openNode';
import { registerOpenSample } from './openSample';
import { registerOpenOwner } from './openOwner';
import { registerOpenUse } from './openUse';
import { registerRegisterAs } from './registerAs';
import { registerRegisterConnections } from './registerConnections';
import { registerShowLog } from './showLog';
import { registerValidateWorkspace } from './validateWorkspace';

/** Every command there is. */
export function registerCommands(services: CommandServices): void {
  registerNewConnection(services);
  registerEditConnection(services);
  registerRegisterConnections(services);
  registerRegisterAs(services);
  registerCopyReferenceId(services);
  registerEditInOwnEditor(services);
  registerOpenConnectionsFile(services);
  registerOpenSample(services);
  registerOpenOwner(services);
  registerOpenUse(services);
  registerOpenNode(services);
  registerValidateWorkspace(services);
  registerShowLog(services);
}
