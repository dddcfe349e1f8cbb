import { toCodePoint } from '@weerklank/core/analysis/code-points'
import type { TextPlace } from '@weerklank/core/analysis/selection'

/** Elements that hold the words of one passage and nothing else carry its id in this attribute. */
const attribute = 'data-passage'
const selector = `[${attribute}]`

/** The two ends of a selection of the browser, as places in passages; undefined when it lies outside the words. */
export function placesOf(
  selection: Selection | null,
  root: Element,
): { one: TextPlace<string>; other: TextPlace<string> } | undefined {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(root)) return undefined
  // A drag that ends between passages (three presses select up to the next) ends where the words did.
  const touched = [...root.querySelectorAll(selector)].filter((element) => range.intersectsNode(element))
  const [first] = touched
  const last = touched.at(-1)
  if (first === undefined || last === undefined) return undefined
  return {
    one: placeIn(first, range.startContainer, range.startOffset) ?? { passage: idOf(first), at: 0 },
    other: placeIn(last, range.endContainer, range.endOffset) ?? {
      passage: idOf(last),
      at: toCodePoint(last.textContent, last.textContent.length),
    },
  }
}

function idOf(element: Element): string {
  return element.getAttribute(attribute) ?? ''
}

function placeIn(element: Element, node: Node, offset: number): TextPlace<string> | undefined {
  if (!element.contains(node)) return undefined
  const before = document.createRange()
  before.setStart(element, 0)
  before.setEnd(node, offset)
  return { passage: idOf(element), at: toCodePoint(element.textContent, before.toString().length) }
}

/** The place in the words under a finger or pointer; undefined beside them. */
export function placeAtPoint(x: number, y: number): TextPlace<string> | undefined {
  const spot = spotAt(x, y)
  const element = (spot?.node instanceof Element ? spot.node : spot?.node.parentElement)?.closest(selector)
  if (spot === undefined || element === null || element === undefined) return undefined
  return placeIn(element, spot.node, spot.offset)
}

function spotAt(x: number, y: number): { node: Node; offset: number } | undefined {
  if ('caretPositionFromPoint' in document) {
    const found = document.caretPositionFromPoint(x, y)
    return found === null ? undefined : { node: found.offsetNode, offset: found.offset }
  }
  // Safari before 18.4 knows only this one.
  const { caretRangeFromPoint } = document as { caretRangeFromPoint?: (x: number, y: number) => Range | null }
  const range = caretRangeFromPoint?.call(document, x, y)
  return range === undefined || range === null
    ? undefined
    : { node: range.startContainer, offset: range.startOffset }
}

/** Brings a passage into sight and says whether it is on the page yet. */
export function showPassage(root: Element | null, passage: string): boolean {
  const element = root?.querySelector(`[${attribute}="${CSS.escape(passage)}"]`)
  element?.scrollIntoView({ block: 'center' })
  return element !== null && element !== undefined
}
