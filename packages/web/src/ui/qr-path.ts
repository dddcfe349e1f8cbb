/**
 * The dark squares of a QR code as one SVG path on a grid of one unit per square: as few, as wide rectangles as each row
 * allows, so that no hair lines show between neighbours.
 */
export function qrPath(rows: readonly (readonly boolean[])[]): string {
  let path = ''
  for (const [y, row] of rows.entries()) {
    let start: number | null = null
    for (const [x, dark] of [...row, false].entries()) {
      if (dark) start ??= x
      else if (start !== null) {
        path += `M${start} ${y}h${x - start}v1h${start - x}z`
        start = null
      }
    }
  }
  return path
}
