/** What the server put on the page for this script. */

/** @type {(parent: ParentNode, selector: string) => HTMLElement} */
export const part = (parent, selector) => /** @type {HTMLElement} */ (parent.querySelector(selector))

/** @type {(id: string) => HTMLElement} */
export const byId = (id) => part(document, `#${id}`)

export const form = /** @type {HTMLFormElement} */ (byId('check'))

/** One per question. */
/** @type {HTMLElement[]} */
export const sections = [...document.querySelectorAll('section')]

/** @typedef {[...string[]] & Record<0|1|2|3|4|5|6|7|8|9|10|11|12, string>} Sentences */

// The sentences that only this script says, in the order of `wordsForScript` (respond.page.ts); the last four only beside lines.
export const [
  unanswered,
  current,
  answered,
  sending,
  waitingSafely,
  waitingHere,
  retry,
  notSent,
  stopReading,
  inMiddle,
  towardsPole,
  nearPole,
  atPole,
] = /** @type {Sentences} */ (byId('words').textContent.split('|'))
