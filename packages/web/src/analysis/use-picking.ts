import type { Passage } from '@weerklank/core/analysis/analysis.contract'
import { type PickedSpan, selectionOf, unitAt } from '@weerklank/core/analysis/selection'
import {
  type Dispatch,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react'
import type { Desk, DeskAction } from './coding-desk.ts'
import { placeAtPoint, placesOf } from './text-place.ts'

type Props = {
  desk: Desk
  dispatch: Dispatch<DeskAction>
  passages: readonly Passage[]
  root: RefObject<HTMLElement | null>
}

/** Choosing words with mouse or finger, and opening a coding by its bracket. */
export function usePicking({ desk, dispatch, passages, root }: Props) {
  const pointer = useRef('mouse')
  const offered = useOffered(root, pointer)

  /** Takes over what the browser selected; true when there were words in it. */
  function takeSelection(by: Desk['by']): boolean {
    const selection = document.getSelection()
    const places = root.current === null ? undefined : placesOf(selection, root.current)
    if (places === undefined) return false
    const verdict = selectionOf<string>(passages, places.one, places.other)
    if (!verdict.allowed) return false
    selection?.removeAllRanges()
    dispatch({ type: 'picked', picked: verdict.picked, by })
    return true
  }

  function handlePointerDown(event: PointerEvent) {
    pointer.current = event.pointerType
    if (event.pointerType !== 'mouse') return
    // The button may be let go outside the text.
    document.addEventListener('pointerup', () => setTimeout(() => takeSelection('mouse')), { once: true })
  }

  function handleClick(event: MouseEvent) {
    const bracket = event.target instanceof Element ? event.target.closest('[data-coding]') : null
    if (bracket !== null) {
      const coding = bracket.getAttribute('data-coding')
      return dispatch({ type: 'coding', coding: coding === desk.coding ? null : coding })
    }
    if (document.getSelection()?.isCollapsed === false) return
    const place = placeAtPoint(event.clientX, event.clientY)
    const body = passages.find(({ id }) => id === place?.passage)?.body
    if (place === undefined || body === undefined) return
    if (pointer.current === 'mouse') {
      if (desk.caret !== null) dispatch({ type: 'caret-at', place })
      return
    }
    const sentence = unitAt(body, place.at, 'sentence')
    if (sentence === undefined) return
    const tapped = { passage: place.passage, ...sentence }
    dispatch({ type: 'picked', picked: afterTap(desk, tapped, unitAt(body, place.at, 'word')), by: 'touch' })
  }

  return { offered, takeSelection, handlePointerDown, handleClick }
}

/** A second tap takes the next sentence in; a tap inside what is chosen already narrows it to that word. */
function afterTap(
  desk: Desk,
  tapped: PickedSpan<string>,
  word: { start: number; end: number } | undefined,
): readonly PickedSpan<string>[] {
  const [before] = desk.picked
  const goesOn = desk.choosing?.for === 'words' && desk.by === 'touch' && desk.picked.length === 1
  if (!goesOn || before === undefined || before.passage !== tapped.passage) return [tapped]
  const isInside = before.start <= tapped.start && tapped.end <= before.end
  if (isInside) return word === undefined ? [tapped] : [{ ...tapped, ...word }]
  return [{ ...tapped, start: Math.min(before.start, tapped.start), end: Math.max(before.end, tapped.end) }]
}

/** By a long press the browser selects, with handles of its own: then nothing may be redrawn until it is asked for. */
function useOffered(root: RefObject<HTMLElement | null>, pointer: RefObject<string>): boolean {
  const [offered, setOffered] = useState(false)
  useEffect(() => {
    function look() {
      const touched = pointer.current !== 'mouse' && root.current !== null
      setOffered(
        touched && root.current !== null && placesOf(document.getSelection(), root.current) !== undefined,
      )
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [root, pointer])
  return offered
}
