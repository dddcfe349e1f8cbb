import { part } from './screen.js'

/** The paper, in units of the drawing (core's drawing.ts), and the longest text that is taken. */
const wide = 300
const high = 200
const atMost = 16e3

/**
 * Puts a drawing back, and lets one draw in it with a finger, a pen or the mouse. The text of the path is the answer.
 *
 * @param {HTMLElement} section
 * @param {string | null | undefined} given
 */
export function setMark(section, given) {
  const board = part(section, '.d')
  if (!board) return
  const field = /** @type {HTMLInputElement} */ (part(section, 'input'))
  /** @param {string} text */
  const show = (text) => {
    field.value = text
    part(board, 'path').setAttribute('d', text)
  }
  /** @param {string} text */
  const drawn = (text) => {
    if (text.length > atMost) return
    show(text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  /** Where the finger was: a step so small that nobody sees it is left out. */
  let lastX = 0
  let lastY = 0
  /** @param {PointerEvent} event */
  board.onpointermove = board.onpointerdown = (event) => {
    const box = board.getBoundingClientRect()
    /** @type {(share: number, most: number) => number} */
    const inside = (share, most) => Math.max(0, Math.min(most, Math.round(share * most)))
    const x = inside((event.clientX - box.left) / box.width, wide)
    const y = inside((event.clientY - box.top) / box.height, high)
    const begins = event.type === 'pointerdown'
    if (!event.buttons || !(begins || Math.abs(x - lastX) + Math.abs(y - lastY) > 3)) return
    lastX = x
    lastY = y
    const point = [x, y].join(' ')
    // A stroke that only touches the paper is a dot; one that came from outside begins here.
    const start = begins || !field.value ? `M${point}` : ''
    drawn(`${field.value}${start}L${point}`)
  }
  part(section, 'button').onclick = () => drawn('')
  show(given ?? field.value)
}
