// The key "/" leads to the search, and the search page can switch it off.
(() => {
  const setting = 'keikaku-search-key';
  const choice = document.querySelector('.search-key-box');

  // A browser may forbid pages to remember: then the key works, as at first.
  function isOff() {
    try {
      return localStorage.getItem(setting) === 'off';
    } catch {
      return false;
    }
  }

  function slash(event) {
    const writes = event.target.closest?.('input:not([type="checkbox"]), textarea, select, [contenteditable]');
    if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || writes || isOff()) return;
    event.preventDefault();
    const box = document.querySelector('.search-box');
    if (box) box.focus();
    else document.querySelector('a[rel="search"]')?.click();
  }

  document.addEventListener('keydown', slash);
  if (!choice) return;
  choice.checked = !isOff();
  choice.addEventListener('change', () => {
    try {
      localStorage.setItem(setting, choice.checked ? 'on' : 'off');
    } catch {
      choice.checked = true;
    }
  });
})();
