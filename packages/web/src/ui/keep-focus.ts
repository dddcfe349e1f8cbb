import { type FocusEvent, useEffect, useRef } from 'react'

/**
 * Props for a part of the page whose content can go away under the focus (a row that is cancelled, a card that is put away):
 * the part itself then takes it, so that reading and tabbing go on there.
 */
export function useKeepFocus<Part extends HTMLElement>() {
  const part = useRef<Part>(null)
  const within = useRef(false)
  // After every drawing. An element that is removed says nothing when it takes the focus along.
  useEffect(() => {
    if (within.current && document.activeElement === document.body) part.current?.focus()
  })
  return {
    ref: part,
    tabIndex: -1,
    onFocus: () => {
      within.current = true
    },
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
      within.current = relatedTarget instanceof Node && currentTarget.contains(relatedTarget)
    },
  }
}
