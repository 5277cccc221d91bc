// What leads to one person, in texts that speak of roles: mail addresses, Danish telephone numbers and numbers of persons.

const MAIL = /[\p{L}\p{N}_.+-]+@[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+/gu;
const PHONE =
  /(?<![\p{L}\p{N}_.,/-])(?:(?:\+|00)45[ .-]?)?(?:[2-9]\d(?:[ .\u00a0]\d\d){3}|[2-9]\d{3}[ \u00a0]\d{4}|[2-9]\d{7})(?![\p{L}\p{N}_/-]|[.,]\d)/gu;
/** What looks like a telephone number and is none: two years, and a day without hyphens. */
const YEARS = /^(?:19|20)\d\d[ \u00a0](?:19|20)\d\d$/;
const DAY = /^20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
/** A day and four digits. The program looks closer when the file is taken in; here, what is plain is enough. */
const PERSON = /(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d[ \u00a0]?[-–]?[ \u00a0]?\d{4}(?!\d)/g;

/**
 * The first mail address or telephone number in a text; `mailbox` is a shared address. As `contact_detail.py` has it.
 * @param {string} said
 * @param {string} mailbox
 */
export function contactIn(said, mailbox) {
  const found = [...said.matchAll(MAIL), ...said.matchAll(PHONE)].map(([one]) => one);
  const isOther = (/** @type {string} */ one) => YEARS.test(one) || DAY.test(one);
  return found.find((one) => one.toLowerCase() !== mailbox.toLowerCase() && !isOther(one)) ?? "";
}

/**
 * Whether a text holds what could be a civil registration number (CPR).
 * @param {string} said
 */
export function holdsPerson(said) {
  return said.search(PERSON) >= 0;
}
