import { atPole, inMiddle, nearPole, part, towardsPole, unanswered } from './screen.js'

/** @type {(section: Element) => HTMLInputElement} not there at other kinds of question */
export const lineOf = (section) => /** @type {HTMLInputElement} */ (part(section, '[type=range]'))

/**
 * Where the mark stands, in words: nobody gives a mark here, also not who does not see the line.
 * As `placeOf` of respond.place.ts says it on the next page.
 *
 * @param {Element} section
 * @param {number} share of the line, 0 to 1
 */
function placeOf(section, share) {
  const away = Math.abs(share - 0.5)
  if (away < 0.055) return inMiddle
  const pole = part(section, share < 0.5 ? '.p :first-child' : '.p :last-child')
  return (away < 0.205 ? towardsPole : away < 0.455 ? nearPole : atPole) + pole.textContent
}

/**
 * Puts the mark on a line, or takes it off.
 *
 * @param {HTMLElement} section
 * @param {string | null | undefined} given empty: there is no answer, whatever the control itself thinks its value is
 */
export function setMark(section, given) {
  const line = lineOf(section)
  if (!line) return
  line.value = given || ''
  // Only a control with a name is sent.
  line.name = (given && section.dataset.name) || ''
  const share = (+line.value - +line.min) / (+line.max - +line.min)
  line.style.setProperty('--at', String(share))
  line.setAttribute('aria-valuetext', given ? placeOf(section, share) : unanswered)
}

/**
 * Makes the line of a question usable.
 *
 * @param {HTMLElement} section
 * @param {(section: HTMLElement) => void} changed
 */
export function enableLine(section, changed) {
  const line = lineOf(section)
  if (!line) return
  /** @param {string} given */
  const mark = (given) => {
    setMark(section, given)
    changed(section)
  }
  // Its name is the question; without this script the line is not there at all.
  line.setAttribute('aria-label', /** @type {string} */ (part(section, 'legend').textContent))
  line.oninput = () => mark(line.value)
  // A tap on the very spot where the hidden button waits changes nothing by itself, and old phones only let one drag.
  line.onclick = (tap) => {
    if (tap.detail) {
      const box = line.getBoundingClientRect()
      // The line begins and ends under the middle of the button, which is 28 wide.
      const share = (tap.clientX - box.left - 14) / (box.width - 28)
      const fromStart = document.dir === 'rtl' ? 1 - share : share
      line.value = String(+line.min + fromStart * (+line.max - +line.min))
    }
    mark(line.value)
  }
  line.onkeydown = (event) => {
    if (!line.name && event.key.startsWith('Arrow')) {
      event.preventDefault()
      mark(line.value)
    }
  }
  part(section, 'button').onclick = () => {
    mark('')
    line.focus()
  }
}
