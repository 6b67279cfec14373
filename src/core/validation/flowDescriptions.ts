/** What an editor says of the keys of flow files, and offers for them; `flowSchema` adds what they must be. */
export const flowDescriptions = {
  chart: {
    properties: {
      _id: {
        description: "The chart's ID: 24 hexadecimal digits, made by Cognigy.AI.",
      },
      relations: {
        description:
          'Where each node stands: what comes after it, and what its branches begin with. One entry for each node.',
        default: [],
      },
      nodes: {
        description: "The flow's nodes, in any order.",
        default: [],
      },
      resourceReference: {
        description: 'The _id of the flow that the chart belongs to.',
      },
    },
    defaultSnippets: [
      {
        label: 'Flow',
        description: 'A flow without nodes.',
        body: {
          relations: [],
          nodes: [],
        },
      },
    ],
  },
  relation: {
    description: 'Where a node stands in the flow.',
    properties: {
      _id: {
        description: "The relation's own ID: 24 hexadecimal digits, made by Cognigy.AI.",
      },
      node: {
        description: 'The _id of the node at this place in the flow.',
      },
      children: {
        description: "The _ids of the nodes that the node's branches begin with, such as Then and Else.",
        default: [],
        items: {
          description: 'The _id of the node that a branch begins with.',
        },
      },
      next: {
        description: 'The _id of the node that comes after this one; null at the end of a branch.',
        default: null,
      },
    },
    defaultSnippets: [
      {
        label: 'Relation',
        description: 'Where a node stands in the flow.',
        body: {
          _id: '$1',
          node: '$2',
          children: [],
          next: null,
        },
      },
    ],
  },
  node: {
    description: 'A node of the flow.',
    properties: {
      _id: {
        description:
          "The node's ID in this flow: 24 hexadecimal digits, made by Cognigy.AI. Relations name the node by it.",
      },
      referenceId: {
        description:
          "The node's Reference ID: a UUID, made by Cognigy.AI. Go To and Execute Flow name the node by it.",
      },
      type: {
        description:
          "The node's type, such as httpRequest. Together with the Extension it decides which keys config has.",
      },
      extension: {
        description: 'The package name of the Extension that the type belongs to.',
        examples: ['@cognigy/basic-nodes'],
      },
      label: {
        description: "The node's name in the flow editor.",
        default: '',
      },
      comment: {
        description: 'A note that is shown with the node in the flow editor.',
        default: '',
      },
      commentColor: {
        description: 'The color of the note in the flow editor.',
        default: '',
      },
      analyticsLabel: {
        description: "The node's name in analytics; null for none.",
        default: null,
      },
      isDisabled: {
        description: 'Whether execution skips the node.',
        default: false,
      },
      isEntryPoint: {
        description: 'Whether the node is an entry point, which Go To and Execute Flow can lead to.',
        default: false,
      },
      localeReference: {
        default: '',
        markdownDescription:
          'The _id of the locale that owns the node. `cognigy push` sends a locale only its own nodes.',
      },
      config: {
        default: {},
        markdownDescription:
          'The node\'s settings. Any text can contain CognigyScript; `""` and `null` mean unset.',
      },
      mock: {
        description: 'Code that can stand in for the node.',
        properties: {
          isEnabled: {
            description: 'Whether the mock is on.',
            default: false,
          },
          code: {
            description: "The mock's code.",
            default: '',
          },
        },
        default: {
          isEnabled: false,
          code: '',
        },
      },
      preview: {
        description: 'What the flow editor shows on the node. Only in answers of the API.',
      },
    },
  },
} as const;
