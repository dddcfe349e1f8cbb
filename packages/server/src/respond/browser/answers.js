import { setMark } from './scale.js'
import { answered, current, form, part, sections } from './screen.js'

/** What stands beside each question before it is answered. */
const untouched = sections.map((section) => part(section, 'i').textContent)

/** Everything that is filled in now, as it is sent. */
export const answersNow = () =>
  new URLSearchParams(/** @type {URLSearchParams} */ (/** @type {unknown} */ (new FormData(form))))

/**
 * Says at each question how it stands.
 *
 * @param {Element | null | undefined} place the question someone is at
 */
export function showStates(place) {
  const data = answersNow()
  sections.forEach((section, i) => {
    const given = data.get(/** @type {string} */ (section.dataset.name))
    section.className = given ? 'a' : ''
    part(section, 'i').textContent = section === place ? current : given ? answered : untouched[i] || ''
    section.setAttribute('aria-current', section === place ? 'step' : 'false')
  })
}

/** The first question without an answer is the one to look at. */
export function showFirstOpen() {
  showStates(null)
  showStates(sections.find((section) => !section.className))
}

/**
 * Puts back what was kept on this device.
 *
 * @param {string} kept
 */
export function putBack(kept) {
  const data = new URLSearchParams(kept)
  for (const section of sections) {
    const given = data.get(/** @type {string} */ (section.dataset.name)) || ''
    setMark(section, given)
    /** @type {NodeListOf<HTMLInputElement>} */
    const radios = section.querySelectorAll('[type=radio]')
    for (const radio of radios) radio.checked = radio.value === given
    for (const text of section.querySelectorAll('textarea')) text.value = given
  }
  showFirstOpen()
}
