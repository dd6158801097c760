'use strict';
(() => {
  const form = document.querySelector('form.filters');
  if (!form) return;
  const findings = Array.from(document.querySelectorAll('.finding'));
  const groups = Array.from(document.querySelectorAll('.group'));
  const shown = form.querySelector('.shown');
  const nothing = document.querySelector('.nothing');
  let texts = null;

  const apply = () => {
    const want = Object.fromEntries(new FormData(form));
    const words = want.text.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length && !texts) texts = findings.map(f => f.textContent.toLowerCase());
    const live = new Set();
    let count = 0;
    findings.forEach((finding, i) => {
      const data = finding.dataset;
      const fits = (!want.severity || data.severity === want.severity)
        && (!want.family || data.family === want.family)
        && (!want.group || data.group === want.group)
        && words.every(word => texts[i].includes(word));
      finding.hidden = !fits;
      if (fits) {
        count++;
        live.add(data.group);
      }
    });
    groups.forEach(group => { group.hidden = !live.has(group.id.slice(2)); });
    nothing.hidden = count > 0;
    shown.textContent = count === findings.length ? `${count} shown` : `${count} of ${findings.length} shown`;
  };

  const openTarget = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (target && target.matches('details')) target.open = true;
  };

  const openAll = open => findings.forEach(f => { if (f.matches('details') && !f.hidden) f.open = open; });
  let timer = 0;
  form.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(apply, 80); });
  form.addEventListener('reset', () => setTimeout(apply));
  form.addEventListener('submit', event => event.preventDefault());
  form.elements.expand.addEventListener('click', () => openAll(true));
  form.elements.collapse.addEventListener('click', () => openAll(false));
  addEventListener('hashchange', openTarget);
  form.hidden = false;
  openTarget();
  apply();
})();
