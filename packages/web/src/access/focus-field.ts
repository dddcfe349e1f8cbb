/** After the next drawing: the thing that was pressed made way for this one, which takes the focus. */
export function focusSoon(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus())
}
