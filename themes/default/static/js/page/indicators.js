// Filters the page of all indicators. Where no script runs, its form is hidden and the page is whole.
(() => {
  const form = document.querySelector('form.filter');
  if (!form) return;
  const indicators = [...document.querySelectorAll('.indicator')];
  const groups = document.querySelectorAll('.indicator-section, .indicator-chapter');
  const selects = [...form.querySelectorAll('select')];
  const status = form.querySelector('[role="status"]');
  const { lang } = document.documentElement;
  const plurals = new Intl.PluralRules(lang);
  const numbers = new Intl.NumberFormat(lang);

  // An indicator holds its values of a filter, with spaces between them, in `data-` and the filter's name.
  const matches = ({ dataset }) => selects.every(({ name, value }) => !value || (dataset[name] ?? '').split(' ').includes(value));

  const words = (shown) => (shown === 0 ? status.dataset.none : (status.dataset[plurals.select(shown)] ?? status.dataset.other));

  function apply() {
    for (const indicator of indicators) indicator.hidden = !matches(indicator);
    for (const group of groups) group.hidden = !group.querySelector('.indicator:not([hidden])');
    const shown = indicators.filter((indicator) => !indicator.hidden).length;
    status.textContent = words(shown).replace('%{n}', numbers.format(shown));
  }

  function clear() {
    form.reset();
    apply();
  }

  // Whoever comes back finds the page as the choices say; whoever follows a link to an indicator finds it.
  function arrive() {
    apply();
    const target = document.querySelector(':target');
    if (!target?.closest('[hidden]')) return;
    clear();
    target.scrollIntoView();
  }

  form.addEventListener('change', apply);
  form.querySelector('.filter-reset').addEventListener('click', clear);
  addEventListener('pageshow', arrive);
  addEventListener('hashchange', arrive);
})();
