const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? '')

/**
 * The page that asks before an opened address has a picture fetched. It runs no script. Its link comes a moment
 * later than the page, so that the second click of a double click that began on another page does not meet it.
 * @param address that was opened, with its query; the link leads to it again.
 * @param picture its address as the browser would ask for it: hosts of other scripts in Punycode, marks encoded.
 * @param nonce of the policy, for the style.
 */
export const questionPage = (
  address: string,
  picture: { readonly href: string; readonly host: string },
  nonce: string,
): string =>
  `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Read a picture? · Taglens</title>
<style nonce="${nonce}">
body { font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 12vh auto; padding: 0 1rem }
h1 { font-size: 1.25rem; overflow-wrap: anywhere }
code { overflow-wrap: anywhere }
a { display: inline-block; padding: .625rem 1rem; border: 1px solid; border-radius: .5rem; animation: come 1s step-end }
@keyframes come { from { visibility: hidden } }
</style>
<h1>Read a picture from ${escape(picture.host)}?</h1>
<p>This address, which another site may have opened, asks Taglens to fetch and classify the picture at <code>${escape(picture.href)}</code>. That host would learn that you did so. To refuse, close this tab.</p>
<p><a href="${escape(address)}">Read the picture</a></p>
</html>
`
