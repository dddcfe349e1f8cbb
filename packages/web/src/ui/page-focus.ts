let waiting = false

/** After a navigation the next title that appears takes the focus; never at the first load of the page. */
export function expectPageTitle(): void {
  waiting = true
}

/** Gives the focus to a title when a navigation waits for one. */
export function focusPageTitle(title: HTMLElement | null): void {
  if (!waiting || title === null) return
  waiting = false
  title.focus({ preventScroll: true })
}
