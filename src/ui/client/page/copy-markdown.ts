// Readers take an answer into a ticket or a chat. Without this script, or without a clipboard, nothing promises it.
const button = document.querySelector<HTMLButtonElement>('[data-part=copy-markdown]');
const clipboard = navigator.clipboard;
if (button && clipboard) {
  const { copied = '', from = '' } = button.dataset;
  button.hidden = false;
  button.onclick = () => {
    // Safari copies only what is promised at the moment of the press.
    const text = fetch(from).then((answer) => (answer.ok ? answer.text() : Promise.reject()));
    const blob = text.then((markdown) => new Blob([markdown], { type: 'text/plain' }));
    clipboard.write([new ClipboardItem({ 'text/plain': blob })]).then(
      () => {
        button.textContent = copied;
      },
      // There, the reader can copy it.
      () => location.assign(from),
    );
  };
}
