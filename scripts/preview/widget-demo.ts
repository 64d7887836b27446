/** A page of a made-up product, to try the help widget. It isn't part of the site. */
export const widgetDemo = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>A page of your product</title>
<style>body { font: 1.1rem/1.6 Georgia, serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem }</style>
<h1>A page of your product</h1>
<p>The help widget is in the corner. You can also open it with a button of your own:
<button type="button" onclick="window.ohje?.open()">Open help</button></p>
<p>Or open it with a question: <button type="button" onclick="window.ohje?.open({ question: 'lost card' })">I lost my card</button></p>
<p>To see it in another language, add <code>?locale=fi</code> to the address.</p>
<script>document.documentElement.lang = new URLSearchParams(location.search).get('locale') ?? 'en';</script>
<script src="../widget.js" async></script>
</html>
`;
