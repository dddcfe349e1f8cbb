/** What the server put on the page for this script. */

/** @type {(id: string) => HTMLElement} */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id))

/** @type {(parent: Element, selector: string) => HTMLElement} */
export const part = (parent, selector) => /** @type {HTMLElement} */ (parent.querySelector(selector))

/** Only on the page with the questions. */
export const form = /** @type {HTMLFormElement} */ (byId('check'))

/** One per question. */
/** @type {HTMLElement[]} */
export const sections = [...document.querySelectorAll('section')]

/** @typedef {[...string[]] & Record<0|1|2|3|4|5|6|7|8|9|10|11|12, string>} Sentences */

// The sentences that only this script says, in the order of `wordsForScript` (respond.page.ts).
export const [
  inMiddle,
  towardsPole,
  nearPole,
  atPole,
  unanswered,
  current,
  answered,
  sending,
  waitingSafely,
  waitingHere,
  retry,
  notSent,
  stopReading,
] = /** @type {Sentences} */ (form ? JSON.parse(byId('words').textContent) : [])
