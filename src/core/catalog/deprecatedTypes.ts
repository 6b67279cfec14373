import type { ConnectionTypeKey } from './catalog';

export interface DeprecatedType {
  readonly deprecated: ConnectionTypeKey;
  readonly replacement: ConnectionTypeKey;
}

const generativeAi = '@cognigy/generative-ai-provider';

/** Connection types that the platform has deprecated; its descriptors don't say so, its release notes do (4.82). */
export const deprecatedTypes: readonly DeprecatedType[] = [
  {
    deprecated: { extension: generativeAi, type: 'AzureOpenAIProvider' },
    replacement: { extension: generativeAi, type: 'AzureOpenAIProviderV2' },
  },
];
