/** What a page of ours is made of; the policy lets in nothing else. */
export interface WebviewPage {
  readonly script: string;
  readonly style: string;
  readonly title: string;
  /** A BCP 47 tag, such as `en`. */
  readonly language: string;
  /** Fresh for every page. */
  readonly nonce: string;
}

/**
 * The one place that writes HTML: an empty page with a strict policy; everything shown is made by the script. Script and
 * style stand in the page itself: of two webviews that open at the same moment, VS Code may bring one no file at all.
 */
export function webviewHtml({ script, style, title, language, nonce }: WebviewPage): string {
  const policy = [
    `default-src 'none'`,
    `base-uri 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style nonce="${nonce}">${style.replaceAll(/<\/style/gi, '<\\/style')}</style>
<title>${escapeHtml(title)}</title>
</head>
<body>
<script nonce="${nonce}">${inlineScript(script)}</script>
</body>
</html>`;
}

/** In strings, where alone these may stand, a backslash before them changes nothing; in a page they would end the script. */
function inlineScript(script: string): string {
  return script.replaceAll(/<(?=\/script|!--)/gi, '\\x3C');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
