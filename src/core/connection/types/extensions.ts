/** The packages whose connection types the platform brings with it. */
export const basicNodes = '@cognigy/basic-nodes';
export const generativeAi = '@cognigy/generative-ai-provider';
export const speech = '@cognigy/audio-preview-provider';
export const storage = '@cognigy/internal-storage-provider';
export const translation = '@cognigy/translation-provider';
export const documentParser = '@cognigy/document-parser-provider';
export const smtpNodes = '@cognigy/smtp';
