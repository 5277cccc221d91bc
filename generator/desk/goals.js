// The goals of frameworks: those that fit the subjects and grades of the whole, until somebody searches among all.

/** @typedef {{option: HTMLOptionElement, group: HTMLOptGroupElement}} Goal */

/** Every goal that a list was sent with. */
const all = /** @type {WeakMap<HTMLSelectElement, Goal[]>} */ (new WeakMap());

/** @param {HTMLFormElement} form */
export function startGoals(form) {
  form.addEventListener("input", ({ target }) => {
    const own = target instanceof Element ? target.closest("[data-goals]") : null;
    if (own) narrow(form, own);
    else if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) {
      if (/^(subjects|grades)(\.|$)/.test(target.name)) showGoals(form);
    }
  });
  showGoals(form);
}

/** @param {HTMLFormElement} form */
export function showGoals(form) {
  for (const box of form.querySelectorAll("[data-goals]")) narrow(form, box);
}

/**
 * @param {HTMLFormElement} form
 * @param {Element} box
 */
function narrow(form, box) {
  const select = /** @type {HTMLSelectElement} */ (box.querySelector("select[name]"));
  const search = /** @type {HTMLInputElement} */ (box.querySelector("[data-words]"));
  const of = /** @type {HTMLSelectElement | null} */ (box.querySelector("[data-of]"));
  const narrowing = /** @type {HTMLElement} */ (box.querySelector(".hub-form-narrow"));
  narrowing.hidden = false;
  const goals = all.get(select) ?? goalsIn(select);
  all.set(select, goals);
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const among = goals.filter(({ group }) => !of?.value || group.dataset.framework === of.value);
  const fitting = among.filter((goal) => fits(goal, said(form, "subjects"), said(form, "grades")));
  const found = words.length
    ? [...new Set([...fitting, ...among])].filter((goal) => has(goal, words))
    : fitting.length
      ? fitting
      : among;
  offer(select, found);
  tell(box, select, found.length);
}

/**
 * @param {HTMLSelectElement} select
 * @returns {Goal[]}
 */
function goalsIn(select) {
  const groups = [...select.querySelectorAll("optgroup")];
  return groups.flatMap((group) => [...group.querySelectorAll("option")].map((option) => ({ option, group })));
}

/**
 * What is chosen in a field, or in the rows of it.
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function said(form, name) {
  /** @type {NodeListOf<HTMLInputElement | HTMLSelectElement>} */
  const found = form.querySelectorAll(`[name="${name}"]:checked, select[name^="${name}."]`);
  return new Set([...found].map(({ value }) => value).filter(Boolean));
}

/**
 * @param {Goal} goal
 * @param {Set<string>} subjects
 * @param {Set<string>} grades
 */
function fits({ option, group }, subjects, grades) {
  const [subject, own] = [group.dataset.subject, option.dataset.grades?.split(" ") ?? []];
  const isOfSubject = !subject || !subjects.size || subjects.has(subject);
  return isOfSubject && (!own.length || !grades.size || own.some((grade) => grades.has(grade)));
}

/**
 * @param {Goal} goal
 * @param {string[]} words
 */
function has({ option, group }, words) {
  const text = `${option.text} ${group.label}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

/**
 * What is chosen stays in the list, whatever else is in it.
 * @param {HTMLSelectElement} select
 * @param {Goal[]} found
 */
function offer(select, found) {
  const { value } = select;
  const chosen = (all.get(select) ?? []).filter(({ option }) => option.value === value);
  /** @type {Map<HTMLOptGroupElement, HTMLOptionElement[]>} */
  const groups = new Map();
  for (const { option, group } of new Set([...chosen, ...found]))
    groups.set(group, [...(groups.get(group) ?? []), option]);
  for (const group of select.querySelectorAll("optgroup")) group.remove();
  for (const [group, options] of groups) {
    group.replaceChildren(...options);
    select.append(group);
  }
  select.value = value;
}

/**
 * How many there are, and the chosen one in full: a closed list cuts it short.
 * @param {Element} box
 * @param {HTMLSelectElement} select
 * @param {number} count
 */
function tell(box, select, count) {
  const said = /** @type {HTMLElement} */ (box.querySelector("[data-count]"));
  const text = count === 0 ? said.dataset.none : count === 1 ? said.dataset.one : said.dataset.many;
  const now = (text ?? "").replace("{number}", String(count));
  if (said.textContent !== now) said.textContent = now;
  const chosen = /** @type {HTMLElement} */ (box.querySelector("[data-chosen]"));
  chosen.hidden = !select.value;
  const option = select.selectedOptions[0];
  const group = /** @type {HTMLOptGroupElement | null} */ (option?.closest("optgroup"));
  chosen.textContent = group ? `${group.label}: ${option.text}` : "";
}
