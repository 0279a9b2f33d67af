// Shows the button that prints the page.
(() => {
  const button = document.querySelector('button.print');
  if (!button) return;
  button.hidden = false;
  button.addEventListener('click', () => print());
})();
