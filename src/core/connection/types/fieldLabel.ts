/** `apiKey` → `API Key`, `oAuth2Url` → `OAuth2 URL`. */
export function fieldLabel(fieldName: string): string {
  const words = fieldName
    .replaceAll(/oAuth2/gi, 'OAuth2 ')
    .replaceAll(/([a-z])([A-Z])|_+/g, '$1 $2')
    .trim()
    .split(/\s+/);
  return words
    .map((word) =>
      /^(api|url|id)$/i.test(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join(' ');
}
