import { showStates } from './answers.js'
import { byId, form, part, sections } from './screen.js'

/** With still.js or draw.js takes the place of scale.js on a page with faces, one question on the screen. */

/** @param {number} by */
function step(by) {
  const to = sections[sections.findIndex((one) => one.getAttribute('aria-current') === 'step') + by]
  if (to) {
    showStates(to)
    part(to, '[name]').focus()
    to.scrollIntoView()
  }
}

export function enableLine() {
  byId('back').onclick = () => step(-1)
  byId('next').onclick = () => step(1)
  // The question stays on the screen when someone goes to the buttons below it.
  for (const id of ['nav', 'send']) byId(id).addEventListener('focusin', (event) => event.stopPropagation())
  const hide = byId('hide')
  hide.onclick = () => hide.setAttribute('aria-pressed', String(form.classList.toggle('h')))
}
