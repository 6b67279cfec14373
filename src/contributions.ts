/** Every id that package.json contributes. A test holds the two against each other, both ways. */
export const commandIds = {
  newConnection: 'flowConnections.newConnection',
  newConnectionByQuestions: 'flowConnections.newConnectionByQuestions',
  setCredentials: 'flowConnections.setCredentials',
  editConnection: 'flowConnections.editConnection',
  edit: 'flowConnections.edit',
  editConnectionHere: 'flowConnections.editConnectionHere',
  registerConnections: 'flowConnections.registerConnections',
  register: 'flowConnections.register',
  registerAs: 'flowConnections.registerAs',
  registerAll: 'flowConnections.registerAll',
  getNames: 'flowConnections.getNames',
  getNamesOf: 'flowConnections.getNamesOf',
  exportConnections: 'flowConnections.exportConnections',
  exportAsPackage: 'flowConnections.exportAsPackage',
  exportAll: 'flowConnections.exportAll',
  groupByNone: 'flowConnections.groupByNone',
  groupByType: 'flowConnections.groupByType',
  groupByExtension: 'flowConnections.groupByExtension',
  openOwner: 'flowConnections.openOwner',
  chooseConnection: 'flowConnections.chooseConnection',
  chooseConnectionHere: 'flowConnections.chooseConnectionHere',
  insertNode: 'flowConnections.insertNode',
  showUses: 'flowConnections.showUses',
  showUsesOf: 'flowConnections.showUsesOf',
  showUsesHere: 'flowConnections.showUsesHere',
  copyReferenceId: 'flowConnections.copyReferenceId',
  renameConnection: 'flowConnections.renameConnection',
  rename: 'flowConnections.rename',
  duplicateConnection: 'flowConnections.duplicateConnection',
  duplicate: 'flowConnections.duplicate',
  deleteConnection: 'flowConnections.deleteConnection',
  delete: 'flowConnections.delete',
  replaceConnectionInFlows: 'flowConnections.replaceConnectionInFlows',
  replaceInFlows: 'flowConnections.replaceInFlows',
  linkToCognigy: 'flowConnections.linkToCognigy',
  markAsRotated: 'flowConnections.markAsRotated',
  manageStoredCredentials: 'flowConnections.manageStoredCredentials',
  copyReferenceIds: 'flowConnections.copyReferenceIds',
  editInOwnEditor: 'flowConnections.editInOwnEditor',
  openConnectionsFile: 'flowConnections.openConnectionsFile',
  openUse: 'flowConnections.openUse',
  openNode: 'flowConnections.openNode',
  validateWorkspace: 'flowConnections.validateWorkspace',
  openSample: 'flowConnections.openSample',
  openDocumentation: 'flowConnections.openDocumentation',
  showLog: 'flowConnections.showLog',
} as const;

export type CommandId = (typeof commandIds)[keyof typeof commandIds];

export const viewIds = {
  connections: 'flowConnections.connections',
  flow: 'flowConnections.flow',
} as const;

export const editorIds = { connection: 'flowConnections.connectionEditor' } as const;

/** The scheme of the Connection editor's URIs: virtual, nothing is stored under it. */
export const connectionScheme = 'flow-connection';

/** The scheme of texts that are edited by themselves; a file system of ours reads them out of flow files. */
export const partScheme = 'flow-part';

export const submenuIds = {
  editorContext: 'flowConnections.editorContext',
  groupBy: 'flowConnections.groupBy',
} as const;

export const settingIds = {
  severities: 'flowConnections.severities',
  flowFiles: 'flowConnections.flowFiles',
  validate: 'flowConnections.validate',
} as const;

/** Which files show problems without being asked. */
export type ValidateSetting = 'workspace' | 'openFiles';

export const contextKeys = {
  /** What the view can show, for its empty states: one of `ViewState`. */
  state: 'flowConnections.state',
  hasFlows: 'flowConnections.hasFlows',
  /** How the view groups Connections. */
  grouping: 'flowConnections.grouping',
  /** Whether the active editor shows a flow file. */
  isFlowFile: 'flowConnections.isFlowFile',
} as const;

export type ViewState = 'noFlows' | 'onlySnapshots' | 'noConnections' | 'ready';

/** `viewItem` of tree items, in `when` clauses of package.json. */
export const treeContexts = {
  /** A Connection of the connections file. */
  registered: 'connection.registered',
  /** One of these whose Reference ID is temporary. */
  temporary: 'connection.registered.temporary',
  /** One that only a resource of Cognigy.AI declares. */
  resource: 'connection.resource',
  group: 'connections',
  notRegistered: 'notRegistered',
  notRegisteredGroup: 'group.notRegistered',
  project: 'project',
  use: 'use',
  trouble: 'trouble',
  node: 'node',
  unreachable: 'unreachable',
} as const;

export const diagnosticSource = 'Flow Connections';
